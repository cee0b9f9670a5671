"""Reads datelines: place, day and agency at the beginning of the first paragraph."""

import datetime
import re

from wirecrawl.items import Dateline
from wirecrawl.news.wire.dates import Day, full_date, read_day
from wirecrawl.news.wire.grammar import Table
from wirecrawl.news.wire.people import han_people, latin_names, without_marks
from wirecrawl.news.wire.text import fold_space

REACH = 150  # characters; real datelines are shorter, and prose mostly names an agency later
_BRACKET = re.compile(r"\s*[(（]([^()（）]{1,80})[)）]")
# A slash separates places, in Korean a dot. A German town may name its river after a slash: Frankfurt/Main.
_BETWEEN = re.compile(
    r"\s?[/／](?![^()]{0,40}\))(?!(?:Main|M\.|Oder|Saale|Donau|Havel|Neckar|Rhein|Ruhr|Spree|Weinstraße)\b)\s?|(?<=[가-힣])·(?=[가-힣])"
)
_STATE = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")  # Washington (United States), Agra (Uttar Pradesh) [India]
_NAMES_APART = re.compile(r"(?<=[가-힣])[ ·]+(?=[가-힣])|(?<=[㐀-鿿])\s+(?=[㐀-鿿])")
# Small words inside the name of a place: "the United States", "Rio de Janeiro", "Trinidad and Tobago".
_SMALL = (
    frozenset(["the", "of", "and", "in", "aboard", "&"])
    | frozenset(["am", "an", "der", "bei", "im", "ob", "vor", "a.d.", "i.d.", "v.d."])
    | frozenset(["de", "del", "da", "do", "la", "las", "los", "el", "en", "y", "e"])
    | frozenset(["deportes", "ciencia", "internacional"])  # K: desks of EFE, "Redacción deportes"
    | frozenset(["dos", "das", "di", "den", "het", "op", "a", "e", "и", "на"])
    | frozenset(["du", "des", "le", "les", "et", "sur", "sous"])
)
_PLACE_WORD = re.compile(r"(?:[a-z]{1,3}['’-]|['’][Ss]-)?(?P<initial>[^\W\d_])[\w.'’/-]*")  # al-Arish, 's-Hertogenbosch
_CYRILLIC = re.compile(r"[а-яђјљњћџѓќѕіїєґў-]{3,12}")
_BY = re.compile(r"\s(?:by|reporters?|writers?)\s(?:Xinhua\s)?(?:(?:writers?|reporters?)\s)?", re.IGNORECASE)


def parse_dateline(
    paragraph: str, table: Table, published: datetime.date | None, own_page: bool = True
) -> tuple[Dateline, list[str], str] | None:
    """Return (dateline, reporters named in its brackets, rest of the paragraph); None if there is no dateline.

    It must match table.datelines, which contain the agency's name; on a page of the agency itself (``own_page``) it may
    match table.bare_datelines instead. A day without a year gets the year of ``published``, or around New Year the one
    before or after.

    >>> from wirecrawl.news.wire import table
    >>> found = parse_dateline("MOSCOW, Feb. 16 (Xinhua) -- Services met.", table("xinhua"), datetime.date(2017, 2, 16))
    >>> found[0].places, found[0].date, found[2]
    (['MOSCOW'], '2017-02-16', 'Services met.')
    """
    text = paragraph.strip()
    for pattern in _patterns(text[:REACH], table, own_page):
        match = pattern.match(text[:REACH])
        if match and (read := _read(match, table, published)):
            names, stop = _reporters(text, match, table)
            read.raw = fold_space(text[:stop])
            return read, names, text[stop:].strip()
    return None


def _patterns(head: str, table: Table, own_page: bool) -> tuple[re.Pattern[str], ...]:
    named = not table.dateline_words or any(word in head for word in table.dateline_words)
    return (table.dateline_patterns if named else ()) + (table.bare_dateline_patterns if own_page else ())


def _read(match: re.Match[str], table: Table, published: datetime.date | None) -> Dateline | None:
    parts = match.groupdict()
    day = _day(parts.get("day") or "")
    places = _places(parts.get("places") or "")
    comma = places and match.string[match.end("places") :][:1] == ","  # "On March 3 (Xinhua) reported" is prose
    if places is None or (parts["dash"] is None and not (day and comma)):
        return None
    return Dateline(
        raw="",
        places=places,
        date=full_date(day, published) if day else None,
        agency=_agency(parts.get("named"), table),
    )


def _agency(printed: str | None, table: Table) -> str:
    """The agency of a dateline; on pages of one without a table, another one may be printed there."""
    own = not printed or "".join(filter(str.isalnum, printed)).lower() == table.agency
    return table.agency if own or printed is None else printed.lower()


def _day(printed: str) -> Day | None:
    """The day in a dateline, where the day of the month may stand alone: MADRID, 14 (EUROPA PRESS)."""
    return (None, None, int(printed)) if printed.isdecimal() else read_day(printed)


def _places(printed: str) -> list[str] | None:
    """Split printed places; None if the words are prose."""
    places = [fold_space(place).strip(" ,") for place in _BETWEEN.split(printed)]
    words = [_STATE.sub("", place).split() for place in places]
    if any(not _is_place_word(word) and not (n and _is_small(word)) for place in words for n, word in enumerate(place)):
        return None
    return [place for place in places if place]


def _is_place_word(word: str) -> bool:
    match = _PLACE_WORD.fullmatch(without_marks(word.strip(",")))
    return word.strip(",") in _SMALL or bool(match and not match["initial"].islower())


def _is_small(word: str) -> bool:
    """Whether a later word of a place may be in lower case: Белово поле; in Latin script prose may be meant."""
    return bool(_CYRILLIC.fullmatch(word.strip(",")))


def _reporters(text: str, match: re.Match[str], table: Table) -> tuple[list[str], int]:
    """Return the names in the agency's bracket and the brackets after it, and where the dateline ends."""
    parts = match.groupdict()
    by = _BY.match(parts.get("by") or "")
    printed = by.string[by.end() :] if by else parts.get("names") or ""
    names = latin_names(_NAMES_APART.sub(",", printed).replace("、", ",")) or []
    stop = match.end()
    while (bracket := _BRACKET.match(text, stop)) and (people := han_people(bracket[1], table)):
        names += people[0]
        stop = bracket.end()
    return names, stop
