"""Scrapy's extensions: the deciding pass, the end of a run, the recorder, the limit of headers."""
