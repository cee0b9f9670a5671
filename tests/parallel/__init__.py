"""Tests of wirecrawl.parallel."""
