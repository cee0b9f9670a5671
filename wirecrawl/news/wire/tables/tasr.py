"""TASR of Slovakia: dateline ``Bratislava 12. januára (TASR) –``."""

from wirecrawl.news.wire.grammar import Table
from wirecrawl.news.wire.shapes import credited
from wirecrawl.news.wire.stages import CORRECTION, LATER

TASR = Table(
    agency="tasr",
    names=r"TASR|(?i:tlačová agentúra slovenskej republiky)",
    hosts=("teraz.sk", "tasr.sk"),
    # K
    stages={"AKTUALIZÁCIA": LATER, "OPRAVA": CORRECTION},
    labels={},
    joiners=(":",),
    sites=("TERAZ.sk", "TASR"),
    dateline_words=("TASR",),
    # K
    datelines=credited("TASR"),
)
