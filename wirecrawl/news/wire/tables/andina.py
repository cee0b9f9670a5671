"""Andina of Peru: dateline ``Lima, ene. 12.`` on its own pages, end ``(FIN) ABC/DEF``."""

from wirecrawl.news.wire.dates import DAY
from wirecrawl.news.wire.grammar import Table
from wirecrawl.news.wire.shapes import PLACES

ANDINA = Table(
    agency="andina",
    names=r"(?i:(?:agencia )?andina)",
    hosts=("andina.pe",),
    stages={},
    labels={},
    joiners=(":",),
    sites=("Andina", "Agencia Peruana de Noticias Andina"),
    # K
    bare_datelines=(rf"{PLACES}, (?P<day>{DAY})(?P<dash>\.)(?=\s)",),
    # K
    end_marks=(r"\(FIN\)(?: [A-Z]{2,4}(?:/[A-Z]{2,4}){0,3})?",),
)
