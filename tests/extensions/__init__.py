"""Tests of wirecrawl.extensions."""
