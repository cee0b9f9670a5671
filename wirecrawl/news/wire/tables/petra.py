"""Petra of Jordan: dateline ``Amman, Jan. 12 (Petra) --``, in Arabic ``عمان 12 كانون الثاني (بترا)-``."""

from wirecrawl.news.wire.dates import DAY
from wirecrawl.news.wire.grammar import Table
from wirecrawl.news.wire.shapes import DASH, arabic, credited

PETRA = Table(
    agency="petra",
    names=r"(?:Petra|Jordan) News Agency(?: \(Petra\))?|بترا",
    hosts=("petra.gov.jo",),
    stages={},
    labels={},
    joiners=(":",),
    sites=("Petra", "Jordan News Agency"),
    dateline_words=("Petra", "بترا"),
    # K
    datelines=(
        rf"(?P<places>[^\W\d_]{{3,20}})\s(?P<day>{DAY})(?:\s[^\W\d_]{{3,10}})?\s\(بترا\)\s?[-–—]{{0,2}}\s?"
        rf"(?P<names>[^\W\d_]{{2,12}}\s[^\W\d_]{{2,12}})?\s?{DASH}",
        *credited("Petra"),
        *arabic("بترا"),
    ),
)
