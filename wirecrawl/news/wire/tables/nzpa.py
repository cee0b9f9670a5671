"""NZPA (to 2011) and NZ Newswire (to 2018) of New Zealand: copies end ``- NZPA``."""

from wirecrawl.news.wire.grammar import Table
from wirecrawl.news.wire.stages import USUAL

NZPA = Table(
    agency="nzpa",
    names=r"NZPA|NZN|NZ Newswire",
    # K
    stages=USUAL,
    labels={},
    joiners=(":",),
    sites=("NZPA",),
    # K
    end_marks=(r"[—–-]{1,2} ?NZ(?:PA|N)",),
)
