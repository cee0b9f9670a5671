"""wirecrawl: news-agency pages to a clean, de-duplicated wire feed in JSON Lines."""

__version__ = "0.1.0"
