"""ANP's marks: the number of the version after the headline; dateline ``San Mateo (ANP) -``."""

from wirecrawl.news.wire.grammar import Table
from wirecrawl.news.wire.shapes import credited
from wirecrawl.news.wire.stages import CORRECTION, FLASH, KILL, LATER, LEAD, REPEAT, URGENT
from wirecrawl.news.wire.words import NOTES

ANP = Table(
    agency="anp",
    order=210,
    names=r"ANP",
    # K
    stages={"SPOED": URGENT, "FLASH": FLASH, "LEAD": LEAD}
    | {"RECTIFICATIE": CORRECTION, "CORRECTIE": CORRECTION}
    | {"HERHALING": REPEAT, "VERVALT": KILL},
    # K
    labels={"INTERVIEW": "Interview", "ACHTERGROND": "Background", "OVERZICHT": "Wrap-up", "ANALYSE": "Analysis"}
    | {"AGENDA": "Daybook", "PORTRET": "Profile"},
    joiners=(":",),
    ends={"({n})": LATER},
    sites=("ANP",),
    dateline_words=("ANP",),
    datelines=credited("ANP"),
    by="by|door|van",
    # The first line of a later version, perhaps letter-spaced: n i e u w  b e r i c h t, vervangt: old headline.
    notes=(*NOTES, r"(?i:n ?i ?e ?u ?w {1,3}b ?e ?r ?i ?c ?h ?t)\b"),
)
