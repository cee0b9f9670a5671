"""Adnkronos of Italy: dateline ``Roma, 2 mar. (Adnkronos) -``, on the web ``(Adnkronos) -``."""

from wirecrawl.news.wire.grammar import Table
from wirecrawl.news.wire.shapes import credited

ADNKRONOS = Table(
    agency="adnkronos",
    names=r"(?i:adn ?kronos)",
    hosts=("adnkronos.com",),
    stages={},
    labels={},
    joiners=(":",),
    sites=("Adnkronos",),
    dateline_words=("dnkronos", "ADNKRONOS"),
    datelines=credited(r"Adnkronos(?:/[\w ]{2,20})?|ADNKRONOS"),
    by="di",
)
