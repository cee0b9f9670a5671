"""The page of `scrapy report --html`: numbers of the ledger, drawn and set as one HTML file.

The way of a number: `last_run` and `month` read the ledger and the report of the last run into `values`, `plots` says
how each series is drawn, `drawing` makes SVG of it, and `rendering` sets the page from its template.
"""
