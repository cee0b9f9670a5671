"""Whose copy a page without a layout carries, and who wrote it, by what stands around its headline and story."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from wirecrawl.news import wire
from wirecrawl.news.cleaning.blocks import Block, Part, letters
from wirecrawl.news.cleaning.metadata import PageMetadata
from wirecrawl.news.cleaning.whole_page.people import first_byline, is_witnessed, persons
from wirecrawl.news.wire.credit import agency_of_credit, agency_of_end

_NEAR = 10  # blocks behind the headline, and behind the story, in which a source line and writers are looked for
_ABOVE = 3  # blocks before the headline that may name a writer
_TAIL = 4  # blocks at the end that may hold "— AFP" or a sign-off
_CITY_AND_SOURCE = 60  # characters of a source line: "AFP, MANILA", "Source: Reuters"


@dataclass(frozen=True, slots=True)
class NearbyLines:
    """What stands beside a story: the short lines under its headline, and all text around headline and story."""

    near: list[str]
    around: list[str]


def beside(page: Sequence[Part], story: Sequence[Part], headline: str) -> NearbyLines:
    """Return what stands on a page beside its story, which is a part of it."""
    start, end, stop = _around(page, story, headline)
    near = [line for part in page[start + 1 : min(end, start + 1 + _NEAR)] for line in _lines(part)]
    return NearbyLines(near, _texts(page[max(0, start - _ABOVE) : stop + _NEAR]))


def read_credits(
    lines: NearbyLines, copy: Sequence[str], stated: PageMetadata, guess: Callable[[], str]
) -> tuple[str | None, list[str]]:
    """Return the agency whose copy a page says that it carries, and the names of the writers.

    `copy` holds the paragraphs that may be copy. `guess` gives the authors that an extractor finds; it is slow, and
    asked only where the page states no writer. It counts only if the page has it where writers are named.
    """
    agency = _agency([*stated.authors, *lines.near], copy)
    sites = (*stated.names, agency or "")
    outlets = (*sites, *(name for name in stated.authors if not persons([name], sites)))
    byline = first_byline([*stated.authors, *lines.near])
    people = persons(_without_agencies(stated.authors), outlets) or persons(byline, outlets)
    if not people:
        named = [name for name in guess().split("; ") if is_witnessed(name, [*stated.authors, *lines.around])]
        people = persons(named, outlets)
    return agency, people


def _without_agencies(authors: Iterable[str]) -> Iterator[str]:
    """The authors as stated, one that names an agency too in its parts: "Von Ida Holm, dpa"."""
    for name in authors:
        yield from name.split(", ") if agency_of_credit(name) else [name]


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
    """A short line, by its elements and whole: sites set writer and source apart by style alone."""
    if not isinstance(part, Block) or part.caption or len(part.text) > _CITY_AND_SOURCE:
        return []
    inside: list[str] = []
    for text in islice(filter(None, map(wire.fold_space, part.place.itertext())), _CITY_AND_SOURCE):
        inside.append(text)
        if letters("".join(inside)) == letters(part.text):
            return [*inside, " ".join(inside)]
    return [part.text]


def _agency(lines: Sequence[str], texts: Sequence[str]) -> str | None:
    """The agency that authors, source lines or the end of the copy name."""
    answers: Iterator[str | None] = (
        answer
        for names, said in ((agency_of_credit, [*lines, *texts[:2]]), (agency_of_end, texts[-_TAIL:]))
        for answer in map(names, said)
    )
    return next((name for name in answers if name in wire.all_tables()), None)
