"""STA of Slovenia: dateline ``Ljubljana, 12. januarja (STA) -``."""

from wirecrawl.news.wire.grammar import Table
from wirecrawl.news.wire.shapes import credited

STA = Table(
    agency="sta",
    names=r"STA|(?i:slovenska tiskovna agencija|slovenian press agency)",
    hosts=("sta.si",),
    stages={},
    labels={},
    joiners=(":",),
    sites=("STA",),
    dateline_words=("STA",),
    # K
    datelines=credited("STA"),
)
