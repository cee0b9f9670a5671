"""AFP's marks: headlines of samples have none; dateline ``STOCKHOLM, Aug 29, 2014 (AFP) -`` or 【6月18日 AFP】."""

from wirecrawl.news.wire.dates import DAY, SHORT_DAY
from wirecrawl.news.wire.grammar import Stage, Table
from wirecrawl.news.wire.shapes import PLACES, arabic, credited
from wirecrawl.news.wire.stages import CORRECTION, FLASH, KILL, LATER, LEAD, REPEAT, URGENT

_INITIALS = r"[a-z]{2,4}(?:-[a-z]{2,4})?"

AFP = Table(
    agency="afp",
    order=40,
    names=r"(?i:AFP|agence france[- ]presse)|法新社|أ ?ف ?ب|فرانس برس",
    # K
    stages={"URGENT": URGENT, "FLASH": FLASH, "ALERTE": FLASH, "LEAD": LEAD}
    | {"ATTENTION": LATER, "ATTENTION ///": LATER, "{nth} LEAD": LATER, "Update": LATER, "ACTUALISATION": LATER}
    | dict.fromkeys(("BREAKING", "BREAKING NEWS", "EIL", "URGENTE"), URGENT)
    | dict.fromkeys(("CORRECTION", "RECTIFICATIF", "CORRECTED", "CORRECT", "*CORRECT"), CORRECTION)
    | dict.fromkeys(("ANNULATION", "KILL"), KILL)
    | {"PAPIER GÉNÉRAL": Stage(genre="Wrap-up"), "RPT": REPEAT, "REPETITION": REPEAT},
    # K
    labels={"ENCADRE": "Background", "ENCADRÉ": "Background", "SYNTHESE": "Wrap-up", "SYNTHÈSE": "Wrap-up"}
    | {"PORTRAIT": "Profile", "REPORTAGE": "Feature", "ANALYSE": "Analysis", "ENTRETIEN": "Interview"},
    joiners=(":", " - ", "///"),
    spaced=True,
    brackets=("([", ")]"),
    # K
    ends={"(Update)": LATER, "(ACTUALISATION)": LATER, "///": LATER},
    sites=("AFP", "AFP.com", "AFP Fact Check", "Factuel", "AFPBB News"),
    dateline_words=("AFP", "afp", "法新社", "أف ب", "أ ف ب", "ا ف ب", "اف ب", "فرانس"),
    datelines=(
        *credited("AFP"),
        *arabic(r"أ ?ف ?ب|ا ?ف ?ب|فرانس برس"),
        rf"{PLACES}\s\((?P<dash>ats(?:[ /][a-z]{{2,8}}){{0,3}}[ /]afp(?:[ /][a-z]{{2,8}}){{0,3}})\)",
        rf"[（(]法新社(?P<places>[㐀-鿿]{{2,8}}?)(?P<day>{SHORT_DAY})(?P<dash>[綜合專外電訊報導]{{1,8}})[）)]",
        rf"【(?P<day>{DAY})\s?AFP(?:=時事)?(?P<dash>】)",
    ),
    by="by|par|por|von",
    end_marks=(r"[—–-]{1,2} ?AFP", r"\(AFP\)"),
    initials=rf"{_INITIALS}(?:/{_INITIALS}){{1,5}}",
    signatures=(r"\(c\)\s?AFP(?:/(?P<names>[^()。.]{2,80}))?",),
)
