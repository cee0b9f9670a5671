"""Bloomberg's marks: the number of the update after the headline; dateline ``(Bloomberg) --``."""

from wirecrawl.news.wire.grammar import Table
from wirecrawl.news.wire.shapes import credited
from wirecrawl.news.wire.stages import CORRECTION, FLASH, LATER, REPEAT, URGENT
from wirecrawl.news.wire.words import SIGN_OFFS

BLOOMBERG = Table(
    agency="bloomberg",
    order=220,
    names=r"(?i:bloomberg(?: news)?)",
    # K
    stages={"BN": FLASH, "CORRECT": CORRECTION, "*CORRECT": CORRECTION} | {"RPT": REPEAT, "BREAKING": URGENT},
    # K
    labels={"EXCLUSIVE": "Exclusive", "BLOOMBERG OPINION": "Opinion", "Bloomberg Opinion": "Opinion"},
    joiners=(":",),
    ends={"({n})": LATER}
    # K
    | {"(Correct)": CORRECTION, "(Update{n})": LATER, "(Update)": LATER},
    sites=("Bloomberg", "Bloomberg.com", "Bloomberg News"),
    dateline_words=("Bloomberg",),
    datelines=credited(r"Bloomberg(?: \w{2,15}){0,2}"),
    # K
    sign_offs=(*SIGN_OFFS, r"(?:Updates|Adds|Corrects|Recasts) (?:with|from|to|[a-z]+)\b"),
    # K
    trailers=(r"To contact the (?:reporters?|editors?|authors?)\b", r"(?:©|\(c\)) ?\d{4} Bloomberg"),
    end_marks=(r"--With assistance from [^.]{2,200}",),
)
