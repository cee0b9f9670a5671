"""LETA of Latvia: headlines have no marks; copies credit ``LETA`` (K)."""

from wirecrawl.news.wire.grammar import Table
from wirecrawl.news.wire.shapes import credited

LETA = Table(
    agency="leta",
    names=r"LETA",
    hosts=("leta.lv",),
    stages={},
    labels={},
    joiners=(":",),
    sites=("LETA",),
    dateline_words=("LETA",),
    # K
    datelines=credited("LETA"),
)
