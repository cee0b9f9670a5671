"""REGNUM of Russia: headlines have no marks and stories no dateline."""

from wirecrawl.news.wire.grammar import Table

REGNUM = Table(
    agency="regnum",
    names=r"(?:ИА\s)?(?i:«?regnum»?)",
    hosts=("regnum.ru",),
    stages={},
    labels={},
    joiners=(":",),
    sites=("ИА REGNUM", "REGNUM"),
)
