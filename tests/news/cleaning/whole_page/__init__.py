"""Tests of wirecrawl.news.cleaning.clean.whole_page."""
