"""UNB of Bangladesh: dateline ``Dhaka, Jan 12 (UNB) -``."""

from wirecrawl.news.wire.grammar import Table
from wirecrawl.news.wire.shapes import credited

UNB = Table(
    agency="unb",
    names=r"UNB|(?i:united news of bangladesh)",
    hosts=("unb.com.bd",),
    stages={},
    labels={},
    joiners=(":",),
    sites=("UNB",),
    dateline_words=("UNB",),
    # K
    datelines=credited("UNB"),
)
