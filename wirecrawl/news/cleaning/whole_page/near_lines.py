"""The lines beside a story that print when it was published: under its headline, at its foot, above its headline.

Other lines print times too: the clock of the masthead, lists of other stories, comments, players. They stand farther
off, in parts of the page whose names say what they are, or beside a link to what they date.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from wirecrawl.news.cleaning.blocks import Block, Part
from wirecrawl.news.cleaning.letters import letters
from wirecrawl.news.cleaning.page_times import is_elsewhere_by_name
from wirecrawl.news.cleaning.whole_page.bare_names import PROFILE
from wirecrawl.news.cleaning.whole_page.bylines import capitalised_names, names_of
from wirecrawl.news.wire import fold_space

_BELOW, _BEFORE, _FOOT, _ABOVE = 14, 6, 8, 4  # blocks under the headline, before the story, behind it, above it
_LINE = 160  # characters of a line with a time; more is prose
_CRUMBS = 1  # link between a line and the headline under it; more are a menu
_MENU = 2  # links in a line; more are a menu, whatever else stands in it
_STEPS = 3  # from a line to what holds the headline too; farther up is the page
_TEASER, _HAN_TEASER = 24, 11  # letters of a link that is the headline of another story
_HAN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
_DIGIT = re.compile(r"\d|年")
_ADDRESS = re.compile(r"(?:www\.|https?://)\S")
_PROSE = 60  # characters of a paragraph that is known by its letters
_LEAST_HEADLINE = 8  # letters by which a block is known as the headline though more stands in it
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))


@dataclass(frozen=True, slots=True)
class DatedLines:
    """Lines that may print the time of a story, those of each place in their order on the page."""

    below: list[str]  # the headline, itself the first, down to the story
    foot: list[str]  # behind the story
    above: list[str]  # before the headline, the nearest first
    spaced: list[str]  # those of `below` that need a space between their elements, with it


def dated_lines(page: Sequence[Part], story: Sequence[Part], headline: str) -> DatedLines:
    """The lines with a number near the headline and the foot of a story, which is a part of its page."""
    blocks = [part for part in page if isinstance(part, Block) and part.hidden is None]
    start, first, stop = _places(blocks, story, letters(headline))
    top = blocks[start] if start is not None else blocks[first] if first < len(blocks) else None
    if top is None:
        return DatedLines([], [], [], [])
    begin = first if start is None else start
    under = (n for n in range(begin, first) if n < begin + _BELOW or n >= first - _BEFORE)
    below = [n for n in under if n == start or not _is_of_another(blocks, n, start)]
    above = list(_above(blocks, begin, top))
    lead = [n for n in range(first, min(first + 2, stop)) if len(blocks[n].text) <= _LINE]
    close = [n for n in below if n != start and _is_near(blocks[n], top)]
    beside = [] if start is None else _beside_headline(blocks[start].text, letters(headline))
    return DatedLines(
        below=[*beside, *_texts(blocks, (*close, *lead))],
        foot=_texts(blocks, _foot(blocks, stop)),
        above=_texts(blocks, above),
        spaced=[text for n in close for text in _spaced(blocks[n])],
    )


def _beside_headline(text: str, headline: str) -> list[str]:
    """The whole text of the headline's block, and what stands in it behind the headline: pages part them by a break."""
    count, end = 0, 0
    while end < len(text) and count < len(headline):
        count += len(letters(text[end]))
        end += 1
    begins = letters(text[:end]) == headline
    return [line for line in (text[end:].strip() if begins else "", text) if _DIGIT.search(line) and len(line) <= _LINE]


def later_lines(page: Sequence[Part], headline: str) -> Iterator[str]:
    """The short lines behind the headline, down to the end of the page, that are of no other part of it."""
    blocks = [part for part in page if isinstance(part, Block) and part.hidden is None]
    start, _, _ = _places(blocks, (), letters(headline))
    for n in range(start or 0, len(blocks)):
        place = blocks[n].place
        if len(blocks[n].text) > _LINE or _is_of_another(blocks, n, start):
            continue
        if not is_elsewhere_by_name((place, *place.iterancestors())):
            yield blocks[n].text


def lines_above(page: Sequence[Part], story: Sequence[Part], headline: str) -> list[str]:
    """The short lines of any part of the page above the headline, the nearest first."""
    blocks = [part for part in page if isinstance(part, Block) and part.hidden is None]
    start, first, _ = _places(blocks, story, letters(headline))
    return _texts(blocks, range((first if start is None else start) - 1, -1, -1))


