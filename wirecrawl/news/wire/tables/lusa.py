"""Lusa of Portugal: dateline ``Lisboa, 12 jan 2024 (Lusa) -``, end ``ABC // DEF`` and ``Lusa/Fim``."""

from wirecrawl.news.wire.grammar import Table
from wirecrawl.news.wire.shapes import credited
from wirecrawl.news.wire.stages import CORRECTION, LATER

LUSA = Table(
    agency="lusa",
    names=r"Lusa|LUSA|Agência Lusa",
    hosts=("lusa.pt",),
    # K
    stages={"ATUALIZAÇÃO": LATER, "CORREÇÃO": CORRECTION},
    labels={},
    joiners=(":",),
    sites=("Lusa", "Agência Lusa"),
    dateline_words=("Lusa", "LUSA"),
    # K
    datelines=credited("Lusa|LUSA"),
    # K
    initials=r"[A-Z]{2,5}(?:/[A-Z]{2,5})?\s?//\s?[A-Z]{2,5}",
    by="por",
    # K
    end_marks=(r"Lusa/[Ff]im\.?",),
)
