"""Euronews: headlines have no marks and stories no dateline."""

from wirecrawl.news.wire.grammar import Table

EURONEWS = Table(
    agency="euronews",
    names=r"(?i:euronews)",
    hosts=("euronews.com",),
    stages={},
    labels={},
    joiners=(":",),
    sites=("Euronews",),
)
