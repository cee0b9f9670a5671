"""ČTK of Czechia: dateline ``Praha 14. července (ČTK) -``, without a comma."""

from wirecrawl.news.wire.grammar import Table
from wirecrawl.news.wire.shapes import credited
from wirecrawl.news.wire.stages import CORRECTION, LATER

CTK = Table(
    agency="ctk",
    names=r"ČTK|CTK|čtk|(?i:česká tisková kancelář)",
    hosts=("ctk.cz", "ceskenoviny.cz"),
    # K
    stages={"AKTUALIZACE": LATER, "OPRAVA": CORRECTION},
    labels={},
    joiners=(":",),
    sites=("České noviny", "ČeskéNoviny.cz", "ČTK"),
    dateline_words=("ČTK", "CTK", "čtk"),
    datelines=credited("ČTK|CTK|čtk"),
)
