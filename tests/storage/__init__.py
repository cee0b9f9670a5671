"""Tests of wirecrawl.storage."""
