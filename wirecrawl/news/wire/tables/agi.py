"""AGI of Italy: dateline ``AGI -``, older ``(AGI) - Roma, 12 gen. -``."""

from wirecrawl.news.wire.grammar import Table
from wirecrawl.news.wire.shapes import DASH, agency_first

AGI = Table(
    agency="agi",
    names=r"(?i:agenzia giornalistica italia|agenzia agi|agi\.it)",
    hosts=("agi.it",),
    stages={},
    labels={},
    joiners=(":",),
    sites=("AGI", "Agi"),
    dateline_words=("AGI",),
    datelines=(
        rf"AGI\s{DASH}(?=\s)",
        # K
        *agency_first("AGI"),
    ),
    by="di",
    # K
    end_marks=(r"\(AGI\)",),
)
