"""Scrapy's extensions: the deciding pass, the end of a run, unhandled errors, the recorder, the limit of headers."""
