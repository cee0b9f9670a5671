"""Ukrinform's marks: headlines have at most a label; stories of the sites have no dateline."""

from wirecrawl.news.wire.dates import DAY
from wirecrawl.news.wire.grammar import Table
from wirecrawl.news.wire.shapes import PLACES, credited
from wirecrawl.news.wire.stages import CORRECTION, LATER, URGENT

_NAME = r"(?:UKRINFORM|Ukrinform|Укрінформ|Укринформ|УКРІНФОРМ)"

UKRINFORM = Table(
    agency="ukrinform",
    order=230,
    names=r"(?i:ukrinform|укр[иі]нформ)",
    # K
    stages={"BREAKING": URGENT, "URGENT": URGENT, "UPDATE": LATER, "UPDATED": LATER, "CORRECTED": CORRECTION},
    labels={"War update": None},
    joiners=(":",),
    sites=("Ukrinform", "Укрінформ", "Укринформ", "ukrinform.net"),
    attribution_joints=(" - ", " – ", ": "),
    # K: KYIV, July 5 /Ukrinform/.
    dateline_words=("krinform", "UKRINFORM", "крінформ", "кринформ", "УКРІНФОРМ"),
    datelines=(*credited(_NAME), rf"{PLACES}, (?P<day>{DAY})\.?\s?/{_NAME}/(?P<dash>\s?[.,:–-])"),
)
