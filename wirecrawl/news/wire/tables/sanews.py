"""SAnews of South Africa: headlines have no marks and stories no dateline; copies credit ``SAnews.gov.za``."""

from wirecrawl.news.wire.grammar import Table
from wirecrawl.news.wire.stages import USUAL

SANEWS = Table(
    agency="sanews",
    names=r"(?i:sanews(?:\.gov\.za)?)",
    hosts=("sanews.gov.za",),
    # K
    stages=USUAL,
    labels={},
    joiners=(":",),
    sites=("SAnews",),
    end_marks=(r"[—–-]{1,2} ?SAnews\.gov\.za",),
)
