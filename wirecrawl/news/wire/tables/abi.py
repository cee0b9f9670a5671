"""ABI of Bolivia: dateline ``La Paz, 12 ene (ABI).-``."""

from wirecrawl.news.wire.grammar import Table
from wirecrawl.news.wire.shapes import credited

ABI = Table(
    agency="abi",
    names=r"(?i:agencia boliviana de información)(?: \(ABI\))?",
    hosts=("abi.bo",),
    stages={},
    labels={},
    joiners=(":",),
    sites=("ABI",),
    dateline_words=("ABI",),
    # K
    datelines=credited("ABI"),
)
