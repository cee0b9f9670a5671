"""Kyodo's marks: a word and a colon before the headline, a plus sign after it; the dateline has no brackets."""

from wirecrawl.news.wire.dates import DAY
from wirecrawl.news.wire.grammar import Table
from wirecrawl.news.wire.shapes import DASH, PLACES, bare
from wirecrawl.news.wire.stages import BULLETIN, CORRECTION, FLASH, KILL, LATER, LEAD, REFILE, REPEAT, URGENT
from wirecrawl.news.wire.words import PHOTO_CREDITS

_SPORTS = """Athletics|Badminton|Baseball|Basketball|Boxing|Cycling|Figure skating|Golf|Gymnastics|Horse racing|Judo|MLB
Olympics|Paralympics|Rugby|Skiing|Ski jumping|Speed skating|Sumo|Swimming|Table tennis|Tennis|Volleyball|Wrestling"""

KYODO = Table(
    agency="kyodo",
    order=80,
    names=r"(?i:kyodo(?: news)?)|共同(?:通信社?|社)?",
    stages={"BREAKING NEWS": URGENT}
    # K
    | {"速報": URGENT, "快讯": URGENT}
    | {"URGENT": URGENT, "FLASH": FLASH, "BULLETIN": BULLETIN}
    | {"UPDATE {n}": LATER, "UPDATE": LATER, "LEAD": LEAD, "{nth} LEAD": LATER, "{nth} LD": LATER}
    | dict.fromkeys(("CORRECTED", "CORRECTION"), CORRECTION)
    | {"REFILING": REFILE, "REPEATING": REPEAT, "KILL": KILL},
    labels={"Soccer": None}
    # K
    | dict.fromkeys(_SPORTS.replace("\n", "|").split("|"))
    | {"FOCUS": "Analysis", "ANALYSIS": "Analysis", "FEATURE": "Feature"}
    | {"INTERVIEW": "Interview", "OPINION": "Opinion"}
    | {"OBITUARY": "Obituary", "PROFILE": "Profile", "CHRONOLOGY": "Background", "EXCLUSIVE": "Exclusive"},
    joiners=(":", "："),
    brackets=("【", "】"),
    tails=(r"\s?\+",),
    sites=("Kyodo News", "KYODO NEWS", "Japan Wire by KYODO NEWS"),
    # K
    periodicals=(r"Kyodo news summary -\d{1,2}-",),
    dateline_words=("Kyodo", "KYODO", "共同"),
    datelines=(
        rf"{PLACES}, (?P<day>{DAY}),?\s[(]?K(?:yodo|YODO)[)]?\s?{DASH}",
        r"【(?P<places>[^【】\d]{0,20}?)共同(?P<dash>】)",
        rf"【共同社(?P<places>[㐀-鿿]{{0,12}}?)(?P<day>{DAY})(?P<dash>[电電])】",  # K
    ),
    bare_datelines=bare(),
    end_marks=(r"==Kyodo", r"[(（]完[)）]"),
    # K
    photo_credits=(*PHOTO_CREDITS, r"(?:Photo courtesy of [^()]{2,60}|Kyodo|Pool photo|File photo)"),
)
