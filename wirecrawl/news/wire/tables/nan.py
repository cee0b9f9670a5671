"""NAN of Nigeria: dateline ``Abuja, Jan. 12, 2024 (NAN)``, end ``(NAN) (www.nannews.ng)``."""

from wirecrawl.news.wire.grammar import Table
from wirecrawl.news.wire.shapes import credited
from wirecrawl.news.wire.stages import URGENT, USUAL
from wirecrawl.news.wire.words import NOTES

NAN = Table(
    agency="nan",
    names=r"(?i:news agency of nigeria)(?: \(NAN\))?",
    hosts=("nannews.ng",),
    # K
    stages={**USUAL, "JUST IN": URGENT},
    labels={},
    joiners=(":",),
    sites=("News Agency of Nigeria", "NAN"),
    dateline_words=("NAN",),
    # K
    datelines=credited("NAN"),
    # K
    notes=(*NOTES, r"Edited by [A-Z]"),
    # K
    end_marks=(r"\(NAN\)(?:\s?\(www\.nannews\.ng\))?",),
)
