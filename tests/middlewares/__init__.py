"""Tests of wirecrawl.middlewares.public_addresses."""
