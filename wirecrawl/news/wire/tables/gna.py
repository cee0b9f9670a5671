"""GNA of Ghana: dateline ``Accra, Dec 24, GNA –``, without brackets."""

from wirecrawl.news.wire.grammar import Table
from wirecrawl.news.wire.shapes import unbracketed
from wirecrawl.news.wire.stages import USUAL
from wirecrawl.news.wire.words import NOTES

GNA = Table(
    agency="gna",
    names=r"GNA|Ghana News Agency",
    hosts=("gna.org.gh",),
    # K
    stages=USUAL,
    labels={},
    joiners=(":",),
    sites=("Ghana News Agency", "GNA"),
    dateline_words=("GNA",),
    datelines=unbracketed("GNA"),
    # K
    notes=(*NOTES, r"Edited by [A-Z]"),
    # K
    end_marks=(r"GNA",),
)
