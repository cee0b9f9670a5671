"""CMC of the Caribbean: dateline ``BRIDGETOWN, Barbados, CMC –``, with the day before the agency or without."""

from wirecrawl.news.wire.grammar import Table
from wirecrawl.news.wire.shapes import CAPITALS, DASH, credited, unbracketed

CMC = Table(
    agency="cmc",
    names=r"CMC|(?i:caribbean media corporation)",
    hosts=("cananewsonline.com",),
    stages={},
    labels={},
    joiners=(":",),
    sites=("CMC",),
    dateline_words=("CMC",),
    # K
    datelines=(*credited("CMC"), *unbracketed("CMC"), rf"{CAPITALS},\s\(?CMC\)?\s?{DASH}(?=\s)"),
)
