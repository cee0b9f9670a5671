"""ISNA of Iran: dateline ``Tehran (ISNA) -``, in Persian an opening that names the agency."""

from wirecrawl.news.wire.grammar import Table
from wirecrawl.news.wire.shapes import credited, persian

ISNA = Table(
    agency="isna",
    names=r"ISNA|(?i:iranian students[’\']? news agency)|ایسنا",
    stages={},
    labels={},
    joiners=(":",),
    sites=("ISNA", "ایسنا"),
    dateline_words=("ISNA", "ایسنا", "دانشجویان"),
    # K
    datelines=(
        *credited("ISNA"),
        *persian("ایسنا|دانشجویان ایران"),
        r"(?P<places>)ایسنا/(?P<dash>)(?=\S)",
    ),
)
