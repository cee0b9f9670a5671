"""TNA of Thailand: dateline ``เชียงใหม่ 24 พ.ย.-`` on its own pages, end ``-สำนักข่าวไทย``."""

from wirecrawl.news.wire.grammar import Table

TNA = Table(
    agency="tna",
    names=r"สำนักข่าวไทย|(?i:thai news agency)",
    hosts=("tna.mcot.net",),
    stages={},
    labels={},
    joiners=(":",),
    sites=("สำนักข่าวไทย",),
    # เชียงใหม่ 24 พ.ย.-
    bare_datelines=(
        r"(?P<places>[\u0e00-\u0e7f]{3,30}(?:\s[\u0e00-\u0e7f]{3,30})?)\s\d{1,2}\s[\u0e00-\u0e7f]{1,3}\.[\u0e00-\u0e7f]\.\s?(?P<dash>[-–])\s?",
    ),
    end_marks=(r"[–—-]{1,2}\s?สำนักข่าวไทย",),
)
