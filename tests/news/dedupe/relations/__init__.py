"""Tests of wirecrawl.news.dedupe.relations."""
