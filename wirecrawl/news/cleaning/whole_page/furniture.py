"""Lines that newspapers and portals put before, amid and behind the copy they carry.

Used on pages without a layout only: there nobody has said which element is the story and nothing else.
"""

import re
from collections import Counter
from collections.abc import Sequence
from datetime import UTC
from itertools import islice, zip_longest
from typing import Any

from lxml.etree import XPath

from wirecrawl.news import wire
from wirecrawl.news.cleaning.blocks import Block, Part, Picture
from wirecrawl.news.cleaning.letters import letters
from wirecrawl.news.cleaning.whole_page.site_lines import (
    COPYRIGHT,
    DAY,
    LONGEST_LINE,
    PHOTO_CREDIT,
    is_caption,
    is_offer,
    is_site_line,
)
from wirecrawl.news.markup.sentences import ends_sentence, has_sentence
from wirecrawl.news.markup.times import parse_time, split_updated
from wirecrawl.news.wire.credit import agency_of_end

_TIME_LINE, _TIME_LABEL = 120, 24  # characters of a line of times, letters of its labels
_PROSE = 40  # characters; a line that ends no sentence and is shorter is no first paragraph
_NOON = re.compile(r"\s?\b[ap]\.m\.$", re.IGNORECASE)
_BY = re.compile(r"(?:by|von|par|por|di|door|af|av)\s", re.IGNORECASE)
_SHOWN = XPath(".//text()[not(parent::style or parent::script)]", smart_strings=False)
_LONGEST_BOX = 800  # characters of a picture's caption and credits; a box with more holds the story too
_BOXES = 3  # elements around a caption that may be the picture's
_BOX = re.compile(r"im(?:g|age)|photo|foto|pic(?:ture)?s?\b|caption", re.IGNORECASE)
_CAPTION = re.compile(r"(?<![a-z])captions?(?![a-z])", re.IGNORECASE)
_HEAD = 5  # blocks: headline, standfirst, caption and date may stand before a dateline

# Beginnings of the lines behind a press release: whom to ask, who sent it.
_PRESS_ENDS = re.compile(
    r"(?:pressekontakt|rückfragen bitte an|medienkontakt|media contacts?|contact)\s?:|original-content von:|"
    r"SOURCE\s[A-Z]"
)
_IN_BOX = 3  # of so many lines of a box one is an offer at least
_DAYS = 3  # lines of a day each: a chronology
_TAGS = 0.05  # of the text; more of short lines is a list of the story
_ALL_LINK = 0.9
# Headings behind the story; with more than half of the text before it, nothing from there on is story.
_ENDS = re.compile(
    r"(?:related|similar|recommended|more)(?: (?:stories|articles|news|coverage|topics|content|posts|from .{2,30}))?|"
    r"most (?:popular|read|viewed|shared)|trending(?: .{0,30})?|(?:post a |leave a )?comments?|kommentarer?|"
    r"commentaires|comentarios|newsletter.{0,40}|mehr zum thema|lesen sie auch|das könnte sie auch interessieren|"
    r"sur le même sujet|à lire aussi|notas relacionadas|te puede interesar|artículos relacionados|"
    r"potrebbe interessarti|leia também|you (?:might|may) also like|more (?:on|in) .{2,30}",
    re.IGNORECASE,
)


def without_furniture(parts: Sequence[Part]) -> list[Part]:
    """Return the parts less the lines that belong to the site, and less what stands behind the end of the story.

    >>> [part.text for part in without_furniture([Block("It rains in Reykjavik."), Block("© 2026 Post")])]
    ['It rains in Reykjavik.']
    """
    _mark_captions(parts)
    offers = _offers(parts)
    kept = [
        part
        for part in _before_end(parts)
        if not (isinstance(part, Block) and (is_site_line(part) or id(part) in offers))
    ]
    kept = _from_day(kept)
    return _less_tail(_less_head(kept, _first_prose(kept)))


def from_dateline(parts: Sequence[Part]) -> list[Part]:
    """Return the parts from the dateline on, when it stands near the head: captions and standfirsts come before."""
    heads = [n for n, part in enumerate(parts) if isinstance(part, Block)][:_HEAD]
    found = next((n for n in heads if wire.agency_of_dateline([_text(parts[n])])), 0)
    return _less_head(parts, found)


def _mark_captions(parts: Sequence[Part]) -> None:
    """A line in the box of a picture is a caption, and so is one beside a picture that its element calls a picture's.

    The same holds for a line before one with a photo credit in the same box.
    """
    blocks = [part for part in parts if isinstance(part, Block)]
    is_box: dict[Any, bool] = {}  # an element is around many a paragraph, and is looked at once
    for block, following in zip_longest(blocks, blocks[1:]):
        around = [block.place, *islice(block.place.iterancestors(), _BOXES - 1)] if block.place is not None else []
        for box in (box for box in around if box not in is_box):
            is_box[box] = _is_picture_box(box)
        credit = following.place.getparent() if following and PHOTO_CREDIT.fullmatch(following.text) else None
        block.caption |= any(is_box[box] and (box is credit or _shows_picture(box)) for box in around)
    for before, part, behind in zip([None, *parts], parts, [*parts[1:], None], strict=False):
        beside = isinstance(before, Picture) or isinstance(behind, Picture)
        if beside and isinstance(part, Block):
            part.caption |= is_caption(part) or is_box.get(part.place, False)


def _shows_picture(box: Any) -> bool:
    """Whether the box of a picture holds one, or only what is said of it."""
    return box.find(".//img") is not None or bool(_CAPTION.search(box.get("class") or ""))


