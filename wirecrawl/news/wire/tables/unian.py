"""UNIAN of Ukraine: headlines have no marks and stories no dateline; copies credit ``УНІАН`` (K)."""

from wirecrawl.news.wire.grammar import Table
from wirecrawl.news.wire.stages import USUAL

UNIAN = Table(
    agency="unian",
    names=r"(?i:unian|униан|уніан)",
    hosts=("unian.net", "unian.ua", "unian.info"),
    # K
    stages=USUAL,
    labels={},
    joiners=(":",),
    sites=("УНИАН", "УНІАН", "UNIAN"),
)
