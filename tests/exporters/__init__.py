"""Tests of wirecrawl.exporters."""
