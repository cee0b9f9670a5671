"""Agerpres of Romania: dateline ``Bucureşti, 30 sep /Agerpres/ -``, end ``AGERPRES/(...)``."""

from wirecrawl.news.wire.grammar import Table
from wirecrawl.news.wire.shapes import slashed

AGERPRES = Table(
    agency="agerpres",
    names=r"(?i:agerpres)",
    hosts=("agerpres.ro",),
    stages={},
    labels={},
    joiners=(":",),
    sites=("Agerpres", "AGERPRES"),
    dateline_words=("Agerpres", "AGERPRES"),
    datelines=slashed("Agerpres|AGERPRES"),
    end_marks=(r"AGERPRES\s?/?\s?\([^()]{2,120}\)",),
)
