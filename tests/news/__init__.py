"""Tests of wirecrawl.news."""
