"""NEWS.am of Armenia: headlines have no marks and stories no dateline."""

from wirecrawl.news.wire.grammar import Table
from wirecrawl.news.wire.stages import USUAL

NEWSAM = Table(
    agency="newsam",
    names=r"(?i:news\.am|armenian news[- ]news\.am)",
    hosts=("news.am",),
    # K
    stages=USUAL,
    labels={},
    joiners=(":",),
    sites=("NEWS.am", "Armenian News - NEWS.am"),
)
