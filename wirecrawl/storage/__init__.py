"""Everything that is kept on disk: the ledger, the archive, the feeds."""
