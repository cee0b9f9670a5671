"""Interfax-Ukraine's marks: those of Interfax, with its own name; dateline ``KYIV. Jan 21 (Interfax-Ukraine) –``."""

from dataclasses import replace

from wirecrawl.news.wire.dates import DAY
from wirecrawl.news.wire.shapes import DASH, PLACES
from wirecrawl.news.wire.tables.interfax import INTERFAX

INTERFAXUKRAINE = replace(
    INTERFAX,
    agency="interfaxukraine",
    order=179,  # before Interfax, whose name begins with the same letters
    names=r"(?i:interfax-ukraine)|Интерфакс-Украина|Інтерфакс-Україна",
    sites=("Interfax-Ukraine", "Інтерфакс-Україна", "Интерфакс-Украина"),
    dateline_words=("nterfax-Ukraine", "нтерфакс-Ук"),
    # K
    datelines=(
        rf"{PLACES}[.,]\s(?P<day>{DAY})\.?\s\((?:Interfax-Ukraine|Інтерфакс-Україна|Интерфакс-Украина)\)\s?{DASH}",
    ),
)
