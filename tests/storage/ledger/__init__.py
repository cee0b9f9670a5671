"""Tests of wirecrawl.storage.ledger."""
