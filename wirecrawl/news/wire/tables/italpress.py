"""Italpress of Italy: dateline ``ROMA (ITALPRESS) –``."""

from wirecrawl.news.wire.grammar import Table
from wirecrawl.news.wire.shapes import credited

ITALPRESS = Table(
    agency="italpress",
    names=r"(?i:italpress)",
    hosts=("italpress.com",),
    stages={},
    labels={},
    joiners=(":",),
    sites=("Italpress",),
    dateline_words=("ITALPRESS", "Italpress"),
    # K
    datelines=credited("ITALPRESS|Italpress"),
    # K
    end_marks=(r"\(ITALPRESS\)",),
)
