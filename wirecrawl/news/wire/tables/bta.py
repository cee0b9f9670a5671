"""BTA of Bulgaria: dateline ``Брюксел, 25 март /БТА/``."""

from wirecrawl.news.wire.grammar import Table
from wirecrawl.news.wire.shapes import credited, slashed

BTA = Table(
    agency="bta",
    names=r"БТА|BTA",
    hosts=("bta.bg",),
    stages={},
    labels={},
    joiners=(":",),
    sites=("БТА", "BTA"),
    dateline_words=("БТА", "BTA"),
    datelines=(
        *slashed("БТА"),
        # K
        *slashed("BTA"),
        *credited("BTA|БТА"),
    ),
    end_marks=(r"\(БТА\)",),
    # K
    initials=r"/[А-Я]{2,4}/",
)
