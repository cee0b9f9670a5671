"""Kabar of Kyrgyzstan: dateline ``Бишкек, 12 января /Кабар/.``"""

from wirecrawl.news.wire.grammar import Table
from wirecrawl.news.wire.shapes import PLACES, slashed
from wirecrawl.news.wire.stages import USUAL

KABAR = Table(
    agency="kabar",
    names=r"(?:ИА\s)?«?(?:Кабар|КАБАР)»?|Kabar (?:National )?News Agency",
    hosts=("kabar.kg",),
    # K
    stages=USUAL,
    labels={},
    joiners=(":",),
    sites=("Kabar", "Кабар"),
    dateline_words=("Кабар", "КАБАР", "Kabar"),
    # K
    datelines=(
        *slashed("Кабар|КАБАР|Kabar"),
        rf"{PLACES}, \d{{2}}\.\d{{2}}\.\d{{2,4}}\.?\s/(?:Кабар|КАБАР|Kabar)/(?P<dash>\.?)(?=\s)",
    ),
)
