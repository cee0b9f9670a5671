"""ATA (ATSH) of Albania: dateline ``TIRANË, 20 shkurt /ATSH/ -``."""

from wirecrawl.news.wire.grammar import Table
from wirecrawl.news.wire.shapes import credited, slashed

ATA = Table(
    agency="ata",
    names=r"ATSH|(?i:agjencia telegrafike shqiptare|albanian telegraphic agency)",
    hosts=("ata.gov.al",),
    stages={},
    labels={},
    joiners=(":",),
    sites=("ATSH", "ATA"),
    dateline_words=("ATSH", "ATA"),
    # K
    datelines=(*slashed("ATSH|ATA"), *credited("ATSH|ATA")),
)
