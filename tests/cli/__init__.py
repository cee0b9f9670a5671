"""Tests of wirecrawl.cli."""
