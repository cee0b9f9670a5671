"""Tests of wirecrawl.run.reading."""
