"""Tests of wirecrawl.audit."""
