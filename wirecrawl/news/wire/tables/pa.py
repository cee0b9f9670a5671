"""PA Media, the Press Association of Britain: headlines have no marks and stories no dateline."""

from wirecrawl.news.wire.grammar import Table
from wirecrawl.news.wire.stages import USUAL

PA = Table(
    agency="pa",
    # PA alone is mostly Pennsylvania.
    names=r"PA (?:Media|News Agency)|PA(?=\s(?:[A-Z][a-z]+\s){0,2}(?i:correspondent|reporter|writer|editor))|"
    r"(?i:(?:the |uk )?press association)",
    hosts=("pa.media", "pressassociation.com"),
    # K
    stages=USUAL,
    labels={},
    joiners=(":",),
    sites=("PA Media", "Press Association"),
)
