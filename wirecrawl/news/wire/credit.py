"""Finds the agency that wrote a story, by the names in author lines, source lines and at the end of the text."""

import re
from collections.abc import Sequence
from functools import cache

from wirecrawl.news.wire.bare_places import begins_with_place
from wirecrawl.news.wire.grammar import Table
from wirecrawl.news.wire.tables import all_tables

_LONGEST = 120  # characters of a credit line; a longer line is prose
_WRITER = r"(?:\s(?:[A-Z][a-z]+\s){0,2}(?i:writers?|correspondents?|reporters?|editors?|news agency))?"
_SPLIT = re.compile(
    r"\s*(?:[,;|/()\[\]（）【】]|\s[–—-]+|[–—]|^-+|\b(?i:and|et|und|y|e|i|og|och|mit|with|avec|con|com|from|via)\b)\s*"
)
_LEAD = re.compile(
    r"(?i:by|von|par|por|af|av|di|da|door|from|posted by|provided by|text|theo|edited by|autor|автор|од|от|від|nga|"
    r"piše|пише|szerző|dari|"
    # the post of a writer of an agency: "Repórter da Agência Brasil"
    r"(?:repórter|corresponsal|correspondente|correspondante?|reporter|enviad[oa] especial) (?:d[aeo]|for|of|der))"
    r"\b\s?[:：]?\s*"
)
_LABEL = (
    "sources?|извор|burimi|mənbə|manba|дереккөз|крыніца|allikas|avots|chanzo|সূত্র|উৎস|ذریعہ|ماخذ|"
    "quelle|fuente|fonte|kilde|källa|bron|źródło|zdroj|izvor|sursa|forrás|šaltinis|kaynak|источник|джерело|"
    "lähde|pramen|πηγή|sumber|nguồn|ที่มา|स्रोत|წყარო|աղբյուր|מקור|"
    "източник|المصدر|منبع|来源|來源|稿源|出典|提供|출처"
)
_SOURCE = re.compile(rf"(?i:(?:^|[\s|】\]])(?:{_LABEL})\s?[:：]\s?)(?P<name>[^|｜]{{2,60}})")
# The same without a colon, in a line of nothing else: "Theo TTXVN", "по материалам ТАСС".
_TAKEN_FROM = re.compile(
    r"[(（\[*]?(?i:theo|via|according to|as reported by|"
    r"avec|quelle|nach informationen von|"
    r"(?:по|за) (?:материалам|матеріалами|сообщению|повідомленням|данным|даними)|с использованием материалов|"
    r"(?:na podstawie|za|wg|podle|prema|po|după|med materiale fra|met medewerking van|op basis van))\s"
    r"(?:the |der |la |l['’])?(?P<name>[^|｜.:]{2,40}?)[)）\]*]?\.?"
)
_PHOTO = re.compile(
    r"(?i:(?:file |archiv)?(?:foto(?:s|graf\w*)?|photos?|bild(?:er)?|images?|imagen|pictures?|fot\.|фото|снимка|зураг|"
    r"kuva|сурет|nuotr|写真|图片?|圖片?|사진|صورة|عکس))\b|©"
)
# Who holds the rights in a story: "Copyright © 2026 AFP. All rights reserved.", not "© AFP 2026 / Ida Holm" of a photo.
_RIGHTS = re.compile(
    r"(?i:copyright|\(c\)|©)\s?(?i:copyright|\(c\)|©)?\s?(?P<year>(?:19|20)\d\d)?(?:\s?[-–]\s?(?:19|20)\d\d)?,?\s"
    r"(?i:by |the ){0,2}(?P<name>[^.,/|©]{2,40}?)(?:,? (?i:limited|ltd|inc)\b)?\s?(?:[.,|]|(?i:all rights)|$)"
)
_TAIL = re.compile(
    r"(?:(?:[—–]|--?)\s?[(（]?|[(（/［【]|[.!?”\"’»]\s(?:--?\s?)?)"
    r"(?P<name>[^\s()（）—–/.［］【】-][^()（）—–/.［］【】]{1,30})[)）/］】]?\.?$"
)
_LISTED = re.compile(r"\(([^()]{2,60}[,/;] ?[^()]{2,60})\)\.?")  # a paragraph of nothing but a bracket
JOINTS = re.compile(r"\s?[|/,;•·()（）\[\]]\s?|\s[–—-]\s")
MOST_NAME_WORDS = 5  # of an agency with the post of its writer: "The Associated Press"
_TAIL_OF_COPY = 4  # paragraphs; the lines of the site may stand behind the story
_INITIALS = re.compile(r"[a-z]{2,4}|[A-Z]{2,4}")
_INITIALS_IN_BRACKETS = re.compile(r"\(([A-Z]{2,8})\)\.?$")
# What parts an agency from the time behind it: "PTI Jan 9, 2012", "AFP Publié le 17/01/2012".
_TIME_BEHIND = re.compile(
    r"\s(?=\d|(?i:publi|posted|updated|mis à jour|last |"
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?\s\d))"
)
_TWO_WORDS = r"[^\W\d_a-z][\w'’-]{1,20}(?: [^\W\d_a-z][\w'’-]{1,20}){1,2}"
_BY_PA = re.compile(rf"By {_TWO_WORDS}(?: and {_TWO_WORDS})?, PA")
_CLOCK = re.compile(r"\s\d[\d\s.:/-]{3,30}$")
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
    line = _CLOCK.sub("", line)
    if _BY_PA.fullmatch(line):
        return "pa"
    if (time := _TIME_BEHIND.search(line)) and (named := _named(line[: time.start()].rstrip(","))):
        return named
    source = _SOURCE.search(line)
    credit = source["name"] if source else _LEAD.sub("", line.strip(), count=1)
    first = credit.split(maxsplit=1)[:1] if source else []  # 来源：新华网 参与互动
    parts = [part for part in _SPLIT.split(credit) if part]
    posts = [_LEAD.sub("", part, count=1) for part in parts]  # "..., Repórter da Agência Brasil"
    return next((name for part in (*parts, *posts, *first) if (name := _named(part))), None)


