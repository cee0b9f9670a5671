"""Interfax's marks: the source after a dash, ``(Part 2)`` (K); dateline ``Москва. 21 января. INTERFAX.RU -``."""

from wirecrawl.news.wire.dates import DAY
from wirecrawl.news.wire.grammar import Table
from wirecrawl.news.wire.shapes import DASH, PLACES
from wirecrawl.news.wire.stages import CORRECTION, FLASH, LATER, URGENT

_NAME = r"(?:INTERFAX|Interfax|Интерфакс|ИНТЕРФАКС)(?:[-.][\w.-]{2,20})?"

INTERFAX = Table(
    agency="interfax",
    order=180,
    names=r"(?i:interfax(?:\.ru)?)|Интерфакс",
    # K
    stages={"URGENT": URGENT, "BREAKING": URGENT, "FLASH": FLASH}
    | {"CORRECTED": CORRECTION, "CORRECTION": CORRECTION, "UPDATE": LATER},
    # K
    labels={"INTERVIEW": "Interview", "ANALYSIS": "Analysis", "PRESS REVIEW": "Press Digest"},
    joiners=(":",),
    # K
    ends={"(Part {n})": LATER, "(part {n})": LATER, "(UPDATED)": LATER, "(Updated)": LATER},
    tails=(r"\s\((?:adds|updates|corrects|recasts) [^()]{2,60}\)", r"\s\((?:adds|updates|corrected)\)"),
    sites=("Interfax", "Interfax.ru", "Интерфакс", "Interfax-Ukraine"),
    attribution_joints=(" - ", " – ", ": "),
    dateline_words=("nterfax", "INTERFAX", "нтерфакс", "ИНТЕРФАКС"),
    datelines=(
        rf"(?:{PLACES}[.,]\s)??(?P<day>{DAY})\.?\s{_NAME}(?P<dash>\s?[-–—.])\s",
        rf"{PLACES}[.,]\s(?P<day>{DAY})\.?\s\({_NAME}\)\s?{DASH}",  # K
    ),
)
