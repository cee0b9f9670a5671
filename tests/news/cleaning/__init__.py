"""Tests of wirecrawl.news.cleaning."""
