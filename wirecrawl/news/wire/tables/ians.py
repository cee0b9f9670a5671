"""IANS's marks: headlines have none or ``(Lead)`` (K); dateline ``New Delhi, Feb 16 (IANS)``, end ``--IANS``."""

from wirecrawl.news.wire.grammar import Stage, Table
from wirecrawl.news.wire.shapes import credited
from wirecrawl.news.wire.stages import CORRECTION, LATER, LEAD, URGENT
from wirecrawl.news.wire.words import PHOTO_CREDITS

IANS = Table(
    agency="ians",
    order=140,
    names=r"IANS|Indo-Asian News Service|आईएएनएस",
    # K
    stages={"Lead": LEAD, "LD": LEAD, "Ld": LEAD, "{nth} Lead": LATER, "{nth} Ld": LATER}
    | {"BREAKING": URGENT, "Correction": CORRECTION},
    # K
    labels={"IANS Interview": "Interview", "IANS Exclusive": "Exclusive"}
    | {"IANS Review": "Review", "IANS Special": None},
    joiners=(":",),
    brackets=("([", ")]"),
    # K
    ends={"(Lead)": LEAD, "(LD)": LEAD, "(Ld)": LEAD, "({nth} Lead)": LATER}
    | {"({nth} Ld)": LATER, "({nth} LD)": LATER}
    | {"(Second Lead)": Stage(lead=2), "(Third Lead)": Stage(lead=3)},
    end_labels={"(Roundup)": "Wrap-up"}
    | {"(IANS Interview)": "Interview", "(IANS Exclusive)": "Exclusive", "(IANS Review)": "Review"},
    sites=("IANS", "IANS Live", "ianslive.in"),
    dateline_words=("IANS", "आईएएनएस"),
    datelines=credited(r"IANS(?:life)?|आईएएनएस"),
    # "(IANS)" was seen; the rest is K
    end_marks=(r"\(IANS\)", r"[—–-]{1,2} ?IANS", r"[—–-]{1,2} ?आईएएनएस"),
    initials=r"[a-z]{2,4}(?:/[a-z]{2,4}){1,3}/?|[\u0900-\u097f]{2,8}(?:/[\u0900-\u097f]{2,8}){1,3}",
    photo_credits=(*PHOTO_CREDITS, r"(?:Photo|Credit)s?:? ?/?(?:[^()]{0,40}/)?IANS", r"IANS Photo(?:/[^()]{2,40})?"),
)
