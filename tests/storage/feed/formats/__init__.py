"""Tests of wirecrawl.storage.feed.formats."""