def agency_of_source(line: str) -> str | None:
    """Return the agency of a line with a word for sources, which may stand behind a story too.

    >>> agency_of_source("Källa: TT"), agency_of_source("More from TT")
    ('tt', None)
    """
    if len(line) > _LONGEST:
        return None
    taken = _TAKEN_FROM.fullmatch(line.strip())
    return agency_of_credit(line) if _SOURCE.search(line) else _named(taken["name"]) if taken else None


def is_source_line(line: str) -> bool:
    """Whether a line is nothing but a word for sources, a colon and what is named as the source.

    >>> is_source_line("Джерело: Укрінформ"), is_source_line("Source: he said so.")
    (True, False)
    """
    if (taken := _TAKEN_FROM.fullmatch(line) if len(line) <= _LONGEST else None) and is_agency(taken["name"]):
        return True
    found = _SOURCE.match(line) if len(line) <= _LONGEST else None
    return bool(found) and found.end() == len(line) and line[-1] not in ".!?…" if found else False


def agency_of_signature(line: str) -> str | None:
    """Return the agency of a line of nothing but initials and agencies: "KDP | PAP", "SDA/sep", "det/dpa".

    >>> agency_of_signature("KDP | PAP"), agency_of_signature("More from AFP")
    ('pap', None)
    """
    parts = [part for part in JOINTS.split(line.strip()) if part]
    named = [_named(part) for part in parts]
    if not parts or any(not name and not _INITIALS.fullmatch(part) for name, part in zip(named, parts, strict=True)):
        return None
    return next(filter(None, named), None)


def agency_of_rights(line: str) -> str | None:
    """Return the agency that a copyright line names as the holder of the rights in the story; None for a photo's.

    >>> agency_of_rights("Copyright © 2026 AFP. All rights reserved."), agency_of_rights("© AFP 2026 / Ida Holm")
    ('afp', None)
    """
    found = _RIGHTS.match(line.strip())
    stated = found and (found["year"] or not line.strip().startswith("©"))
    return _named(found["name"]) if found and stated else None


