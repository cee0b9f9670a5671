"""Askanews of Italy: dateline ``Roma, 12 gen. (askanews) –``."""

from wirecrawl.news.wire.grammar import Table
from wirecrawl.news.wire.shapes import credited

ASKANEWS = Table(
    agency="askanews",
    names=r"(?i:askanews)",
    hosts=("askanews.it",),
    stages={},
    labels={},
    joiners=(":",),
    sites=("Askanews",),
    dateline_words=("askanews", "Askanews"),
    # K
    datelines=credited("askanews|Askanews"),
)
