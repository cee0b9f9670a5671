"""Hina of Croatia: dateline ``ZAGREB, 12. siječnja 2024. (Hina) -``; copies end ``(Hina)``."""

from wirecrawl.news.wire.grammar import Table
from wirecrawl.news.wire.shapes import DASH, PLACES, credited

HINA = Table(
    agency="hina",
    names=r"Hina|HINA",
    hosts=("hina.hr",),
    stages={},
    labels={},
    joiners=(":",),
    sites=("Hina",),
    dateline_words=("Hina", "HINA"),
    # K
    datelines=(
        rf"{PLACES}, (?P<day>\d{{1,2}}\.\s[^\W\d_]{{3,12}}(?:\s\d{{4}}\.)?)\s\((?:Hina|HINA)\)\s?{DASH}",
        *credited("Hina|HINA"),
    ),
    # K
    end_marks=(r"\(Hina\)",),
)
