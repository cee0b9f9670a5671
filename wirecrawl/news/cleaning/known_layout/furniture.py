"""What stands in a known body and is no part of its story.

In doubt a paragraph of a known body stays, so each rule here needs two signs: its place and its words.
"""

import re
from collections.abc import Sequence
from itertools import chain, islice, takewhile
from typing import Any, NamedTuple

from wirecrawl.news import wire
from wirecrawl.news.cleaning.blocks import Block, Part, Picture
from wirecrawl.news.cleaning.letters import letter_count, letters
from wirecrawl.news.markup.lines import text_of
from wirecrawl.news.markup.sentences import ends_sentence
from wirecrawl.news.wire import Table

_LONG = 40  # letters; shorter text is said twice by chance
_MOSTLY_LINKS = 0.5
_BOX = re.compile(
    r"(?<![a-z])(?:newsletters?|subscri(?:be|ption)s?|sign-?up|advert(?:isement|ising)?s?|ads?|sponsored|promos?|"
    r"pull-?quotes?|paywall-offer|twitter-(?:tweet|video)|instagram-media|fb-post|tiktok-embed|bluesky-embed|"
    r"telegram-post)(?![a-z])",
    re.IGNORECASE,
)
_CAPTION = re.compile(
    r"(?<![a-z])(?:captions?(?:-text)?|cap|legende?|(?:photo|image|img|pic)-?(?:credits?|desc|info|title|text)|credits?|desc|"
    r"bildunterschrift|pie-?(?:de-?)?foto|didascalia)(?![a-z])",
    re.IGNORECASE,
)
_CREDITED = re.compile(
    r"(?:©|\b(?:foto|photo|bild|image|picture|credit|crédito|crédit)s?\s?[:：/])\s?(?:[^.]|(?<=\b\w)\.){2,80}\.?$",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\d{1,3} ?/ ?\d{1,3}")  # 1/7, of a gallery
_LONGEST_CAPTION, _INLINE = 400, 30  # characters; elements in a paragraph that are looked at
_LARGEST_BOX = 0.2  # of the text of the body
_PARAGRAPHS = frozenset(("p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote"))
_SMALL_BOX = 200  # characters; in a short story a small box is more than its share
_QUOTES = ("blockquote", "figure", "aside")
_ABOVE = 4  # elements around a paragraph that may be its box


class _Signs(NamedTuple):
    boxed: bool  # it stands in a box that calls itself advertisement, newsletter or post, or beside a form
    quoted: bool  # it is set off as a quotation


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
    shown = _without_hidden(parts)
    copies = _copies([part for part in shown if isinstance(part, Block)])
    return [part for part in shown if id(part) not in copies]


def _without_hidden(parts: Sequence[Part]) -> Sequence[Part]:
    if not any(isinstance(part, Block) and part.hidden is not None for part in parts):
        return parts
    seen = "\n".join(letters(part.text) for part in parts if isinstance(part, Block) and part.hidden is None)
    withheld = {part.hidden for part in parts if isinstance(part, Block) and _is_told(part, seen)}
    return [part for part in parts if not isinstance(part, Block) or part.hidden is None or part.hidden in withheld]


def _is_told(block: Block, seen: str) -> bool:
    return block.hidden is not None and is_prose(block) and letters(block.text) not in seen


def _copies(blocks: list[Block]) -> set[int]:
    if len({block.text for block in blocks}) == len(blocks):  # true of most stories
        return set()
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


def with_captions(parts: list[Part]) -> list[Part]:
    """The parts with the lines behind a picture that are its captions marked as such, and less its number.

    They call themselves captions or end with a photo credit.
    """
    if not any(isinstance(part, Picture) for part in parts):
        return parts
    kept: list[Part] = []
    behind = False  # a picture, with nothing but its captions between
    for part in parts:
        if isinstance(part, Picture):
            if not behind and kept and _is_caption_above(kept[-1]):
                kept.insert(-1, part)
                continue
            behind = True
        elif behind and not part.caption:
            if _NUMBER.fullmatch(part.text):
                continue
            behind = part.caption = _is_named(part) or _is_credited(part)
        kept.append(part)
    return kept


def _is_caption_above(part: Part) -> bool:
    """Whether a part is a caption that stands above its picture; then it is marked as one."""
    if isinstance(part, Block) and not part.caption and _is_named(part):
        part.caption = True
        return True
    return False


def _is_named(block: Block) -> bool:
    """Whether a paragraph calls itself a caption: it, what holds it, or what of it has the same text."""
    place = block.place
    if place is None or len(block.text) > _LONGEST_CAPTION:
        return False
    near = (one for one in (place, place.getparent()) if one is not None)
    if any(_CAPTION.search(one.get("class") or "") for one in near):
        return True
    inside = (one for one in islice(place.iter("span", "em", "i", "small", "font"), _INLINE) if one.get("class"))
    return any(_CAPTION.search(one.get("class")) and letters(text_of(one)) == letters(block.text) for one in inside)


def _is_credited(block: Block) -> bool:
    return len(block.text) <= _LONGEST_CAPTION and bool(_CREDITED.search(block.text))


def without_boxes(parts: list[Part], body: Any) -> list[Part]:
    """The parts less small boxes that call themselves advertisement or newsletter, and less pull quotes."""
    blocks = [part for part in parts if isinstance(part, Block)]
    signs: dict[Any, _Signs] = {}
    answers = [_signs(block, body, signs) for block in blocks]
    if not any(answer.boxed or answer.quoted for answer in answers):  # most stories
        return parts
    boxed = [block for block, answer in zip(blocks, answers, strict=True) if answer.boxed]
    quoted = [block for block, answer in zip(blocks, answers, strict=True) if answer.quoted]
    total = sum(len(block.text) for block in blocks)
    small = sum(len(block.text) for block in boxed) <= max(_LARGEST_BOX * total, min(_SMALL_BOX, total / 2))
    out = set(map(id, boxed)) if small else set()
    out.update(map(id, _quotes(blocks, quoted)))
    return [part for part in parts if id(part) not in out] if out else parts


def _signs(block: Block, body: Any, known: dict[Any, _Signs]) -> _Signs:
    """What the elements around a paragraph, up to the body, say of it; `known` has the answers so far."""
    place = block.place
    if place is None:
        return _Signs(boxed=False, quoted=False)
    above = place if place is body or place.get("class") else place.getparent()
    if above is None:  # bare text behind the body, which is read in an element of its own
        return _Signs(boxed=False, quoted=False)
    if above not in known:
        line = list(takewhile(lambda one: one is not body, islice(chain((above,), above.iterancestors()), _ABOVE)))
        names = " ".join(name for one in line for name in (one.get("class"), one.get("id")) if name)
        quoted = any(one.tag in _QUOTES for one in line)
        asks = bool(line) and next(line[0].iterchildren("form"), None) is not None
        known[above] = _Signs(boxed=asks or (bool(names) and bool(_BOX.search(names))), quoted=quoted)
    return known[above]


def _quotes(blocks: list[Block], quotes: list[Block]) -> list[Block]:
    """Those of the quotes that stand in another paragraph too."""
    texts = [letters(block.text) for block in blocks] if quotes else []
    return [block for block in quotes if _is_within(letters(block.text), texts)]


def _is_within(text: str, texts: list[str]) -> bool:
    return bool(text) and any(text in other and text != other for other in texts)
