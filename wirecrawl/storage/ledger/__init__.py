"""The ledger: what every run saw and what became of it.

`interface` says what the program asks of a ledger and `rows` what travels to and from it. `sql`
holds what every SQL database does, and a folder for each (`sqlite`, `postgres`) what it does in its own way, as
`sql.database` asks. `wirecrawl.configuration.assembly` picks the one that is used.
"""
