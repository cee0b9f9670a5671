"""Notimex of Mexico (to 2023): dateline ``México, 12 Ene (Notimex).-``, end ``NTX/ABC/DEF``."""

from wirecrawl.news.wire.grammar import Table
from wirecrawl.news.wire.shapes import credited

NOTIMEX = Table(
    agency="notimex",
    names=r"(?i:notimex)|NTX",
    hosts=("notimex.gob.mx",),
    stages={},
    labels={},
    joiners=(":",),
    sites=("Notimex",),
    dateline_words=("Notimex", "NOTIMEX"),
    # K
    datelines=credited("Notimex|NOTIMEX"),
    by="por",
    # K
    end_marks=(r"NTX(?:/[A-Z]{2,4}){1,4}",),
)
