"""Tests of wirecrawl.news.dedupe."""
