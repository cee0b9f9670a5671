"""IRNA of Iran: dateline ``Tehran, IRNA -``, in Persian an opening that names the agency."""

from wirecrawl.news.wire.grammar import Table
from wirecrawl.news.wire.shapes import DASH, PLACES, credited, persian

IRNA = Table(
    agency="irna",
    names=r"IRNA|(?i:islamic republic news agency)|ایرنا",
    stages={},
    labels={},
    joiners=(":",),
    sites=("IRNA English", "IRNA", "ایرنا"),
    dateline_words=("IRNA", "ایرنا", "جمهوری"),
    # K
    datelines=(
        *credited("IRNA"),
        rf"{PLACES},\sIRNA\s?{DASH}",
        *persian("ایرنا|جمهوری اسلامی"),
    ),
)
