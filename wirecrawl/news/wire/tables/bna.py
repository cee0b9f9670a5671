"""BNA of Bahrain: dateline ``Manama, Jan. 12 (BNA):``."""

from wirecrawl.news.wire.grammar import Table
from wirecrawl.news.wire.shapes import arabic, credited
from wirecrawl.news.wire.stages import USUAL

BNA = Table(
    agency="bna",
    names=r"BNA|(?i:bahrain news agency)(?: \(BNA\))?",
    hosts=("bna.bh",),
    # K
    stages=USUAL,
    labels={},
    joiners=(":",),
    sites=("BNA", "Bahrain News Agency"),
    dateline_words=("BNA", "بنا"),
    # K
    datelines=(*credited("BNA|بنا"), *arabic("بنا")),
)
