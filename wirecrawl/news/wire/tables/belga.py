"""Belga of Belgium: dateline ``CHARLEROI 19/06 (BELGA) =`` with the day in numbers; web copies open ``(Belga)``."""

from wirecrawl.news.wire.grammar import Table
from wirecrawl.news.wire.shapes import PLACES

BELGA = Table(
    agency="belga",
    names=r"Belga|BELGA",
    hosts=("belganewsagency.eu", "belga.be"),
    stages={},
    labels={},
    joiners=(":",),
    sites=("Belga News Agency", "Belga"),
    dateline_words=("BELGA", "Belga"),
    datelines=(
        rf"{PLACES},?\s(?P<day>\d{{1,2}}/\d{{1,2}})\s\(BELGA\)(?P<dash>(?:\s?[=–—-])?)(?=\s|$)",
        r"\(Belga\)(?P<dash>)(?=\s[A-ZÀ-Þ\d«“])",
    ),
    end_marks=(r"\((?:Belga|BELGA)\)",),
)
