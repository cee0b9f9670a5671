"""The ledger in a PostgreSQL database, for spiders that run on several machines."""
