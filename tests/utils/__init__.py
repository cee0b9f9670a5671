"""Tests of wirecrawl.utils."""
