"""APS of Algeria: dateline ``ALGER -`` on its own pages, ``ALGIERS (APS) -`` in copies."""

from wirecrawl.news.wire.grammar import Table
from wirecrawl.news.wire.shapes import CAPITALS, DASH, credited

APS = Table(
    agency="aps",
    names=r"APS|(?i:alg[ée]rie presse service)",
    hosts=("aps.dz",),
    stages={},
    labels={},
    joiners=(":",),
    sites=("APS", "Algérie Presse Service"),
    dateline_words=("APS",),
    # K
    datelines=credited("APS"),
    # K
    bare_datelines=(rf"{CAPITALS}\s?{DASH}(?=\s)",),
    by="by|par",
)
