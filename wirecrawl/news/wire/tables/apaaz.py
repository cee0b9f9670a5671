"""APA of Azerbaijan, another agency than APA of Austria: dateline ``Baku-APA.``"""

from wirecrawl.news.wire.grammar import Table
from wirecrawl.news.wire.shapes import PLACES
from wirecrawl.news.wire.stages import USUAL

APAAZ = Table(
    agency="apaaz",
    hosts=("apa.az",),
    # K
    stages=USUAL,
    labels={},
    joiners=(":",),
    sites=("APA", "Apa.az"),
    dateline_words=("APA",),
    # K
    datelines=(rf"{PLACES}[-–]APA(?P<dash>[.:])(?=\s)",),
)
