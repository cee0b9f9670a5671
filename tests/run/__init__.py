"""Tests of wirecrawl.run."""
