"""TAP of Tunisia: dateline ``TUNIS, Jan. 12 (TAP) -``."""

from wirecrawl.news.wire.grammar import Table
from wirecrawl.news.wire.shapes import credited

TAP = Table(
    agency="tap",
    names=r"(?i:tunis afrique presse)(?: \(TAP\))?",
    hosts=("tap.info.tn",),
    stages={},
    labels={},
    joiners=(":",),
    sites=("TAP", "Agence Tunis Afrique Presse"),
    dateline_words=("TAP",),
    # K
    datelines=credited("TAP"),
)
