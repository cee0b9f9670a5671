"""LaPresse of Italy: dateline ``Milano, 12 gen. (LaPresse) –``."""

from wirecrawl.news.wire.grammar import Table
from wirecrawl.news.wire.shapes import credited

LAPRESSE = Table(
    agency="lapresse",
    names=r"LaPresse",
    hosts=("lapresse.it",),
    stages={},
    labels={},
    joiners=(":",),
    sites=("LaPresse",),
    dateline_words=("LaPresse",),
    # K
    datelines=credited("LaPresse"),
)
