"""What stands in a known body and is no part of its story.

In doubt a paragraph of a known body stays, so each rule here needs two signs: its place and its words.
"""

import re
from collections.abc import Sequence
from typing import Any

from wirecrawl.news import wire
from wirecrawl.news.cleaning.blocks import Block, Part, letter_count, letters
from wirecrawl.news.markup.sentences import ends_sentence
from wirecrawl.news.wire import Table

_LONG = 40  # letters; shorter text is said twice by chance
_MOSTLY_LINKS = 0.5
_BOX = re.compile(
    r"(?<![a-z])(?:newsletters?|subscri(?:be|ption)s?|sign-?up|advert(?:isement|ising)?s?|ads?|sponsored|promos?|"
    r"pull-?quotes?|paywall-offer)(?![a-z])",
    re.IGNORECASE,
)
_LARGEST_BOX = 0.2  # of the text of the body
_PARAGRAPHS = frozenset(("p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote"))
_SMALL_BOX = 200  # characters; in a short story a small box is more than its share
_QUOTES = ("blockquote", "figure", "aside")
_ABOVE = 4  # elements around a paragraph that may be its box


def is_prose(block: Block, table: Table = wire.PLAIN) -> bool:
    """Whether a paragraph is a sentence of its own, an agency's end mark behind it or not, and no list of links.

    >>> is_prose(Block("It rains in Reykjavik."))
    True
    """
    if block.linked > _MOSTLY_LINKS * letter_count(block.text):
        return False
    return ends_sentence(block.text) or ends_sentence(wire.take_end_mark(block.text, table)[0])


def without_copies(parts: Sequence[Part]) -> list[Part]:
    """The parts less hidden furniture and second copies of the text.

    What is hidden stays when there is prose in it that no visible paragraph holds: the second half of a story that a
    script shows. An element is a copy when all its paragraphs stand in other elements before it.
    """
    seen = "\n".join(letters(part.text) for part in parts if isinstance(part, Block) and part.hidden is None)
    withheld = {part.hidden for part in parts if isinstance(part, Block) and _is_told(part, seen)}
    shown = [part for part in parts if not isinstance(part, Block) or part.hidden is None or part.hidden in withheld]
    copies = _copies([part for part in shown if isinstance(part, Block)])
    return [part for part in shown if id(part) not in copies]


def _is_told(block: Block, seen: str) -> bool:
    return block.hidden is not None and is_prose(block) and letters(block.text) not in seen


def _copies(blocks: list[Block]) -> set[int]:
    homes: dict[Any, list[Block]] = {}
    for block in blocks:
        homes.setdefault(_home(block), []).append(block)
    known: set[str] = set()
    out: set[int] = set()
    for home in homes.values():
        texts = [letters(block.text) for block in home]
        if max(map(len, texts)) >= _LONG and known.issuperset(texts):
            out.update(map(id, home))
        known.update(texts)
    return out


def _home(block: Block) -> Any:
    """The element that holds a paragraph and those beside it."""
    place = block.place
    return place.getparent() if place is not None and place.tag in _PARAGRAPHS else place


def without_boxes(parts: list[Part], body: Any) -> list[Part]:
    """The parts less small boxes that call themselves advertisement or newsletter, and less pull quotes."""
    blocks = [part for part in parts if isinstance(part, Block)]
    texts = [letters(block.text) for block in blocks]
    boxed = [block for block in blocks if _is_boxed(block, body)]
    total = sum(len(block.text) for block in blocks)
    small = sum(len(block.text) for block in boxed) <= max(_LARGEST_BOX * total, min(_SMALL_BOX, total / 2))
    out = set(map(id, boxed)) if small else set()
    out.update(id(block) for block, text in zip(blocks, texts, strict=True) if _is_quoted(block, text, texts))
    return [part for part in parts if id(part) not in out]


def _line(block: Block) -> list[Any]:
    return [] if block.place is None else [block.place, *block.place.iterancestors()][:_ABOVE]


def _is_boxed(block: Block, body: Any) -> bool:
    for element in _line(block):
        if element is body:
            return False
        if _BOX.search(f"{element.get('class') or ''} {element.get('id') or ''}"):
            return True
    return False


def _is_quoted(block: Block, text: str, texts: list[str]) -> bool:
    """Whether a paragraph that is set off stands in another one too."""
    if not text or not any(element.tag in _QUOTES for element in _line(block)):
        return False
    return any(text in other and text != other for other in texts)
