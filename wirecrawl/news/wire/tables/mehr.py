"""Mehr of Iran: dateline ``TEHRAN, Jan. 12 (MNA) –``, in Persian an opening that names the agency."""

from wirecrawl.news.wire.grammar import Table
from wirecrawl.news.wire.shapes import credited, persian

MEHR = Table(
    agency="mehr",
    names=r"MNA|(?i:mehr news(?: agency)?)|خبرگزاری مهر",
    stages={},
    labels={},
    joiners=(":",),
    sites=("Mehr News Agency", "Mehr News", "خبرگزاری مهر"),
    dateline_words=("MNA", "مهر"),
    datelines=(
        *persian("مهر"),
        # K
        *credited("MNA"),
    ),
)
