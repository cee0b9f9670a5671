"""ANGOP of Angola: dateline ``Luanda, 12 Jan (ANGOP) -``."""

from wirecrawl.news.wire.grammar import Table
from wirecrawl.news.wire.shapes import credited

ANGOP = Table(
    agency="angop",
    names=r"(?i:angop)",
    hosts=("angop.ao",),
    stages={},
    labels={},
    joiners=(":",),
    sites=("ANGOP",),
    dateline_words=("ANGOP", "Angop"),
    # K
    datelines=credited("ANGOP|Angop"),
)
