"""Whose copy a page without a layout carries, and who wrote it, by what stands around its headline and story."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC
from itertools import islice
from typing import NamedTuple

from wirecrawl.news import agencies, wire
from wirecrawl.news.cleaning.blocks import Block, Part
from wirecrawl.news.cleaning.letters import letters
from wirecrawl.news.cleaning.metadata import PageMetadata
from wirecrawl.news.cleaning.whole_page.author_words import LABELLED
from wirecrawl.news.cleaning.whole_page.bare_names import marked_names, names_behind, names_beside_date
from wirecrawl.news.cleaning.whole_page.beside import LONGEST_CREDIT, SEPARATOR, NearbyLines, lines_of
from wirecrawl.news.cleaning.whole_page.byline_lines import first_byline, first_label
from wirecrawl.news.cleaning.whole_page.bylines import is_agency_line, names_of, signed_names
from wirecrawl.news.cleaning.whole_page.people import persons, witnessed
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
    is_agency,
)
from wirecrawl.news.wire.credited_names import without_agencies
from wirecrawl.web import urls

_TAIL = 4  # blocks at the end that may hold "— AFP" or a sign-off, at the head the writers of Chinese copy
_NAME_WORDS = 4  # of the name of a site in a title
_LEAST_NAME = 5  # letters of one more name in a line
_DATED = re.compile(r"^[\d\s:./,年月日-]{8,30}(?=[^\W\d_])")  # at the head of a line: 2026-11-24 10:15
# Between the time and the writers, where no sign parts them: "Le 12/07/2023 à 06:00 par Ida Holm"; between two
# labels: "2026-11-24 08:36 来源：海岸网 作者：陳怡君 编辑：...", "Author: Ida Holm Photo: ...".
_BEHIND_TIME = re.compile(
    rf"(?<=\d)(?:\s?[ap]\.?m\.?|\s?Uhr)?,?\s(?={LABELLED.pattern})|\s(?=[^\W\d_]{{2,12}}\s?[:：])", re.IGNORECASE
)
_SLASH = re.compile(r"\s?/\s?")


class Signature(NamedTuple):
    """The names in a line of a story that has nothing but names, and whether that is its first paragraph."""

    names: list[str]
    leads: bool = False


def read_credits(
    lines: NearbyLines, copy: Sequence[str], stated: PageMetadata, signed: Signature, guess: Callable[[], str]
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
    named = witnessed(author.split("; "), [*stated.authors, *lines.around])
    return agency or _first([author], agency_of_credit), persons(
        named, [*_outlets(stated, agency), *filter(is_agency, lines.near)]
    )


def without_signature(parts: Sequence[Part]) -> tuple[list[Part], Signature]:
    """Return the parts of a story less a line of names that is the first or among the last, and those names."""
    blocks = {n: part for n, part in enumerate(parts) if isinstance(part, Block) and not part.caption}
    last = next((n for n, block in reversed(blocks.items()) if not is_site_line(block)), None)
    for n in dict.fromkeys((*islice(reversed(blocks), _TAIL), *islice(blocks, 1))):
        text = blocks[n].text
        if len(text) > LONGEST_CREDIT:
            continue
        read = signed_names if n == last else names_of  # a subhead may look like a name
        names = read(text) or _names_in_first_line(blocks[n])
        if names or is_agency_line(text):
            return [*parts[:n], *parts[n + 1 :]], Signature(names, leads=n == next(iter(blocks)))
    return list(parts), Signature([])


def _names_in_first_line(block: Block) -> list[str]:
    """The names in the first of the lines of credits that make up a paragraph: "Reporter: Ida Holm<br>Editor: ..."."""
    first = next(iter(lines_of(block)), block.text)
    is_prose = block.text[-1:] in ".!?…。" or not block.text.startswith(first)
    return [] if is_prose else names_of(first)


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
    lines: NearbyLines, copy: Sequence[str], stated: PageMetadata, signed: Signature, agency: str | None
) -> list[str]:
    outlets = _outlets(stated, agency)
    # The page's author may be who put the story on the page; the byline at the head of the story is the writer's.
    if signed.leads and (people := persons(signed.names, outlets)):
        return people
    if found := persons(_without_agencies(stated.authors), outlets):
        return _all_writers(found, lines, outlets)
    beside = [*lines.near, *lines.above]
    return (
        _persons_named(beside, outlets)
        or persons(signed.names, outlets)
        or persons(first_label(lines.behind), outlets)
        or persons(_bare_names(lines), outlets)
    )


def _all_writers(stated: list[str], lines: NearbyLines, outlets: list[str]) -> list[str]:
    """The writers whom a page states; those of its byline where that names them and others.

    Some sites state the first of several writers alone.
    """
    told = letters(stated[0])
    longer = len(told) + _LEAST_NAME
    blocks = [block for block in lines.head if told in (said := letters(block.text)) and len(said) >= longer]
    for block in blocks:
        printed = next(filter(None, map(names_of, lines_of(block))), []) or marked_names([block])
        people = persons(printed, outlets)
        agencies_too = any(is_agency(name.split()[0].upper()) for name in people)  # "Ida Holm, Ap National"
        if not agencies_too and set(map(letters, stated)) < set(map(letters, people)):
            return people
    return stated


def _persons_named(beside: Sequence[str], outlets: list[str]) -> list[str]:
    """The people in the first line that says who wrote; one that names the site is followed by others."""
    names = _named(beside)
    if not names or (people := persons(names, outlets)):
        return people if names else []
    return persons(_named([line for line in beside if persons(names_of(line), outlets)]), outlets)


def _named(beside: Sequence[str]) -> list[str]:
    """The names in the first line beside a headline, or in a part of one, that says who wrote."""
    return first_byline(beside) or next(filter(None, map(_named_in_part, beside)), [])


def _named_in_part(line: str) -> list[str]:
    """The names behind the date of a line, or between its separators: "24.11.2026 | Autor: Ida Holm"."""
    parts = [part for piece in _BEHIND_TIME.split(line) for part in SEPARATOR.split(_DATED.sub("", piece, count=1))]
    if parts == [line]:
        return []
    # "Ida Holm/TT" beside a time is a writer, elsewhere mostly a photographer.
    slashed = [_SLASH.sub(", ", part) for part in parts if "/" in part and not part[:1].isdecimal()]
    named = next(filter(None, map(names_of, parts)), [])
    if named or not slashed or parse_time(line, UTC, day_first=True) is None:
        return named
    return next(filter(None, map(names_of, slashed)), [])


def _bare_names(lines: NearbyLines) -> list[str]:
    return (
        marked_names(lines.head, boxes=True)
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
        yield from without_agencies(name).split(", ") if agency_of_credit(name) else [name]


def _agency(credits: Sequence[str], copy: Sequence[str], lines: NearbyLines) -> str | None:
    """The agency that authors, source lines, the end of the copy, a credit beside it or a copyright line name."""
    return (
        _first([*credits, *copy[:2]], agency_of_credit)
        or _first(copy[-_TAIL:], agency_of_end)
        or _first([*lines.above, *lines.behind], agency_of_signature)
        or _first([*copy[-_TAIL:], *lines.behind], agency_of_source)
        or _first([*copy[-_TAIL:], *lines.around], agency_of_rights)
        or agency_of_bare_copy(copy)
    )


def _first(lines: Sequence[str], read: Callable[[str], str | None]) -> str | None:
    answers: Iterator[str | None] = map(read, lines)
    return next(filter(None, answers), None)
