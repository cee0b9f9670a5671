"""Agência Brasil: headlines have no marks and stories no dateline; copies credit ``Agência Brasil``."""

from wirecrawl.news.wire.grammar import Table
from wirecrawl.news.wire.stages import USUAL
from wirecrawl.news.wire.words import NOTES

AGENCIABRASIL = Table(
    agency="agenciabrasil",
    names=r"(?i:ag[êe]ncia brasil)",
    # K
    stages=USUAL,
    labels={},
    joiners=(":",),
    sites=("Agência Brasil",),
    # K
    notes=(*NOTES, r"Edição:\s"),
)
