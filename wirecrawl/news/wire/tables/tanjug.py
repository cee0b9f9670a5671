"""Tanjug of Serbia: dateline ``BEOGRAD -`` on its own pages, end ``(Tanjug)``."""

from wirecrawl.news.wire.grammar import Table
from wirecrawl.news.wire.shapes import CAPITALS, DASH, credited, slashed

TANJUG = Table(
    agency="tanjug",
    names=r"(?i:tanjug|танјуг)",
    hosts=("tanjug.rs", "tanjug.co.rs"),
    stages={},
    labels={},
    joiners=(":",),
    sites=("Tanjug",),
    dateline_words=("Tanjug", "TANJUG", "Танјуг", "ТАНЈУГ"),
    # K
    datelines=(*credited("Tanjug|TANJUG|Танјуг|ТАНЈУГ"), *slashed("Tanjug|TANJUG|Танјуг|ТАНЈУГ")),
    # K
    bare_datelines=(rf"{CAPITALS}\s{DASH}(?=\s)",),
    # K
    end_marks=(r"\((?:Tanjug|Танјуг)\)",),
)
