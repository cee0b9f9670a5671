"""The body of a story in a known layout: all elements of its selector that hold the story, in document order.

The class of a body may stand at a one-line element, at a box of the site, or at each half of a body that an
advertisement cuts in two.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import islice
from typing import Any

from lxml import html
from lxml.etree import XPath

from wirecrawl.news import wire
from wirecrawl.news.agencies import Agency, Layout
from wirecrawl.news.cleaning.blocks import Block, Part, Picture, read_blocks
from wirecrawl.news.cleaning.known_layout.continued import parts_behind
from wirecrawl.news.cleaning.known_layout.furniture import is_prose, with_captions, without_boxes, without_copies
from wirecrawl.news.cleaning.known_layout.link_lists import without_link_lists
from wirecrawl.news.cleaning.labels import is_label
from wirecrawl.news.cleaning.letters import letter_count
from wirecrawl.news.markup.select import elements
from wirecrawl.news.markup.ticker import ticker_blocks

_ID = re.compile(r"#[\w-]+")
_MOST_BODIES = 300  # elements of one selector; a page of one paragraph each has about a hundred


@dataclass(slots=True)
class _Body:
    """One element that a selector found, and what it holds."""

    element: html.HtmlElement
    parts: list[Part]
    prose: int = 0  # letters of its prose
    story: int = 0  # how many headings of stories stand before it


def read_body(layout: Layout, agency: Agency, tree: html.HtmlElement) -> list[Part]:
    """Paragraphs and pictures of the first body selector that finds any; [] for none."""
    for selector in layout.body:
        found = list(_outermost(_candidates(tree, selector)))
        dropped = set(elements(tree, layout.drop)) if len(found) > 1 else ()
        bodies = [_read(element, layout, agency) for element in found if element not in dropped]
        parts = _joined(tree, [body for body in bodies if any(map(_is_content, body.parts))], agency)
        if parts:
            return with_captions(without_boxes(without_copies(parts), bodies[0].element))
    return []


def _candidates(tree: html.HtmlElement, selector: str) -> Iterator[html.HtmlElement]:
    """What a body selector finds; more of one id are looked for beside the first alone."""
    if not _ID.fullmatch(selector):
        yield from elements(tree, (selector,))
    elif (first := next(elements(tree, (selector,)), None)) is not None:
        yield first
        yield from _beside(selector[1:])(first)


@cache
def _beside(name: str) -> XPath:
    """What of one id stands behind an element, in the same parent."""
    return XPath(f"following-sibling::*[@id='{name}']")


def _outermost(found: Iterable[html.HtmlElement]) -> Iterator[html.HtmlElement]:
    """Elements that stand in no other of them; they come in document order."""
    last: list[html.HtmlElement] = []
    for element in islice(found, _MOST_BODIES):
        if not last or not any(above is last[0] for above in element.iterancestors()):
            last = [element]
            yield element


def _read(element: html.HtmlElement, layout: Layout, agency: Agency) -> _Body:
    tickers = (block for block in ticker_blocks(element, agency.tickers) if block is not element)
    drop = frozenset((*elements(element, layout.drop), *tickers))
    parts = without_link_lists(read_blocks(element, drop))
    table = wire.table_or_plain(agency.name)
    parts += parts_behind(element, parts, table, layout.drop)
    return _Body(element, parts)


def _is_content(part: Part) -> bool:
    return not is_label(part.text) if isinstance(part, Block) else bool(part.src)


def _joined(tree: html.HtmlElement, bodies: list[_Body], agency: Agency) -> list[Part]:
    """The parts of the bodies that belong to one story: that of the body with the most prose."""
    if len(bodies) < 2:
        return [part for body in bodies for part in body.parts]
    table = wire.table_or_plain(agency.name)
    for body in bodies:
        prose = (part for part in body.parts if isinstance(part, Block) and is_prose(part, table))
        body.prose = sum(letter_count(block.text) for block in prose)
    longest = max(bodies, key=lambda body: body.prose)
    if not longest.prose:
        return max(bodies, key=lambda body: len(body.parts)).parts
    _count_stories(tree, bodies)
    one = [body for body in bodies if body.story == longest.story and _is_beside(body.element, longest.element)]
    one = list(_without_copies(one))
    told = [n for n, body in enumerate(one) if body.prose]
    end = next((n for n in told if _is_ended(one[n], agency)), told[-1])
    return [part for n, body in enumerate(one) if told[0] <= n <= end or _is_wire(body) for part in body.parts]


def _without_copies(bodies: list[_Body]) -> Iterator[_Body]:
    """The elements less those whose prose stands in elements before them."""
    seen: set[str] = set()
    for body in bodies:
        texts = {part.text for part in body.parts if isinstance(part, Block) and is_prose(part)}
        if not texts or not texts <= seen:
            yield body
        seen |= texts


def _is_ended(body: _Body, agency: Agency) -> bool:
    """Whether the text of an element ends with the agency's end mark: what follows is no story."""
    table = wire.table_or_plain(agency.name)
    last = next(part.text for part in reversed(body.parts) if isinstance(part, Block))
    return wire.take_end_mark(last, table)[1] is not None


def _count_stories(tree: html.HtmlElement, bodies: list[_Body]) -> None:
    """A heading of the first order, outside of all bodies, begins another story."""
    known = {body.element: body for body in bodies}
    stories = 0
    for element in tree.iter("h1", *{body.element.tag for body in bodies}):
        if element in known:
            known[element].story = stories
        elif element.tag == "h1" and not any(above in known for above in element.iterancestors()):
            stories += 1


def _is_beside(element: Any, longest: Any) -> bool:
    """Whether an element stands in no side of the page that the longest does not stand in too."""
    sides = ("aside", "nav", "footer", "a", "form")
    return all(any(side is other for other in longest.iterancestors(*sides)) for side in element.iterancestors(*sides))


def _is_wire(body: _Body) -> bool:
    """Whether an element without prose holds pictures and captions alone."""
    return all(isinstance(part, Picture) or part.caption for part in body.parts)
