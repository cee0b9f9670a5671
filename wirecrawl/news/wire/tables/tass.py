"""TASS's marks: headlines have none; dateline ``MOSCOW, January 21. /TASS/.``, ``МОСКВА, 29 июня. /ТАСС/.``."""

from wirecrawl.news.wire.dates import DAY
from wirecrawl.news.wire.grammar import Table
from wirecrawl.news.wire.shapes import PLACES
from wirecrawl.news.wire.stages import CORRECTION, FLASH, URGENT
from wirecrawl.news.wire.words import PHOTO_TAILS

_SECTIONS = "World|Russian Politics & Diplomacy|Military & Defense|Business & Economy|Economy|Emergencies"
_MORE = "Science & Space|Society & Culture|Society|Sports?|Press Review|Politics|Defense|Russia|Ukraine crisis"

TASS = Table(
    agency="tass",
    order=50,
    names=r"(?i:(?:itar-)?tass)|(?:ИТАР-)?ТАСС",
    # K: in the slug
    stages={"URGENT": URGENT, "BREAKING": URGENT, "FLASH": FLASH}
    | {"СРОЧНО": URGENT, "МОЛНИЯ": FLASH, "CORRECTED": CORRECTION},
    # K
    labels={"Press review": "Press Digest", "INTERVIEW": "Interview", "ИНТЕРВЬЮ": "Interview"},
    joiners=(":",),
    sites=("TASS", "ТАСС", "TASS.com"),
    channel=rf" - (?:{_SECTIONS}|{_MORE})$",
    attribution_joints=(" - ", " — ", ": "),
    dateline_words=("TASS", "ТАСС"),
    datelines=(
        rf"(?:{PLACES}, )?(?P<day>{DAY})\.?\s?/(?:(?:ИТАР|ITAR)-)?(?:Корр\.\s?|Correspondent )?(?:TASS|ТАСС)"
        rf"(?:[ ,](?:Correspondent\s)?(?P<names>[^/\d]{{2,60}}))?/(?P<dash>\s?[.,:])?",
        # of 2012, without a comma between the agency and the writer
        rf"(?:{PLACES}, )?(?P<day>{DAY})\.?\s?/Корр\.\s?(?:ИТАР-)?ТАСС\s(?P<names>[^/\d,]{{4,60}})/(?P<dash>\s?[.,:])?",
        rf"(?:TASS|ТАСС), (?P<day>{DAY})(?P<dash>\.)(?=\s)",  # K: a story without a place
    ),
    # K
    end_marks=(r"/(?:TASS|ТАСС)/",),
    photo_tails=(*PHOTO_TAILS, r"©\s?[^©/]{2,60}/\s?(?:TASS|ТАСС)"),
)
