"""ELTA of Lithuania: headlines have no marks; copies credit ``ELTA`` (K)."""

from wirecrawl.news.wire.grammar import Table
from wirecrawl.news.wire.shapes import credited

ELTA = Table(
    agency="elta",
    names=r"ELTA|Elta",
    hosts=("elta.lt",),
    stages={},
    labels={},
    joiners=(":",),
    sites=("ELTA",),
    dateline_words=("ELTA",),
    # K
    datelines=credited("ELTA"),
)
