"""Tests of wirecrawl.news.agencies."""
