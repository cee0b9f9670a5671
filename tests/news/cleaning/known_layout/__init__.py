"""Tests of wirecrawl.news.cleaning.known_layout."""
