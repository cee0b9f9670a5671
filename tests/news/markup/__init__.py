"""Tests of wirecrawl.news.markup."""
