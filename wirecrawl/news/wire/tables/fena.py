"""FENA of Bosnia: dateline ``SARAJEVO, 12. januara (FENA) –``."""

from wirecrawl.news.wire.grammar import Table
from wirecrawl.news.wire.shapes import credited

FENA = Table(
    agency="fena",
    names=r"FENA|Fena",
    hosts=("fena.ba",),
    stages={},
    labels={},
    joiners=(":",),
    sites=("FENA",),
    dateline_words=("FENA", "Fena"),
    # K
    datelines=credited("FENA|Fena"),
    # K
    end_marks=(r"\(FENA\)",),
)
