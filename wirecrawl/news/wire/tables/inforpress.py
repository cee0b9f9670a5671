"""Inforpress of Cape Verde: dateline ``Cidade da Praia, 12 Jan (Inforpress) –``."""

from wirecrawl.news.wire.grammar import Table
from wirecrawl.news.wire.shapes import credited

INFORPRESS = Table(
    agency="inforpress",
    names=r"(?i:inforpress)",
    hosts=("inforpress.cv",),
    stages={},
    labels={},
    joiners=(":",),
    sites=("Inforpress",),
    dateline_words=("Inforpress",),
    # K
    datelines=credited("Inforpress"),
    # K
    end_marks=(r"Inforpress/Fim",),
    initials=r"[A-Z]{2,4}(?:/[A-Z]{2,4}){1,3}",
)
