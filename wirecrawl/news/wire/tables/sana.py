"""SANA of Syria: dateline ``Damascus, Jan. 12 (SANA)``, older ``Damascus, SANA-``."""

from wirecrawl.news.wire.grammar import Table
from wirecrawl.news.wire.shapes import DASH, PLACES, arabic, credited

SANA = Table(
    agency="sana",
    names=r"SANA|(?i:syrian arab news agency)(?: \(SANA\))?|سانا",
    hosts=("sana.sy",),
    stages={},
    labels={},
    joiners=(":",),
    sites=("SANA", "Syrian Arab News Agency"),
    dateline_words=("SANA", "سانا"),
    # K
    datelines=(
        *credited("SANA"),
        *arabic("سانا"),
        rf"{PLACES}(?:, |-)(?:SANA|سانا)\s?{DASH}",
    ),
)
