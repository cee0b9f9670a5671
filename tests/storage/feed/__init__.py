"""Tests of wirecrawl.storage.feed."""
