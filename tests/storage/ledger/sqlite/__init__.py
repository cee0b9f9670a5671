"""Tests of wirecrawl.storage.ledger.sqlite."""
