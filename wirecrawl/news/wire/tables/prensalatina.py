"""Prensa Latina of Cuba: dateline ``El Cairo, 27 nov (Prensa Latina)``, without a dash."""

from wirecrawl.news.wire.grammar import Table
from wirecrawl.news.wire.shapes import credited

PRENSALATINA = Table(
    agency="prensalatina",
    names=r"Prensa Latina",
    hosts=("prensa-latina.cu", "plenglish.com", "prensalatina.com.br"),
    stages={},
    labels={},
    joiners=(":",),
    sites=("Noticias Prensa Latina", "Prensa Latina"),
    dateline_words=("Prensa Latina",),
    datelines=credited("Prensa Latina"),
    # K
    initials=r"[a-z]{2,4}(?:/[a-z]{2,4}){1,4}",
    by="por",
)
