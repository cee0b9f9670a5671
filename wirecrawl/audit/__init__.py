"""What feeds, archive and ledger say afterwards: verify, drift, explain, prune."""
