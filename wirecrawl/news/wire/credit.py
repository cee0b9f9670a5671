"""Finds the agency that wrote a story, by the names in author lines, source lines and at the end of the text."""

import re
from functools import cache

# Names as pages print them. Names of two letters, or that are also names of people, must have this case.
_NAMES = {
    "ap": r"AP|(?i:(?:the )?associated press)(?: \([\w ]+\))?|A\.P\.",
    "reuters": r"(?i:(?:thomson )?reuters(?: staff| editorial)?)",
    "afp": r"(?i:AFP|agence france[- ]presse)",
    "dpa": r"(?i:dpa(?:[-/](?:afx|infocom|\w{2,4}))?|deutsche presse-agentur)",
    "pti": r"PTI|(?i:press trust of india)",
    "efe": r"EFE|Efe|(?i:agencia efe|efe[- ]epa)",
    "xinhua": r"(?i:xinhua(?: news agency)?)|新华社|新华网",
    "anadolu": r"AA|(?i:anadolu (?:agency|ajansı))",
    "ani": r"ANI|Asian News International",
    "ansa": r"(?i:ansa|agenzia ansa)",
    "anp": r"ANP",
    "bernama": r"(?i:bernama)",
    "bloomberg": r"(?i:bloomberg(?: news)?)",
    "cna": r"(?i:central news agency)|中央社",
    "ians": r"IANS|Indo-Asian News Service",
    "interfax": r"(?i:interfax)|Интерфакс",
    "kyodo": r"(?i:kyodo(?: news)?)",
    "tass": r"(?i:(?:itar-)?tass)|ТАСС",
    "upi": r"UPI|United Press International",
    "yonhap": r"(?i:yonhap(?: news agency)?)|연합뉴스",
}
_LONGEST = 120  # characters of a credit line; a longer line is prose
_WRITER = r"(?:\s(?:[A-Z][a-z]+\s){0,2}(?i:writers?|correspondents?|reporters?|news agency))?"
_SPLIT = re.compile(r"\s*(?:[,;|/()\[\]]|\s[–—-]+|[–—]|^-+|\b(?i:and|et|und|y|e|mit|with|from|via)\b)\s*")
_LEAD = re.compile(r"(?i:by|von|par|por|af|di|sources?|quelle|fuente|fonte|text|edited by)\b\s?[:：]?\s*")
_PHOTO = re.compile(r"(?i:(?:file )?(?:foto|photo|bild|image|imagen|picture)s?\b)")
_TAIL = re.compile(
    r"(?:(?:[—–]|--?)\s?|[(（/]|[.!?”\"’»]\s(?:--?\s?)?)(?P<name>[^\s()—–/.-][^()—–/.]{1,30})[)）/]?\.?$"
)
_LONGEST_SIGN_OFF = 1500  # characters
_CLOSING = re.compile(r"\([^()]+\)\.?$")
_SIGNED = {
    "reuters": re.compile(r"\(?(?:Additional r|R|W)(?:eporting|riting)(?: and \w+)? [Bb]y .{3,1200}[Ee]diting [Bb]y "),
    "ap": re.compile(
        r"(?:.{0,200}\s)?(?:(?:The )?Associated Press|AP)(?: \w+){0,2} (?:[Ww]riters?|[Rr]eporters?|[Jj]ournalists?)\s"
        r".{3,600}\bcontributed\b"
    ),
    "dpa": re.compile(r"©\s?dpa\b"),
    "bloomberg": re.compile(
        r"To contact the (?:reporters?|editors?)\b|[-—–]{1,2} ?With assistance from|© ?\d{4} Bloomberg"
    ),
}


def agency_of_credit(line: str) -> str | None:
    """Return the agency that an author line or source line names, alone or with others; None for any other line.

    The credit of a photo does not count, because the text may be another agency's: "Foto: Ida Holm/dpa".

    >>> agency_of_credit("By GARY B. GRAVES, AP Sports Writer"), agency_of_credit("Le Figaro et AFP")
    ('ap', 'afp')
    """
    if len(line) > _LONGEST or _PHOTO.match(line.strip()):
        return None
    for part in _SPLIT.split(_LEAD.sub("", line.strip(), count=1)):
        if name := _named(part or ""):
            return name
    return None


def agency_of_end(paragraph: str) -> str | None:
    """Return the agency that the last paragraph names after a dash, in brackets, or by its form of a sign-off.

    >>> agency_of_end("It was postponed on Wednesday. — AFP"), agency_of_end("He spoke to the BBC.")
    ('afp', None)
    """
    text = paragraph.strip()
    closing = _CLOSING.search(text, max(0, len(text) - _LONGEST_SIGN_OFF))
    ends = (text[:_LONGEST_SIGN_OFF], closing[0] if closing else "")
    signed = next((name for name, form in _SIGNED.items() if any(map(form.match, ends))), None)
    tail = _TAIL.search(text[-60:])
    return signed or (_named(tail["name"]) if tail else None) or _named(text)


def take_name(paragraph: str, agency: str) -> tuple[str, str | None]:
    """Return (paragraph without the agency's name after its last sentence, that name as printed or None).

    >>> take_name("It was postponed on Wednesday. — Reuters", "reuters"), take_name("He told Reuters", "reuters")
    (('It was postponed on Wednesday.', '— Reuters'), ('He told Reuters', None))
    """
    text = paragraph.rstrip()
    found = _behind(agency).search(text, max(0, len(text) - _LONGEST)) if agency in _NAMES else None
    return (text[: found.start()].rstrip(), found["name"]) if found else (text, None)


def is_agency(name: str) -> bool:
    """Whether a name in a list of authors is the name of an agency."""
    return _named(name) is not None


def _named(part: str) -> str | None:
    part = part.strip(" .:")
    return next((agency for agency, pattern in _ALL if pattern.fullmatch(part)), None) if part else None


@cache
def _behind(agency: str) -> re.Pattern[str]:
    names = _NAMES[agency]
    return re.compile(
        rf"(?:(?<=[.!?…”\"’»)\]。])|^)\s*(?P<name>[—–-]{{1,2}} ?(?:{names})|[(（](?:{names})[)）]|^(?:{names}))\.?$"
    )


_ALL = [(agency, re.compile(rf"(?:{names}){_WRITER}")) for agency, names in _NAMES.items()]
