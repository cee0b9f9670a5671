"""Finds the body of a story: the element that contains the paragraphs that trafilatura chose, and little else."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lxml import html

from wirecrawl.drafting.evidence import Choice
from wirecrawl.drafting.selectors import names, selector_for
from wirecrawl.news.cleaning.blocks import Block, Part, read_blocks
from wirecrawl.news.cleaning.known_layout.link_lists import without_link_lists
from wirecrawl.news.cleaning.letters import letters
from wirecrawl.news.markup.select import elements

# Tags of story text. Such an element is dropped only if its name says that it is no story text.
_PROSE = frozenset(
    ("p", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "blockquote", "table", "figure", "pre", "span")
)
_NO_STORY = re.compile(
    r"related|share|social|author|byline|date|time|meta|tags?\b|copyright|newsletter|advert|promo|comment|footer|more",
    re.IGNORECASE,
)
_WHOLE = frozenset(("aside", "nav", "form", "footer", "header"))  # never story text
_HALF = 0.5  # share of the story; an element with less of it is never the body
_TRIED = 30  # elements that are tried; real pages have up to twenty wrappers around the text
_MOST_DROPS = 8


@dataclass(frozen=True, slots=True)
class Body:
    """A proposed body: its selector and evidence, what to drop from it, and how it agrees with trafilatura's text."""

    choice: Choice
    drop: list[Choice]
    agreement: float  # F1 of the letters, 0 to 1


def propose_body(tree: html.HtmlElement, story: list[Part]) -> Body | None:
    """Return the body of a page, given the paragraphs of its `story`; None if no element of it has a stable name.

    Elements with most of the story are read as the crawler would read them. The one whose text agrees best is returned,
    and of equally good ones the smallest.
    """
    wanted = {text for part in story if isinstance(part, Block) and (text := letters(part.text))}
    tried = [body for element in _holders(tree, wanted)[:_TRIED] if (body := _try(element, tree, wanted))]
    return max(tried, key=lambda body: round(body.agreement, 2), default=None)  # the first of equals is the smallest


def _holders(tree: html.HtmlElement, wanted: set[str]) -> list[Any]:
    """Return the elements that contain more than half of the story, the innermost first."""
    held: dict[Any, set[str]] = {}
    for part in read_blocks(tree):
        if isinstance(part, Block) and (text := letters(part.text)) in wanted and part.place is not None:
            for element in (part.place, *part.place.iterancestors()):
                held.setdefault(element, set()).add(text)
    total = sum(map(len, wanted))
    heavy = [element for element, found in held.items() if sum(map(len, found)) > _HALF * total]
    return sorted(heavy, key=lambda element: -sum(1 for _ in element.iterancestors()))


def _try(element: Any, tree: html.HtmlElement, wanted: set[str]) -> Body | None:
    if element.tag in ("html", "body", "p") or not (selector := selector_for(element, tree)):
        return None
    drop = list(_drops(element, wanted))[:_MOST_DROPS]
    parts = read_blocks(element, frozenset(elements(element, [choice.selector for choice in drop])))
    kept = [letters(part.text) for part in without_link_lists(parts) if isinstance(part, Block)]
    right = sum(len(text) for text in set(kept) & wanted)
    agreement = 2 * right / (sum(map(len, kept)) + sum(map(len, wanted)))
    count = len(set(kept) & wanted)
    return Body(
        Choice(selector, f"holds {count} of the {len(wanted)} paragraphs that trafilatura chose"), drop, agreement
    )


def _drops(body: Any, wanted: set[str]) -> Iterator[Choice]:
    """Yield selectors of elements in the body that contain nothing of the story and match nothing of it."""
    blocks = [part for part in read_blocks(body) if isinstance(part, Block) and part.hidden is None]
    story = [block.place for block in blocks if letters(block.text) in wanted]
    needed = {element for place in story for element in (place, *place.iterancestors())}
    seen: set[str] = set()
    for block in blocks:
        top = _outermost(block.place, body, needed)
        if top is None or block.caption:
            continue
        selector = next((name for name in _called(top) if _spares(body, name, needed)), None)
        if selector and selector not in seen and (top.tag not in _PROSE or _NO_STORY.search(selector)):
            seen.add(selector)
            yield Choice(selector, f"no story: {block.text}")


def _outermost(place: Any, body: Any, needed: set[Any]) -> Any:
    """Return the largest element in the body that contains a block and nothing of the story; None if there is none."""
    if place in needed:
        return None
    while (above := place.getparent()) is not None and above is not body and above not in needed:
        place = above
    return place


def _called(element: Any) -> Iterator[str]:
    yield from names(element)
    if element.tag in _WHOLE:
        yield element.tag


def _spares(body: Any, selector: str, needed: set[Any]) -> bool:
    """Whether a selector matches no paragraph of the story."""
    return not any(found in needed for found in elements(body, (selector,)))
