"""Whose copy a page without a layout carries, and who wrote it, by what stands around its headline and story."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC
from itertools import islice
from typing import TypeGuard

from wirecrawl.news import agencies, wire
from wirecrawl.news.cleaning.blocks import Block, Part
from wirecrawl.news.cleaning.letters import letters
from wirecrawl.news.cleaning.metadata import PageMetadata
from wirecrawl.news.cleaning.whole_page.bare_names import marked_names, names_behind, names_beside_date
from wirecrawl.news.cleaning.whole_page.bylines import (
    LABELLED,
    first_byline,
    first_label,
    is_agency_line,
    names_of,
    signed_names,
)
from wirecrawl.news.cleaning.whole_page.people import is_witnessed, persons
from wirecrawl.news.cleaning.whole_page.site_lines import is_site_line
from wirecrawl.news.markup.times import parse_time
from wirecrawl.news.wire.bare_places import with_bare_places
from wirecrawl.news.wire.credit import (
    agency_of_bare_copy,
    agency_of_credit,
    agency_of_end,
    agency_of_host,
    agency_of_rights,
    agency_of_signature,
    agency_of_source,
)
from wirecrawl.web import urls

_NEAR = 10  # blocks behind the headline, and behind the story, in which a source line and writers are looked for
_ABOVE = 4  # blocks before the headline that may name a writer
_BEHIND = 3  # blocks behind the story of which one may be its credit: "ih | AFP"
_TAIL = 4  # blocks at the end that may hold "— AFP" or a sign-off, at the head the writers of Chinese copy
_NAME_WORDS = 4  # of the name of a site in a title
_CITY_AND_SOURCE = 60  # characters of a source line: "AFP, MANILA", "Source: Reuters"
_LONGEST_CREDIT = 200  # characters of a line that says who wrote, in several elements
_SEPARATOR = re.compile(r"\s?[|｜·•]\s?|\s[–—-]\s")
_DATED = re.compile(r"[\d\s:./,年月日-]{8,30}(?=[^\W\d_])")  # at the head of a line: 2026-11-24 10:15
_YEAR_OR_CLOCK = re.compile(r"\b20\d\d\b|\b\d{1,2}:\d\d\b")
_SAYS_WHO = re.compile(
    rf"{LABELLED.pattern}|.*(?:source|quelle|fuente|fonte|kilde|źródło|источник|来源|來源)\s?[:：]", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class NearbyLines:
    """What stands beside a story: short lines under and right above its headline and right behind it.

    `around` is all text around headline and story; `lone` is the block right before the story's first.
    """

    near: list[str]
    around: list[str]
    above: list[str]
    behind: list[str]
    lone: Block | None
    head: list[Block]  # the blocks of `near` and `above`
    foot: list[Block]  # the blocks of `behind`
    page: Sequence[Part]


def beside(page: Sequence[Part], story: Sequence[Part], headline: str) -> NearbyLines:
    """Return what stands on a page beside its story, which is a part of it."""
    start, end, stop = _around(page, story, headline)
    near = [line for part in page[start + 1 : min(end, start + 1 + _NEAR)] for line in _lines(part)]
    top = max(0, start - _ABOVE)
    above = [line for part in page[top:start] for line in _lines(part)]
    behind = [line for part in page[stop : stop + _BEHIND] for line in _lines(part)]
    before = page[end - 1] if start + 1 < end else None
    lone = before if isinstance(before, Block) and not before.caption else None
    head = [part for part in page[start + 1 : min(end, start + 1 + _NEAR)] if _is_line(part)]
    head = [*head, *(part for part in page[top:start] if _is_line(part))]
    foot = [part for part in page[stop : stop + _BEHIND] if _is_line(part)]
    return NearbyLines(near, _texts(page[top : stop + _NEAR]), above, behind, lone, head, foot, page)


def read_credits(
    lines: NearbyLines, copy: Sequence[str], stated: PageMetadata, signed: Sequence[str], guess: Callable[[], str]
) -> tuple[str | None, list[str]]:
    """Return the agency whose copy a page says that it carries, and the names of the writers.

    `copy` holds the paragraphs that may be copy, `signed` the names in a signature behind it. `guess` gives
    the authors that an extractor finds; it is slow, and asked only where the page states no writer. It counts only if
    the page has it where writers are named.
    """
    agency = _agency([*stated.authors, *lines.near], copy, lines)
    people = _writers(lines, copy, stated, signed, agency)
    if people:
        return agency, people
    author = guess()
    named = [name for name in author.split("; ") if is_witnessed(name, [*stated.authors, *lines.around])]
    return agency or _first([author], agency_of_credit), persons(named, _outlets(stated, agency))


def without_signature(parts: Sequence[Part]) -> tuple[list[Part], list[str]]:
    """Return the parts of a story less a line of names that is the first or among the last, and those names."""
    blocks = {n: part for n, part in enumerate(parts) if isinstance(part, Block) and not part.caption}
    last = next((n for n, block in reversed(blocks.items()) if not is_site_line(block)), None)
    for n in dict.fromkeys((*islice(reversed(blocks), _TAIL), *islice(blocks, 1))):
        text = blocks[n].text
        if len(text) > _LONGEST_CREDIT:
            continue
        read = signed_names if n == last else names_of  # a subhead may look like a name
        names = read(text) or _names_in_first_line(blocks[n])
        if names or is_agency_line(text):
            return [*parts[:n], *parts[n + 1 :]], names
    return list(parts), []


def _names_in_first_line(block: Block) -> list[str]:
    """The names in the first of the lines of credits that make up a paragraph: "Reporter: Ida Holm<br>Editor: ..."."""
    first = next(iter(_lines(block)), block.text)
    is_prose = block.text[-1:] in ".!?…。" or not block.text.startswith(first)
    return [] if is_prose else names_of(first)


def editor_lines(lines: NearbyLines) -> list[str]:
    """Return the lines around a story that name its editors: 【编辑:张三】."""
    found = dict.fromkeys([*lines.around, *lines.behind])
    return [line for line in found if len(line) <= _LONGEST_CREDIT and wire.parse_editor(line, wire.PLAIN)]


def site_agency(url: str | None) -> str | None:
    """Return the agency on whose site an address is, None for any other site."""
    agency = agencies.of_url(url) if url else None
    return agency.name if agency else agency_of_host(urls.host_of(url))


def lone_dateline(lines: NearbyLines, agency: str | None) -> list[Part]:
    """Return the block before the story that is nothing but a dateline, where the page states its agency.

    Sites set it apart from the paragraphs: ``WASHINGTON``, ``GULL LEDGE, Maine —``.
    """
    if lines.lone is None or agency is None:
        return []
    dated = wire.parse_dateline(lines.lone.text, with_bare_places(wire.table(agency)), None, own_page=True)
    return [lines.lone] if dated and not dated[2] else []


def _writers(
    lines: NearbyLines, copy: Sequence[str], stated: PageMetadata, signed: Sequence[str], agency: str | None
) -> list[str]:
    outlets = _outlets(stated, agency)
    return (
        persons(_without_agencies(stated.authors), outlets)
        or persons(_named(lines) or signed or first_label(lines.behind), outlets)
        or persons(_bare_names(lines), outlets)
    )


def _named(lines: NearbyLines) -> list[str]:
    """The names in the first line beside a headline, or in a part of one, that says who wrote."""
    beside = [*lines.near, *lines.above]
    return first_byline(beside) or next(filter(None, map(_named_in_part, beside)), [])


def _named_in_part(line: str) -> list[str]:
    """The names behind the date of a line, or between its separators: "24.11.2026 | Autor: Ida Holm"."""
    parts = _SEPARATOR.split(_DATED.sub("", line, count=1))
    if parts == [line]:
        return []
    # "Ida Holm/TT" beside a time is a writer, elsewhere mostly a photographer.
    slashed = [part.replace("/", ", ") for part in parts if "/" in part and not part[:1].isdecimal()]
    named = next(filter(None, map(names_of, parts)), [])
    if named or not slashed or parse_time(line, UTC, day_first=True) is None:
        return named
    return next(filter(None, map(names_of, slashed)), [])


def _bare_names(lines: NearbyLines) -> list[str]:
    return (
        marked_names(lines.head)
        or names_beside_date(lines.head, lines.page)
        or marked_names(lines.foot)
        or names_behind(lines.foot)
    )


def _outlets(stated: PageMetadata, agency: str | None) -> list[str]:
    titled = (part for part in stated.title_times if len(part.split()) <= _NAME_WORDS)
    sites = (*stated.names, *titled, agency or "")
    return [*sites, *(name for name in stated.authors if not persons([name], sites))]


def _without_agencies(authors: Iterable[str]) -> Iterator[str]:
    """The authors as stated, one that names an agency too in its parts: "Von Ida Holm, dpa"."""
    for name in authors:
        yield from name.split(", ") if agency_of_credit(name) else [name]


def _is_line(part: Part) -> TypeGuard[Block]:
    return isinstance(part, Block) and not part.caption and part.hidden is None and len(part.text) <= _LONGEST_CREDIT


def _text(part: Part) -> str:
    return part.text if isinstance(part, Block) else ""


def _texts(parts: Sequence[Part]) -> list[str]:
    return [part.text for part in parts if isinstance(part, Block)]


def _around(page: Sequence[Part], story: Sequence[Part], headline: str) -> tuple[int, int, int]:
    """Where on the page the headline stands, and where the story begins and ends."""
    places = {id(part): n for n, part in enumerate(page)}
    known = [places[id(part)] for part in story if id(part) in places and isinstance(part, Block) and not part.caption]
    end, stop = (known[0], known[-1] + 1) if known else (0, 0)
    wanted = letters(headline)
    same = (n for n, part in enumerate(page[:end]) if isinstance(part, Block) and letters(part.text) == wanted)
    return max(same, default=end), end, stop


def _lines(part: Part) -> list[str]:
    """A short line or one that says who wrote, by its elements and whole: sites part writer and source by style."""
    if not isinstance(part, Block) or part.caption or len(part.text) > _LONGEST_CREDIT:
        return []
    if part.place is None:  # a paragraph of JSON-LD
        return [part.text]
    if len(part.text) > _CITY_AND_SOURCE and not _SAYS_WHO.match(part.text):
        if part.text[-1] in ".!?…。":
            return []
        said = [text for text in _SEPARATOR.split(part.text) if _SAYS_WHO.match(text)]
        if said or not (part.links or _is_dated(part.text)):
            return said
        pieces = map(wire.fold_space, islice(part.place.itertext(), _CITY_AND_SOURCE))
        return [
            text
            for text in pieces
            if text in part.text and (names_of(text) or _SAYS_WHO.match(text) or agency_of_credit(text))
        ]
    inside: list[str] = []
    for text in islice(filter(None, map(wire.fold_space, part.place.itertext())), _CITY_AND_SOURCE):
        inside.append(text)
        if letters("".join(inside)) == letters(part.text):
            return [*inside, " ".join(inside)]
    return [part.text]


def _is_dated(text: str) -> bool:
    """Whether a line may have a time: a year, or a clock."""
    return bool(_YEAR_OR_CLOCK.search(text))


def _agency(credits: Sequence[str], copy: Sequence[str], lines: NearbyLines) -> str | None:
    """The agency that authors, source lines, the end of the copy, a credit beside it or a copyright line name."""
    return (
        _first([*credits, *copy[:2]], agency_of_credit)
        or _first(copy[-_TAIL:], agency_of_end)
        or _first([*lines.above, *lines.behind], agency_of_signature)
        or _first([*copy[-_TAIL:], *lines.behind], agency_of_source)
        or _first([*copy[-_TAIL:], *lines.around], agency_of_rights)
        or (agency_of_bare_copy(copy[0], copy[-1]) if copy else None)
    )


def _first(lines: Sequence[str], read: Callable[[str], str | None]) -> str | None:
    answers: Iterator[str | None] = map(read, lines)
    return next(filter(None, answers), None)
