"""Tests of wirecrawl.web."""
