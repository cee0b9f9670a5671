"""PNA of the Philippines: dateline ``MANILA –`` on its own pages, end ``(PNA)``."""

from wirecrawl.news.wire.grammar import Table
from wirecrawl.news.wire.shapes import CAPITALS, DASH, credited

PNA = Table(
    agency="pna",
    names=r"PNA|(?i:philippine news agency)",
    hosts=("pna.gov.ph",),
    stages={},
    labels={},
    joiners=(":",),
    sites=("Philippine News Agency",),
    dateline_words=("PNA",),
    # K
    datelines=credited("PNA"),
    # K
    bare_datelines=(rf"{CAPITALS}\s{DASH}(?=\s)",),
    # K
    end_marks=(r"\(PNA\)",),
)
