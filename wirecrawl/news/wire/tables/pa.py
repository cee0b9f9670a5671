"""PA Media, the Press Association of Britain: headlines have no marks and stories no dateline."""

from wirecrawl.news.wire.grammar import Table
from wirecrawl.news.wire.stages import USUAL

PA = Table(
    agency="pa",
    names=r"PA (?:Media|News Agency)|(?i:(?:the |uk )?press association)",
    hosts=("pa.media", "pressassociation.com"),
    # K
    stages=USUAL,
    labels={},
    joiners=(":",),
    sites=("PA Media", "Press Association"),
)
