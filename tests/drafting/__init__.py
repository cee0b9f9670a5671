"""Tests of wirecrawl.drafting."""
