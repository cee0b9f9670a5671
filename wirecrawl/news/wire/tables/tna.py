"""TNA of Thailand: end ``-สำนักข่าวไทย``."""

from wirecrawl.news.wire.grammar import Table

TNA = Table(
    agency="tna",
    names=r"สำนักข่าวไทย|(?i:thai news agency)",
    hosts=("tna.mcot.net",),
    stages={},
    labels={},
    joiners=(":",),
    sites=("สำนักข่าวไทย",),
    end_marks=(r"[–—-]{1,2}\s?สำนักข่าวไทย",),
)
