"""İHA of Turkey: copies end with the place, ``- MUĞLA``, or ``İHA``."""

from wirecrawl.news.wire.grammar import Table
from wirecrawl.news.wire.shapes import DASH, PLACES
from wirecrawl.news.wire.stages import URGENT

IHA = Table(
    agency="iha",
    names=r"İHA|IHA|(?i:ihlas haber ajansı)",
    hosts=("iha.com.tr",),
    # K
    stages={"SON DAKİKA": URGENT},
    labels={},
    joiners=(":",),
    sites=("İHA", "İhlas Haber Ajansı"),
    dateline_words=("İHA", "IHA"),
    # K
    datelines=(rf"{PLACES}\s?\((?:İHA|IHA)\)\s?{DASH}",),
    # K
    end_marks=(r"[—–-]{1,2} [A-ZÇĞİÖŞÜ]{3,20}",),
)
