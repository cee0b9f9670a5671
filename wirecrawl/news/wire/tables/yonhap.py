"""Yonhap's marks: brackets before the headline, ``(LEAD)`` for the first lead; in Korean (종합) and (1보) after it."""

from wirecrawl.news.wire.grammar import Stage, Table
from wirecrawl.news.wire.shapes import credited, korean
from wirecrawl.news.wire.stages import CORRECTION, FLASH, KILL, LATER, LEAD, REPEAT, URGENT
from wirecrawl.news.wire.words import PHOTO_CREDITS

_REPORTS = {f"{n}보": Stage(lead=n) for n in (2, 3, 4, 5)}  # 1보 is the first line on an event

YONHAP = Table(
    agency="yonhap",
    order=70,
    names=r"(?i:yonhap(?: news agency)?)|연합뉴스",
    stages={"URGENT": URGENT, "LEAD": LEAD, "{nth} LD": LATER, "Update": LATER}
    | {"종합": LEAD, "종합{n}보": LATER}
    | {"속보": URGENT, "1보": URGENT, **_REPORTS}
    # K
    | {"LD": LEAD, "{nth} LEAD": LATER, "UPDATE": LATER, "긴급": FLASH}
    | dict.fromkeys(("CORRECTED", "CORRECTION", "Correction", "수정"), CORRECTION)
    | {"KILL": KILL, "전문취소": KILL, "재송": REPEAT},
    labels={"News Focus": "Analysis", "Yonhap Interview": "Interview", "Yonhap Feature": "Feature"}
    | {"Newsmaker": "Profile", "Asiad": None, "Photo": None}
    # K
    | {"EDITORIAL from {words}": "Opinion", "Editorial from {words}": "Opinion", "News Analysis": "Analysis"}
    | {"Profile": "Profile", "Movie Review": "Review", "Exclusive": "Exclusive", "인터뷰": "Interview"}
    | {"단독": "Exclusive", "포토": None}
    | dict.fromkeys(("Olympics", "World Cup", "Photo News", "Movies", "PyeongChang 2018", "Asian Games")),
    joiners=(),
    brackets=("([［（【", ")]］）】"),
    ends={"(종합)": LEAD, "(종합{n}보)": LATER, "(속보)": URGENT, "(1보)": URGENT}
    | {f"({mark})": stage for mark, stage in _REPORTS.items()},
    tails=(r"\s?(?:\.{3}|…)", r"\s-"),
    sites=("Yonhap News Agency", "Yonhap", "연합뉴스"),
    # K
    periodicals=(
        r"Yonhap news summary(?: at [\w:. ]{2,20})?",
        r"Today in Korean history",
        r"Summary of (?:external|domestic|inter-Korean?) news .{0,40}this week",
    ),
    dateline_words=("Yonhap", "연합뉴스"),
    datelines=(
        *credited("Yonhap"),
        *korean("연합뉴스"),
    ),
    # K
    end_marks=(r"\(END\)",),
    signatures=(r"[\w.+-]{2,40}@(?:yna\.co\.kr|yonhapnews\.co\.kr)",),
    photo_credits=(*PHOTO_CREDITS, r"(?:[^()]{2,60}-)?Yonhap", r"PHOTO NOT FOR SALE"),
    trailers=(r"[<〈＜]\s?저작권자",),
)
