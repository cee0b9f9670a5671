"""Tests of wirecrawl.middlewares."""
