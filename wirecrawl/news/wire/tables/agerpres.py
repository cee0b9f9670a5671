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
    # AGERPRES/(AS - autor: Ana Pop, editor: Ion Rusu, editor online: Ada Stan)
    signatures=(r"AGERPRES\s?/?\s?\((?:[A-Z]{2,3}\s?[-–]\s?)?autor: (?P<names>[^,()]{4,60}), editor[^()]{2,120}\)",),
    end_marks=(r"AGERPRES\s?/?\s?\([^()]{2,120}\)",),
)
