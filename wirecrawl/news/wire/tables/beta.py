"""Beta of Serbia: dateline ``BEOGRAD, 12. januara (Beta) –``. "Beta" alone is mostly a version, so it is no name."""

from wirecrawl.news.wire.grammar import Table
from wirecrawl.news.wire.shapes import credited

BETA = Table(
    agency="beta",
    names=r"(?i:(?:novinska )?agencija beta|beta news agency)|Бета|БЕТА",
    hosts=("beta.rs",),
    stages={},
    labels={},
    joiners=(":",),
    sites=("Beta",),
    dateline_words=("Beta", "BETA", "Бета"),
    # K
    datelines=credited("Beta|BETA|Бета"),
    # K
    end_marks=(r"\((?:Beta|BETA|Бета)\)",),
)
