"""Tests of wirecrawl.news.dedupe.words."""
