"""Reuters' marks: capitals and a hyphen, in any order, from a closed list; dateline ``LONDON, May 3 (Reuters) -``."""

from wirecrawl.news.wire.dates import SHORT_DAY
from wirecrawl.news.wire.grammar import Stage, Table
from wirecrawl.news.wire.shapes import arabic, credited
from wirecrawl.news.wire.stages import CORRECTION, FLASH, KILL, LATER, REFILE, REPEAT, URGENT

_SUMMARY = Stage(genre="Wrap-up")
_DESKS = """FOREX|US STOCKS|US STOCKS SNAPSHOT|GLOBAL MARKETS|GLOBAL MARKET|PRECIOUS|GRAINS|TREASURIES
TREASURIES OUTLOOK|GLOBAL ECONOMY|GLOBAL ECONOMY WEEKAHEAD|EUROPE ECONOMY|EM ASIA FX|CANADA FX DEBT|CANADA STOCKS
NORDIC STOCKS|CEE MARKETS|STOCKS NEWS EUROPE|NYMEX|METALS|COMMODITIES|MARKET EYE|CHINA MONEY|DEALTALK|AIRSHOW
HIGHLIGHTS|TAKE A LOOK|INSTANT VIEW|BUZZ|RLPC|ECB FOCUS|FED FOCUS|INVESTMENT FOCUS|IPO VIEW|REUTERS SUMMIT
REUTERS INSIDER LIVE|BRIEF"""
_DESKS_K = """EMERGING MARKETS|LATAM STOCKS|LATAM FX|MIDEAST STOCKS|JAPAN STOCKS|INDIA RUPEE|INDIA BONDS|JGBS|BUNDS
VEGOILS|SOFTS|LIVESTOCK|STOCKS NEWS US|STOCKS NEWS ASIA|HOT STOCKS|MEDIA|PREVIEW|WITNESS|ADVISORY|EURO DEBT SUPPLY"""
_SPORTS = """Alpine skiing|American football|Athletics|Badminton|Baseball|Basketball|Boxing|Cricket|Cycling
Figure skating|Golf|Gymnastics|Horse racing|Ice hockey|Judo|MLB|Motor racing|Motorcycling|NBA|NFL|NHL|Olympics
Rallying|Rowing|Rugby|Sailing|Skiing|Soccer|Swimming|Table tennis|Tennis|Volleyball|Weightlifting|Wrestling"""

REUTERS = Table(
    agency="reuters",
    order=20,
    names=r"(?i:(?:thomson )?reuters(?: staff| editorial| health)?)|路透社?|رويترز",
    stages={"UPDATE {n}": LATER, "UPDATE": LATER, "WRAPUP {n}": _SUMMARY, "WRAPUP": _SUMMARY}
    | {"RPT": REPEAT, "REFILE": REFILE, "CORRECTED": CORRECTION}
    | {"URGENT": URGENT}
    # K
    | dict.fromkeys(("CORRECTION", "CORRECTED (OFFICIAL)"), CORRECTION)
    | dict.fromkeys(("KILL", "WITHDRAWAL", "WITHDRAWN"), KILL)
    | dict.fromkeys(("FLASH", "ALERT", "NEWSALERT"), FLASH)
    | {"REPEAT": REPEAT, "BREAKING NEWS": URGENT, "EXTRA": URGENT},
    labels=dict.fromkeys(_DESKS.replace("\n", "|").split("|"))
    | {"ANALYSIS": "Analysis", "INSIGHT": "Analysis", "INTERVIEW": "Interview", "FEATURE": "Feature"}
    | dict.fromkeys(("FACTBOX", "TIMELINE"), "Background")
    | dict.fromkeys(("COLUMN", "BREAKINGVIEWS", "SAFT ON WEALTH"), "Opinion")
    | {"NEWSMAKER": "Profile", "PRESS DIGEST": "Press Digest", "DIARY": "Daybook", "POLL": "Polls and Surveys"}
    | {"Q&A": "Question and Answer Session", "TABLE": "Results Listings and Statistics"}
    | dict.fromkeys(("YOUR MONEY", "HOW TO PLAY IT"), "Advice")
    # K
    | dict.fromkeys(_DESKS_K.replace("\n", "|").split("|"))
    | {"EXCLUSIVE": "Exclusive", "EXPLAINER": "Analysis", "SPECIAL REPORT": "Special Report", "OBITUARY": "Obituary"}
    | {"PROFILE": "Profile", "COMMENTARY": "Opinion", "SCENARIOS": "Analysis", "BACKGROUND": "Background"},
    joiners=("-",),
    later_labels=tuple(_SPORTS.replace("\n", "|").split("|")),
    # Slug lines: GLOBAL-PRECIOUS/ (UPDATE 1)
    ends={"(UPDATE {n})": LATER, "(WRAPUP {n})": _SUMMARY},
    tails=(r"(?:\s?<[A-Za-z0-9.=^_]{1,20}>){1,12}", r"\s(?:\.{3}|…)"),
    sites=("Reuters", "Reuters.com"),
    attribution_joints=(" - ", " -", " – ", " –", ": ", "-"),
    dateline_words=("Reuters", "路透", "رويترز"),
    datelines=(
        *credited(r"(?:Thomson )?Reuters(?: Foundation| Breakingviews| Health)?"),
        *arabic(r"رويترز"),
        # K
        rf"[（(]路透社?(?P<places>[㐀-鿿]{{2,8}}?)(?P<day>{SHORT_DAY})(?P<dash>[綜合專外電訊報導]{{1,8}})[）)]",
    ),
    by="by|par|por|von",
    # K: the desks of press releases and older wires
    end_marks=(r"###", r"ENDS"),
)
