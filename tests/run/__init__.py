"""Tests of wirecrawl.run.state."""
