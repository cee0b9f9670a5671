"""Names of writers that no word for writers precedes: in an element that is called an author's, or beside the date.

Two words with a capital each are many things: a section, a town, a desk. So names count only where the page's markup
calls them an author's, or where they stand alone in the line with the time of the story or in the one next to it, are
no link to a section, and are no town and no words of sections.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC
from itertools import islice
from typing import Any

from lxml.etree import XPath

from wirecrawl.news.cleaning.blocks import Block, Part
from wirecrawl.news.cleaning.letters import letters
from wirecrawl.news.cleaning.whole_page.bylines import (
    capitalised_names,
    names_without_case,
    without_role,
    without_slashed_agency,
)
from wirecrawl.news.cleaning.whole_page.sections import is_section
from wirecrawl.news.cleaning.whole_page.structure import form_of
from wirecrawl.news.markup.times import parse_time
from wirecrawl.news.wire import fold_space
from wirecrawl.news.wire.credited_names import without_agencies

_AUTHOR = re.compile(
    r"(?<![a-z])(?:by-?line(?:rs?|s)?|by|auth|authors?|autor(?:es|i|zy)?|auteurs?|autore|writers?|journalist(?:en|e|a)?s?|"
    r"reporters?|user-?names?|fn|contributors?|creators?|redaktor|firma|signature|yazar|muhabir|penulis|pewarta|"
    r"wartawan|tac-?gia|szerzo|forfatter|skribent|toimittaja|kirjoittaja|avtor|novinar|zurnalist(?:as|s)?|ajakirjanik|"
    r"hofundur|signatur[ae]?s?|firmante|redactora?s?|forfattare|novinarka|zurnalists)"
    r"(?![a-z])(?![-_ ]?(?:bio|box|image|img|avatar|pic|photo|role|"
    r"title|desc|date|time|meta|twitter|social|links?|more|follow|source))"
)
# The box of the author, which counts under the headline alone: at the foot of a page others have one too.
_BOX = re.compile(r"(?<![a-z])(?:authors?|autor|auteur|autore|byline)[-_ ]?box")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
PROFILE = re.compile(
    r"/(?:authors?|autor(?:es|i|zy)?|auteurs?|avtor|hofundur|szerzok?|signataires?|writers?|by|profiles?|people|staff|users?|journalists?|@\w+)(?:/|$)|/@"
)
_BREAKS = XPath("boolean(.//br | .//li | .//p | .//div)")
_TEXTS = XPath(".//text() | .//br | .//li | .//p | .//div", smart_strings=False)
_MARKS = ("class", "id", "itemprop", "rel", "property", "data-hook")
_SEPARATOR = re.compile(r"\s?[|·•–—]\s?|\s-\s|\t|\s/\s(?=\d)|(?<=\d)\s/\s")
_SITE = re.compile(r"\w\.[A-Za-z]{2,7}$")  # "News of the day - post.example"
_LONGEST = 120  # characters of an element that names writers
_ABOVE, _INSIDE = 3, 12  # elements around a line, and in it, that may be called an author's
_TEXTS_INSIDE = 4  # texts of an author's element of which one may be the name: "Ida Holm" before "Send e-mail"
_DIGIT = re.compile(r"\d")
_BREAK = "\x1e"
_TOWN_BEFORE = re.compile(r"[^\W\d_]{2,15}(?:\s[^\W\d_]{2,15})?\s?[:：]\s")


def marked_names(blocks: Sequence[Block], *, boxes: bool = False) -> list[str]:
    """The names in the first element around or in some lines that is called an author's, and in those like it behind.

    `boxes`: whether an author's box counts too.

    >>> from lxml import html
    >>> place = html.fromstring("<div><span class=byline-name>Ida Holm</span> <span>2 min</span></div>")
    >>> marked_names([Block("Ida Holm 2 min", place=place)])
    ['Ida Holm']
    """
    found: list[str] = []
    form: tuple[Any, str] = (None, "")
    for block in blocks:
        marked = ((form_of(one), names) for one, text in _marked_texts(block, boxes) if (names := _names_marked(text)))
        one, names = next(marked, ((None, ""), []))
        if found and one != form:
            break
        more = names if not found else (name for name in names if name not in found and not is_section(name))
        form, found = one, [*found, *more]
        found += _alike(marked, form, found)
    return found


def _alike(marked: Iterable[tuple[Any, list[str]]], form: Any, found: list[str]) -> list[str]:
    """The names of further elements of a form in the same line, "Ida Holm, Jan Stern" where each is a link."""
    others = (name for one, names in marked if one == form and len(names) == 1 for name in names)
    known = " ".join(found)
    return list(dict.fromkeys(name for name in others if name not in known and not is_section(name)))


def _names_marked(text: str) -> list[str]:
    """The names that an author's element holds, where a town may stand before them: "القاهرة: فتحية السعدني"."""
    return capitalised_names(without_role(text)) or (names_without_case(_TOWN_BEFORE.sub("", text, count=1)))


