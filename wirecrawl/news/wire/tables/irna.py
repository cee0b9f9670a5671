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
        # تهران- ایرنا-
        r"(?P<places>[\u0600-\u06ff\u200c]{2,20}(?:\s[\u0600-\u06ff\u200c]{2,20})?)\s?[-–ـ]\s?ایرنا\s?(?P<dash>[-–ـ])(?=\s)",
        *persian("ایرنا|جمهوری اسلامی"),
    ),
)