def _offers(parts: Sequence[Part]) -> set[int]:
    """The lines of boxes that offer a subscription or a letter: in no element of the story's form, and every third
    line is an offer."""
    blocks = [part for part in parts if isinstance(part, Block) and part.place is not None]
    boxes: dict[Any, list[Block]] = {}
    for block in blocks:
        boxes.setdefault(block.place.getparent(), []).append(block)
    offering = {box: lines for box, lines in boxes.items() if _IN_BOX * sum(map(is_offer, lines)) >= len(lines)}
    forms = {(box.tag, box.get("class")) for box in boxes if box is not None and box not in offering}
    lines = [lines for box, lines in offering.items() if box is not None and (box.tag, box.get("class")) not in forms]
    return {id(block) for box in lines for block in box}


def _from_day(parts: list[Part]) -> list[Part]:
    """Leave out lines of a day alone; before the second paragraph one parts the standfirst from the story."""
    days = [n for n, part in enumerate(parts) if isinstance(part, Block) and DAY.fullmatch(part.text)]
    if not days or len(days) >= _DAYS:
        return parts
    prose = [n for n, part in enumerate(parts) if isinstance(part, Block) and not part.caption and _is_prose(part.text)]
    first = days[0] if prose and prose[0] < days[0] and sum(n < days[0] for n in prose) == 1 < len(prose) else 0
    return [part for part in _less_head(parts, first) if not (isinstance(part, Block) and DAY.fullmatch(part.text))]


def _is_picture_box(box: Any) -> bool:
    """Whether an element calls itself a picture's, and holds little text."""
    named = _BOX.search(f"{box.get('class')} {box.get('id')}")
    return bool(named) and len("".join(_SHOWN(box))) <= _LONGEST_BOX


def _less_tail(parts: list[Part]) -> list[Part]:
    """Leave out tags and links behind the last sentence, as long as they are few beside the story."""
    room = _TAGS * sum(len(_text(part)) for part in parts)
    while parts and isinstance(last := parts[-1], Block) and _is_tag(last) and (room := room - len(last.text)) > 0:
        parts = parts[:-1]
    return parts


def _is_tag(block: Block) -> bool:
    if block.linked >= _ALL_LINK * len("".join(block.text.split())):
        return True
    mark = wire.take_end_mark(block.text, wire.PLAIN)[1]
    if "\t" in block.text:  # a row of a table
        return False
    copy = mark or agency_of_end(block.text) or wire.is_note(block.text, wire.PLAIN) or not block.text.strip("_- ")
    return not copy and len(block.text) < _PROSE and not has_sentence(block.text)


def _less_head(parts: Sequence[Part], first: int) -> list[Part]:
    """Leave out the paragraphs before `first`; pictures, captions and bylines stay."""
    return [part for n, part in enumerate(parts) if n >= first or _stays(part)]


def _stays(part: Part) -> bool:
    if not isinstance(part, Block) or part.caption or _BY.match(part.text):
        return True
    return wire.parse_caption(part.text, wire.PLAIN) is not None


def _first_prose(parts: Sequence[Part]) -> int:
    return next((n for n, part in enumerate(parts) if _is_prose(_text(part)) and not is_time_line(part)), 0)


def is_time_line(part: Part, label: int = _TIME_LABEL) -> bool:
    """Whether a short line says when the story was published or changed, and no more than `label` other letters.

    >>> is_time_line(Block("Publié le 4 mars 2008 à 14h05 - Mis à jour le 4 mars 2008 à 16h30"))
    True
    """
    text = _text(part)
    if not text or len(text) > _TIME_LINE or not any(map(str.isdecimal, text)) or ends_sentence(_NOON.sub("", text)):
        return False
    rest, any_time = 0, False
    for half in split_updated(text):
        found = parse_time(half, UTC, day_first=True)
        rest += len(letters(half.replace(found.raw or "", "", 1) if found else half))
        any_time = any_time or found is not None
    return any_time and rest <= label


def _is_prose(text: str) -> bool:
    return len(text) >= _PROSE or ends_sentence(text)


def _before_end(parts: Sequence[Part]) -> Sequence[Part]:
    total, seen = sum(len(_text(part)) for part in parts), 0
    for n, part in enumerate(parts):
        text = _text(part)
        if 2 * seen > total and _press_end(text):
            return parts[:n]
        if 2 * seen > total and (_ENDS.fullmatch(text.rstrip(" :>")) or COPYRIGHT.match(text)):
            return [*parts[:n], *_resumed(parts[:n], parts[n + 1 :])]
        seen += len(text)
    return parts


def _resumed(before: Sequence[Part], behind: Sequence[Part]) -> list[Part]:
    """What of the story follows a box amid it: prose in the element that holds its paragraphs before the box."""
    homes = Counter(part.place.getparent() for part in before if isinstance(part, Block) and part.place is not None)
    home = max(homes, key=homes.__getitem__, default=None)
    blocks = (part for part in behind if isinstance(part, Block) and part.place is not None)
    return [block for block in blocks if block.place.getparent() is home and _is_paragraph(block)]


def _is_paragraph(block: Block) -> bool:
    whole = len(block.text) >= _PROSE and ends_sentence(block.text)
    return whole and 2 * block.linked < len(block.text)


def _press_end(text: str) -> bool:
    return bool(_PRESS_ENDS.match(text) or _PRESS_ENDS.match(text.lower())) and len(text) <= LONGEST_LINE


def _text(part: Part) -> str:
    return part.text if isinstance(part, Block) else ""