def names_beside_date(blocks: Sequence[Block], page: Sequence[Part]) -> list[str]:
    """The names that stand alone in a line with a time, or in the line before or behind it.

    A name that a link elsewhere on the `page` has is one of a section.

    >>> names_beside_date([Block("Ida Holm"), Block("4 March 2025, 14:05")], [])
    ['Ida Holm']
    >>> names_beside_date([Block("Cape Town"), Block("4 March 2025, 14:05")], [])
    []
    """
    for n, block in enumerate(blocks):
        if not _is_dated(block):
            continue
        beside = [other for m in (n - 1, n + 1) if 0 <= m < len(blocks) and not (other := blocks[m]).links]
        lines = [*map(without_slashed_agency, _pieces(block)), *(other.text for other in beside)]
        if names := next(filter(None, map(_unmarked, lines)), []):
            return names if not _is_linked(names, (part for part in page if part not in blocks)) else []
    return []


def names_behind(blocks: Sequence[Block]) -> list[str]:
    """The names in one of the two lines behind a story: two or more in a row, since one alone may be any heading.

    >>> names_behind([Block("Source: Post"), Block("Ida Holm and Jan Stern")]), names_behind([Block("Most Popular")])
    (['Ida Holm', 'Jan Stern'], [])
    """
    named = (_unmarked(block.text) for block in blocks[:2] if not block.links)
    return next((names for names in named if len(names) > 1), [])


def _pieces(block: Block) -> list[str]:
    """The parts of a line: between its separators, and its elements."""
    inside = () if block.place is None else islice(block.place.itertext(), _INSIDE)
    return [*_SEPARATOR.split(block.text), *(text for text in map(fold_space, inside) if text and text in block.text)]


def _is_linked(names: Sequence[str], page: Iterable[Part]) -> bool:
    linked = "\n".join(letters(part.text) for part in page if isinstance(part, Block) and part.links)
    return any(letters(name) in linked for name in names)


def _is_dated(block: Block) -> bool:
    text = block.text
    return len(text) <= _LONGEST and bool(_DIGIT.search(text)) and parse_time(text, UTC, day_first=True) is not None


def _unmarked(line: str) -> list[str]:
    names = capitalised_names(line if "/" in line else without_agencies(line))  # "Reuters/Ida Holm" took a picture
    return [] if any(map(is_section, names)) else names


def _marked_texts(block: Block, boxes: bool) -> Iterator[tuple[Any, str]]:
    """Each element that is called an author's, with the lines in it."""
    place = block.place
    if place is None:
        return
    around = (place, *islice(place.iterancestors(), _ABOVE - 1))
    for element in (*around, *islice(place.iterdescendants(), _INSIDE)):
        if isinstance(element.tag, str) and _is_author(element, boxes):
            # One line each: a post or a town may stand under the name.
            lines = list(filter(None, map(fold_space, _with_breaks(element).split(_BREAK))))
            if 0 < sum(map(len, lines)) <= _LONGEST and not any(map(_SITE.search, lines)):
                lines = [block.text, *lines] if element in around else lines
                yield from ((element, without_agencies(line)) for line in lines)
                yield from ((element, text) for text in map(fold_space, islice(element.itertext(), _TEXTS_INSIDE)))
                yield from ((element, piece) for line in lines for piece in _SEPARATOR.split(line))


def _with_breaks(element: Any) -> str:
    """The text of an element, with a sign for each line break in it, and before each of its blocks."""
    if not _BREAKS(element):
        return str(element.text_content())
    return "".join(node if isinstance(node, str) else _BREAK for node in _TEXTS(element))


def _is_author(element: Any, boxes: bool) -> bool:
    names = _CAMEL.sub("-", " ".join(filter(None, map(element.get, _MARKS)))).lower()
    if names and (_AUTHOR.search(names) or (boxes and _BOX.search(names))):
        return True
    return element.tag == "a" and bool(PROFILE.search(element.get("href") or ""))
