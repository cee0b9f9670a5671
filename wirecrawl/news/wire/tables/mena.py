"""MENA of Egypt: dateline ``CAIRO, Jan 12 (MENA) -``, in Arabic ``القاهرة فى 12 يناير /أ ش أ/``."""

from wirecrawl.news.wire.dates import DAY
from wirecrawl.news.wire.grammar import Table
from wirecrawl.news.wire.shapes import arabic, credited

MENA = Table(
    agency="mena",
    names=r"(?i:middle east news agency)(?: \(MENA\))?|أ ?ش ?أ",
    hosts=("mena.org.eg",),
    stages={},
    labels={},
    joiners=(":",),
    sites=("MENA",),
    dateline_words=("MENA", "أ"),
    # K
    datelines=(
        *credited("MENA"),
        *arabic(r"أ ?ش ?أ"),
        rf"(?P<places>[^\W\d_]{{3,20}})\sف[ىي]\s(?P<day>{DAY})\s?/\s?أ\s?ش\s?أ\s?(?P<dash>/)(?=\s)",
    ),
)
