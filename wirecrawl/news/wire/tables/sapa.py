"""Sapa of South Africa (to 2015): copies end ``- Sapa``."""

from wirecrawl.news.wire.grammar import Table
from wirecrawl.news.wire.shapes import credited
from wirecrawl.news.wire.stages import USUAL

SAPA = Table(
    agency="sapa",
    names=r"Sapa|SAPA|(?i:south african press association)",
    hosts=("sapa.org.za",),
    # K
    stages=USUAL,
    labels={},
    joiners=(":",),
    sites=("Sapa",),
    dateline_words=("Sapa", "SAPA"),
    # K
    datelines=credited("Sapa|SAPA"),
    # K
    end_marks=(r"[—–-]{1,2} ?Sapa(?:-[\w-]{2,8})?",),
)
