"""BSS of Bangladesh: dateline ``DHAKA, Nov 26, 2023 (BSS) -``."""

from wirecrawl.news.wire.grammar import Table
from wirecrawl.news.wire.shapes import credited
from wirecrawl.news.wire.stages import USUAL

BSS = Table(
    agency="bss",
    names=r"BSS|বাসস|(?i:bangladesh sangbad sangstha)(?: \(BSS\))?",
    hosts=("bssnews.net",),
    # K
    stages=USUAL,
    labels={},
    joiners=(":",),
    sites=("BSS",),
    dateline_words=("BSS", "বাসস"),
    datelines=credited("BSS|বাসস"),
)
