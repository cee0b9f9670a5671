"""The ledger: what every run saw and what became of it.

`interface` says what the program asks of a ledger and `rows` what travels to and from it. A folder beside them holds
one database's way to do it (`sqlite`); `wirecrawl.configuration.assembly` picks the one that is used.
"""
