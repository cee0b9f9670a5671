"""Marks of CNA (Focus Taiwan): labels with a slash; ``Taipei, Nov. 17 (CNA)``, in Chinese （中央社記者…台北21日電）."""

from wirecrawl.news.wire.dates import SHORT_DAY
from wirecrawl.news.wire.grammar import Table
from wirecrawl.news.wire.shapes import credited
from wirecrawl.news.wire.stages import CORRECTION, FLASH, LATER, URGENT
from wirecrawl.news.wire.words import PHOTO_TAILS

# Names in Taiwan have three characters, rarely two; the rest before the day is the place.
_NAMES = r"(?P<names>[㐀-鿿]{2,3}(?:、[㐀-鿿]{2,3}){0,3})"

CNA = Table(
    agency="cna",
    order=160,
    names=r"(?i:central news agency)|中央(?:通訊)?社",
    # K
    stages={"BREAKING": URGENT, "BREAKING NEWS": URGENT, "URGENT": URGENT}
    | {"UPDATE": LATER, "快訊": FLASH, "更正": CORRECTION, "更新": LATER}
    | {"CORRECTION": CORRECTION, "Correction": CORRECTION},
    # K
    labels={"CORONAVIRUS": None, "Typhoon {words}": None, "TYPHOON {words}": None, "EARTHQUAKE": None, "SPORTS": None}
    | {"INTERVIEW": "Interview", "FOCUS": "Analysis", "ANALYSIS": "Analysis"}
    | {"FEATURE": "Feature", "EXPLAINER": "Analysis"}
    | {"PROFILE": "Profile", "OPINION": "Opinion", "TIMELINE": "Background", "專訪": "Interview", "特派專欄": "Opinion"}
    | dict.fromkeys(("ELECTION {words}", "OLYMPICS", "COVID-19", "SEMICONDUCTORS", "WEATHER", "ENTERTAINMENT")),
    joiners=("/", "／"),
    brackets=("(（", ")）"),
    # K
    ends={"(update)": LATER, "(updated)": LATER, "(update {n})": LATER, "(Update)": LATER},
    sites=("Focus Taiwan", "中央社 CNA", "中央社", "CNA"),
    dateline_words=("CNA", "中央社"),
    datelines=(
        *credited("CNA"),
        rf"[（(]中央社(?:(?:特派員|記者){_NAMES})?(?P<places>[㐀-鿿]{{2,8}}?)(?P<day>{SHORT_DAY})"
        r"(?P<dash>[綜合專外電訊日報導]{1,8})[）)]",
        r"[〔［【\[]中央社(?P<places>)(?P<dash>[〕］】\]])",
        r"據?中央社(?P<places>)(?P<dash>報導，)",
    ),
    end_marks=(r"(?:Enditem|ENDITEM)/?(?:[A-Za-z]{1,6}(?:/[A-Za-z]{1,6}){0,3})?", r"（編輯：[^（）]{2,20}）(?:\d{7})?"),
    # K
    photo_tails=(
        *PHOTO_TAILS,
        r"(?:CNA (?:file )?photo|Photo (?:courtesy|by) of [^.]{2,60})(?: [A-Z]\w{2,8}\.? \d{1,2}, \d{4})?",
    ),
)
