"""Tests of wirecrawl.news.cleaning.whole_page."""
