"""A backfill: the months of a span, what indexes of public archives have of them, and which captures are read."""
