"""MTI of Hungary: dateline ``Budapest, 2024. január 12., péntek (MTI) –``, the year first."""

from wirecrawl.news.wire.grammar import Table
from wirecrawl.news.wire.shapes import DASH, PLACES, credited

MTI = Table(
    agency="mti",
    names=r"MTI|(?i:magyar távirati iroda)",
    hosts=("mti.hu",),
    stages={},
    labels={},
    joiners=(":",),
    sites=("MTI",),
    dateline_words=("MTI",),
    # K
    datelines=(
        rf"{PLACES}, (?P<day>\d{{4}}\.\s[^\W\d_]{{3,12}}\s\d{{1,2}}\.),(?:\s[^\W\d_]{{4,10}})?\s\(MTI\)\s?{DASH}",
        *credited("MTI"),
    ),
)
