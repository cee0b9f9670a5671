"""WAFA of Palestine: dateline ``RAMALLAH, January 12, 2024 (WAFA) -``."""

from wirecrawl.news.wire.grammar import Table
from wirecrawl.news.wire.shapes import arabic, credited

WAFA = Table(
    agency="wafa",
    names=r"WAFA|وفا",
    hosts=("wafa.ps",),
    stages={},
    labels={},
    joiners=(":",),
    sites=("WAFA", "WAFA Agency"),
    dateline_words=("WAFA", "وفا"),
    # K
    datelines=(*credited("WAFA|وفا"), *arabic("وفا")),
)
