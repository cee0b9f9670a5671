"""Azertac of Azerbaijan: dateline ``Baku, January 12, AZERTAC``, in older copy ``/AzerTaC/``."""

from wirecrawl.news.wire.dates import DAY
from wirecrawl.news.wire.grammar import Table
from wirecrawl.news.wire.shapes import PLACES, slashed, unbracketed
from wirecrawl.news.wire.stages import USUAL

AZERTAC = Table(
    agency="azertac",
    names=r"(?i:azertac|azərtac|азертадж)",
    hosts=("azertag.az",),
    # K
    stages=USUAL,
    labels={},
    joiners=(":",),
    sites=("AZERTAC", "Azertag.az"),
    dateline_words=("AzerTaC", "AzerTAc", "AZERTAC", "AZƏRTAC", "АЗЕРТАДЖ"),
    datelines=(
        *slashed("AzerTaC|AzerTAc|AZERTAC"),
        # K
        *unbracketed("AZERTAC|AZƏRTAC|АЗЕРТАДЖ"),
        rf"{PLACES}, (?P<day>{DAY}), (?:AZERTAC|AZƏRTAC)(?P<dash>)(?=\s|$)",
    ),
)
