"""ANSA's marks: a flash between plus signs, labels with a slash; the dateline names the agency first."""

from wirecrawl.news.wire.dates import DAY
from wirecrawl.news.wire.grammar import Table
from wirecrawl.news.wire.shapes import DASH, PLACES
from wirecrawl.news.wire.stages import CORRECTION, FLASH, KILL, LATER, REPEAT, URGENT

_FIRST = r"\(ANSA(?:[-/][\w. ]{2,20})?\)\s?[-–—]{1,2}\s?"

ANSA = Table(
    agency="ansa",
    order=100,
    names=r"(?i:ansa|agenzia ansa)",
    # K
    stages={"++": FLASH, "+++": FLASH, "URGENT": URGENT, "URGENTE": URGENT}
    | {"BREAKING": URGENT, "RPT": REPEAT, "ERRATA CORRIGE": CORRECTION}
    | {"CORRECTED": CORRECTION, "ANNULLARE": KILL},
    # K
    labels={"ANALYSIS": "Analysis", "ANALISI": "Analysis", "FOCUS": "Analysis", "ANSA-FOCUS": "Analysis"}
    | {"ANSA-INTERVIEW": "Interview", "INTERVISTA": "Interview", "ANSA-INTERVISTA": "Interview", "SCHEDA": "Background"}
    | {"PUNTO": "Wrap-up", "ANSA-ANALISI": "Analysis"},
    joiners=("/", ":"),
    spaced=True,
    # K
    ends={"({n})": LATER, "(RPT)": REPEAT, "- RPT": REPEAT, "RPT": REPEAT},
    tails=(r"\s\+{2,3}",),
    sites=("ANSA.it", "ANSA", "Ansa.it", "ANSA English"),
    attribution_joints=(" - ", ": "),
    dateline_words=("ANSA",),
    datelines=(
        rf"{_FIRST}{PLACES},?\s(?P<day>{DAY})\s?{DASH}",
        rf"{_FIRST}{PLACES}\s{DASH}",
        rf"{PLACES}(?:,\s(?P<day>{DAY}))?\s\(ANSA\)\s?{DASH}",
        rf"\(ANSA\)\s?{DASH}(?=\s)",
    ),
    by="by|di",
    end_marks=(r"\(ANSA(?:[-/][\w. ]{2,20})?\)",),
)
