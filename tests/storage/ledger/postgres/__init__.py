"""Tests of wirecrawl.storage.ledger.postgres."""
