"""Tests of wirecrawl.configuration."""
