"""The ledger: what every run saw and what became of it."""