def agency_of_host(host: str) -> str | None:
    """Return the agency whose site a host is (`Table.hosts`), with or without a subdomain; None for any other."""
    parts = host.lower().split(".")
    return next((found for n in range(len(parts)) if (found := _hosts().get(".".join(parts[n:])))), None)


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
    if not signed and (listed := _LISTED.fullmatch(text)):  # "(APA, tirol.example)"
        return next(filter(None, map(_named, filter(None, _SPLIT.split(listed[1])))), None)
    return signed or (_named(tail["name"]) if tail else None) or _named(text)


def agency_of_bare_copy(copy: Sequence[str]) -> str | None:
    """Return the agency of paragraphs of which one of the last ends with its initials in brackets.

    Initials alone are mostly another thing: a map, a grandmother. So the story must begin with a bare place, or name
    the agency with its initials.

    >>> agency_of_bare_copy(["Rabat - Rain fell.", "It rains. (MAP)"]), agency_of_bare_copy(["Rain fell. (MAP)"])
    ('map', None)
    >>> agency_of_bare_copy(["He told the News Agency of Nigeria (NAN) so.", "It rains. (NAN)"])
    'nan'
    """
    ends = (_INITIALS_IN_BRACKETS.search(text[-12:]) for text in reversed(copy[-_TAIL_OF_COPY:]))
    found = next(filter(None, ends), None)
    name = found[1].lower() if found else ""
    if not found or name not in all_tables():
        return None
    return name if begins_with_place(copy[0]) or _is_named_in(copy, f" {found[0].rstrip('.')}", name) else None


def _is_named_in(copy: Sequence[str], initials: str, agency: str) -> bool:
    """Whether the name of an agency stands before its initials somewhere in a text."""
    before = (text[: text.index(initials)].split()[-MOST_NAME_WORDS:] for text in copy if initials in text)
    return any(_named(" ".join(words[n:])) == agency for words in before for n in range(len(words)))


def take_name(paragraph: str, table: Table, *, only_dashed: bool = False) -> tuple[str, str | None]:
    """Return (paragraph without the agency's name after its last sentence, that name as printed or None).

    With `only_dashed` a dash must stand before the name: on the agency's own pages a name in brackets may be text.

    >>> from wirecrawl.news.wire import table
    >>> take_name("It was postponed on Wednesday. — Reuters", table("reuters"))
    ('It was postponed on Wednesday.', '— Reuters')
    """
    text = paragraph.rstrip()
    found = _behind(table.names).search(text, max(0, len(text) - _LONGEST)) if table.names else None
    taken = found and (not only_dashed or found["name"][0] in "-–—")
    return (text[: found.start()].rstrip(), found["name"]) if found and taken else (text, None)


def is_agency(name: str) -> bool:
    """Whether a name in a list of authors is the name of an agency."""
    return _named(name) is not None


def _named(part: str) -> str | None:
    part = part.strip(" .:")
    found = _any_name().fullmatch(part) if part else None
    return found.lastgroup if found else None


@cache
def _any_name() -> re.Pattern[str]:
    named = ((name, table.names) for name, table in all_tables().items() if table.names)
    return re.compile("|".join(f"(?P<{name}>(?:{names}){_WRITER})" for name, names in named))


@cache
def _hosts() -> dict[str, str]:
    return {host: name for name, table in all_tables().items() for host in table.hosts}


@cache
def _behind(names: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?:(?<=[.!?…”\"’»)\]。])|^)\s*"
        rf"(?P<name>[—–-]{{1,2}} ?[(（]?(?:{names})[)）]?|[(（［【](?:{names})[)）］】]|^/?(?:{names})|"
        rf"\(?[a-zäöü]{{1,4}}/(?:{names})\)?|\((?:{names})/[a-zäöü]{{1,4}}\))\.?$"
    )
