"""Europa Press of Spain: dateline ``MADRID, 28 May. (EUROPA PRESS) -``."""

from wirecrawl.news.wire.grammar import Table
from wirecrawl.news.wire.shapes import credited
from wirecrawl.news.wire.stages import CORRECTION, LATER

EUROPAPRESS = Table(
    agency="europapress",
    names=r"EUROPA PRESS|(?i:europa ?press)",
    hosts=("europapress.es",),
    # K
    stages={"AMP": LATER, "AMPLIACIÓN": LATER, "CORRECCIÓN": CORRECTION},
    labels={},
    joiners=(":",),
    sites=("Europa Press", "europapress.es"),
    dateline_words=("EUROPA", "Europa"),
    datelines=credited("EUROPA PRESS|Europa Press|EUROPAPRESS"),
    by="por",
)
