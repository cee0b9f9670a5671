"""BNS of the Baltic states: dateline ``VILNIUS, Jan 12, BNS -``; copies credit ``BNS``."""

from wirecrawl.news.wire.grammar import Table
from wirecrawl.news.wire.shapes import credited, unbracketed
from wirecrawl.news.wire.stages import USUAL

BNS = Table(
    agency="bns",
    names=r"BNS|Baltic News Service",
    hosts=("bns.lt", "bns.ee", "bns.lv"),
    # K
    stages=USUAL,
    labels={},
    joiners=(":",),
    sites=("BNS",),
    dateline_words=("BNS",),
    # K
    datelines=(
        *unbracketed("BNS"),
        *credited("BNS"),
    ),
)
