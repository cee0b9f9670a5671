"""Armenpress: dateline ``YEREVAN, JANUARY 12, ARMENPRESS.``"""

from wirecrawl.news.wire.grammar import Table
from wirecrawl.news.wire.shapes import unbracketed
from wirecrawl.news.wire.stages import USUAL

ARMENPRESS = Table(
    agency="armenpress",
    names=r"(?i:armenpress|арменпресс|արմենպրես)",
    hosts=("armenpress.am",),
    # K
    stages=USUAL,
    labels={},
    joiners=(":",),
    sites=("Armenpress", "ARMENPRESS"),
    dateline_words=("ARMENPRESS", "АРМЕНПРЕСС", "ԱՐՄԵՆՊՐԵՍ"),
    # K
    datelines=unbracketed("ARMENPRESS|АРМЕНПРЕСС|ԱՐՄԵՆՊՐԵՍ"),
)
