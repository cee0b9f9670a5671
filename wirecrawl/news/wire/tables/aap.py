"""AAP of Australia: headlines have no marks and stories no dateline; copies credit ``AAP``."""

from wirecrawl.news.wire.grammar import Table
from wirecrawl.news.wire.shapes import credited
from wirecrawl.news.wire.stages import USUAL

AAP = Table(
    agency="aap",
    names=r"AAP|(?i:australian associated press|aap newswire)",
    hosts=("aap.com.au", "aapnews.aap.com.au"),
    # K
    stages=USUAL,
    labels={},
    joiners=(":",),
    sites=("AAP News", "AAP"),
    dateline_words=("AAP",),
    # K
    datelines=credited("AAP"),
)
