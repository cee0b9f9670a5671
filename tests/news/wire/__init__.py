"""Tests of wirecrawl.news.wire."""
