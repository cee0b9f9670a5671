"""Scrapy's downloader middlewares: redirects, public addresses, politeness."""
