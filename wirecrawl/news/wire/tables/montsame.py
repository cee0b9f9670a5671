"""Montsame of Mongolia: dateline ``Улаанбаатар /МОНЦАМЭ/.``."""

from wirecrawl.news.wire.grammar import Table
from wirecrawl.news.wire.shapes import PLACES, slashed

MONTSAME = Table(
    agency="montsame",
    names=r"(?i:montsame|монцамэ)",
    hosts=("montsame.mn",),
    stages={},
    labels={},
    joiners=(":",),
    sites=("Montsame", "МОНЦАМЭ"),
    dateline_words=("MONTSAME", "МОНЦАМЭ"),
    # K
    datelines=(
        *slashed("MONTSAME|МОНЦАМЭ"),
        rf"{PLACES}\s/(?:MONTSAME|МОНЦАМЭ)/(?P<dash>[.,:–—-]?)(?=\s)",
        rf"{PLACES},\s(?:\d{{4}} оны )?[^\W\d_]{{3,15}} сарын \d{{1,2}},?\s?/(?:MONTSAME|МОНЦАМЭ)/"
        r"(?P<dash>[.,:–—-]?)(?=\s)",
    ),
)
