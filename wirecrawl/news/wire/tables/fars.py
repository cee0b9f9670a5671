"""Fars of Iran: in Persian an opening that names the agency: ``خبرگزاری فارس؛``."""

from wirecrawl.news.wire.grammar import Table
from wirecrawl.news.wire.shapes import credited, persian

FARS = Table(
    agency="fars",
    names=r"FNA|(?i:fars news(?: agency)?)|خبرگزاری فارس",
    hosts=("farsnews.ir", "farsnews.com"),
    stages={},
    labels={},
    joiners=(":",),
    sites=("Fars News Agency", "خبرگزاری فارس"),
    dateline_words=("FNA", "فارس"),
    datelines=(
        *persian("فارس"),
        # K
        *credited("FNA"),
    ),
)
