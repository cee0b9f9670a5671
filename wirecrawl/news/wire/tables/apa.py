"""APA of Austria: dateline ``Wien (APA) -``, copies credit ``APA`` or ``APA/dpa``."""

from wirecrawl.news.wire.grammar import Table
from wirecrawl.news.wire.shapes import credited
from wirecrawl.news.wire.stages import USUAL

APA = Table(
    agency="apa",
    names=r"APA(?:[-/](?:dpa|AFP|Reuters|OTS|ag))?|(?i:austria presse[- ]agentur)",
    hosts=("apa.at",),
    # K
    stages=USUAL,
    labels={},
    joiners=(":",),
    sites=("APA",),
    dateline_words=("APA",),
    # K
    datelines=credited("APA"),
    by="von",
    # K
    end_marks=(r"\(Schluss\)(?: [a-z]{2,4}(?:/[a-z]{2,4})?)?",),
)