def _places(blocks: Sequence[Block], story: Sequence[Part], headline: str) -> tuple[int | None, int, int]:
    """Where the headline stands, None for nowhere, and where the story begins and ends."""
    numbers = {id(block): n for n, block in enumerate(blocks)}
    known = [
        numbers[id(part)] for part in story if id(part) in numbers and isinstance(part, Block) and not part.caption
    ]
    first, stop = (known[0], known[-1] + 1) if known else (len(blocks), len(blocks))
    start = None
    for n, block in enumerate(blocks[:first] if headline else ()):
        text = letters(block.text) if len(block.text) < 2 * len(headline) + _LINE else ""
        begun = len(headline) >= _LEAST_HEADLINE and (text.startswith(headline) or _has_kicker(text, headline))
        if text == headline or begun:
            start = n
    return start, first, stop


def _has_kicker(text: str, headline: str) -> bool:
    """Whether a line is the headline behind a word or two: the section, "Video"."""
    return text.endswith(headline) and 2 * len(text) < 3 * len(headline)


def _above(blocks: Sequence[Block], begin: int, top: Block) -> Iterator[int]:
    """The blocks right before the headline, the nearest first, up to a menu or another part of the page."""
    links = 0
    for n in range(begin - 1, max(-1, begin - 1 - _ABOVE), -1):
        links += 2 * blocks[n].linked > len(blocks[n].text)
        if (
            links > _CRUMBS
            or blocks[n].links > _MENU
            or _is_teaser(blocks[n])
            or not _is_near(blocks[n], top, upwards=True)
        ):
            return
        yield n


def _foot(blocks: Sequence[Block], stop: int) -> Iterator[int]:
    """The blocks behind the story, up to the next heading, list of stories or other part of the page."""
    last = blocks[stop - 1] if 0 < stop <= len(blocks) else None
    for n in range(stop, min(len(blocks), stop + _FOOT)):
        if last is None or blocks[n].place.tag in _HEADINGS or _is_teaser(blocks[n]):
            return
        if not is_elsewhere_by_name(_between(blocks[n].place, last.place)):
            yield n


def _is_of_another(blocks: Sequence[Block], n: int, start: int | None) -> bool:
    """Whether a line stands beside a link to another story, in one box with it.

    The headline, in the block `start`, may be a link to its own page.
    """
    beside = (blocks[m] for m in (n - 1, n + 1) if 0 <= m < len(blocks) and m != start)
    box = _box(blocks[n].place)
    return _is_teaser(blocks[n]) or any(_is_teaser(other) and _box(other.place) is box for other in beside)


def _box(place: Any) -> Any:
    parent = place.getparent() if place.tag not in ("td", "th") else place
    return parent if parent is not None else place


def _is_teaser(block: Block) -> bool:
    least = _HAN_TEASER if block.links and _HAN.search(block.text) else _TEASER
    long = block.linked > least * block.links and 2 * block.linked > len(block.text)
    # The story's own address may be printed under it.
    return long and not _ADDRESS.search(block.text) and not _names_writers(block) and not _is_profile(block)


def _is_profile(block: Block) -> bool:
    """Whether the first link of a line leads to the page of a writer or of a desk."""
    link = next(block.place.iter("a"), None) if block.links == 1 and block.place is not None else None
    return link is not None and PROFILE.search(link.get("href") or "") is not None


def _names_writers(block: Block) -> bool:
    """Whether a line has a link to its writers, beside its time: it is no link to another story."""
    if not block.links or not _DIGIT.search(block.text) or block.place is None:
        return False
    texts = [fold_space(text) for text in islice(block.place.itertext(), _BELOW)]
    return any(text in block.text and (names_of(text) or capitalised_names(text)) for text in texts if text)


def _is_near(block: Block, top: Block, *, upwards: bool = False) -> bool:
    """Whether no other part of the page holds a line, up to what holds it and the headline."""
    between = _between(block.place, top.place)
    if is_elsewhere_by_name(between):
        return False
    steps = _between(top.place, block.place) if upwards else []
    return not steps or (len(steps) <= _STEPS and steps[-1].getparent().tag not in ("body", "html"))


def _between(place: Any, other: Any) -> list[Any]:
    """The elements that hold a place and not the other one, which are those on the way to what holds both."""
    holders = {other, *other.iterancestors()}
    found = []
    for element in (place, *place.iterancestors()):
        if element in holders:
            break
        found.append(element)
    return found


def _texts(blocks: Sequence[Block], numbers: Sequence[int] | Iterator[int]) -> list[str]:
    texts = (blocks[n].text for n in numbers)
    return [text for text in texts if len(text) <= _LINE and _DIGIT.search(text)]


def _spaced(block: Block) -> list[str]:
    """A short line with a space between its elements, where they have none and only style parts them."""
    if block.place is None or len(block.place) == 0 or not _DIGIT.search(block.text) or len(block.text) > _LINE:
        return []
    text = " ".join(filter(None, map(fold_space, islice(block.place.itertext(), _BELOW))))
    return [text] if text != block.text and letters(text) == letters(block.text) else []
