"""Tengrinews of Kazakhstan: headlines have no marks and stories no dateline."""

from wirecrawl.news.wire.grammar import Table

TENGRINEWS = Table(
    agency="tengrinews",
    names=r"(?i:tengrinews(?:\.kz)?)",
    hosts=("tengrinews.kz",),
    stages={},
    labels={},
    joiners=(":",),
    sites=("Tengrinews", "Tengrinews.kz"),
)
