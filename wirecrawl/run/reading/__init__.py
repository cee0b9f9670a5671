"""Answers and saved pages to results, in any process, without a connection to the ledger."""
