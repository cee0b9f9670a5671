"""SRNA of Bosnia: dateline ``BANJALUKA, 12. JANUARA /SRNA/ -``."""

from wirecrawl.news.wire.grammar import Table
from wirecrawl.news.wire.shapes import credited, slashed

SRNA = Table(
    agency="srna",
    names=r"SRNA|СРНА",
    hosts=("srna.rs",),
    stages={},
    labels={},
    joiners=(":",),
    sites=("SRNA", "СРНА"),
    dateline_words=("SRNA", "СРНА"),
    # K
    datelines=(*slashed("SRNA|СРНА"), *credited("SRNA|СРНА")),
    # K
    end_marks=(r"/?(?:SRNA|СРНА)/?",),
)
