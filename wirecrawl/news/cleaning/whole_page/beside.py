"""What stands beside a story on a page without a layout: short lines around its headline and behind its end."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TypeGuard

from wirecrawl.news import wire
from wirecrawl.news.cleaning.blocks import Block, Part
from wirecrawl.news.cleaning.letters import letters
from wirecrawl.news.cleaning.whole_page.author_words import LABELLED
from wirecrawl.news.cleaning.whole_page.bylines import names_of
from wirecrawl.news.wire.credit import agency_of_credit

LONGEST_CREDIT = 200  # characters of a line that says who wrote, in several elements
SEPARATOR = re.compile(r"\s?[|｜·•]\s?|\s[–—-]\s")
_NEAR = 10  # blocks behind the headline, and behind the story, in which a source line and writers are looked for
_ABOVE = 4  # blocks before the headline that may name a writer
_BEHIND = 3  # blocks behind the story of which one may be its credit: "ih | AFP"
_CITY_AND_SOURCE = 60  # characters of a source line: "AFP, MANILA", "Source: Reuters"
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
    near = [line for part in page[start + 1 : min(end, start + 1 + _NEAR)] for line in lines_of(part)]
    top = max(0, start - _ABOVE)
    above = [line for part in page[top:start] for line in lines_of(part)]
    behind = [line for part in page[stop : stop + _BEHIND] for line in lines_of(part)]
    before = page[end - 1] if start + 1 < end else None
    lone = before if isinstance(before, Block) and not before.caption else None
    head = [part for part in page[start + 1 : min(end, start + 1 + _NEAR)] if _is_line(part)]
    head = [*head, *(part for part in page[top:start] if _is_line(part))]
    foot = [part for part in page[stop : stop + _BEHIND] if _is_line(part)]
    return NearbyLines(near, _texts(page[top : stop + _NEAR]), above, behind, lone, head, foot, page)


def lines_of(part: Part) -> list[str]:
    """A short line or one that says who wrote, by its elements and whole: sites part writer and source by style."""
    if not isinstance(part, Block) or part.caption or len(part.text) > LONGEST_CREDIT:
        return []
    if part.place is None:  # a paragraph of JSON-LD
        return [part.text]
    if len(part.text) > _CITY_AND_SOURCE and not _SAYS_WHO.match(part.text):
        if part.text[-1] in ".!?…。":
            return []
        pieces = SEPARATOR.split(part.text)
        said = [text for text in pieces if _SAYS_WHO.match(text)]
        said += [text for text in pieces if said and agency_of_credit(text)]
        if said or not (part.links or _is_dated(part.text)):
            return said
        return [
            text
            for text in map(wire.fold_space, islice(part.place.itertext(), _CITY_AND_SOURCE))
            if text in part.text and (names_of(text) or _SAYS_WHO.match(text) or agency_of_credit(text))
        ]
    inside: list[str] = []
    for text in islice(filter(None, map(wire.fold_space, part.place.itertext())), _CITY_AND_SOURCE):
        inside.append(text)
        if letters("".join(inside)) == letters(part.text):
            return [*inside, " ".join(inside)]
    return [part.text]


def _is_line(part: Part) -> TypeGuard[Block]:
    return isinstance(part, Block) and not part.caption and part.hidden is None and len(part.text) <= LONGEST_CREDIT


def _is_dated(text: str) -> bool:
    """Whether a line may have a time: a year, or a clock."""
    return bool(_YEAR_OR_CLOCK.search(text))


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
