"""Tests of wirecrawl.storage.archive."""
