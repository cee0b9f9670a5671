"""Compares two texts by whole paragraphs and by the names in them."""

import re
from dataclasses import dataclass
from functools import lru_cache

from wirecrawl.news.dedupe.words.keys import fold

_SHORT_NOTE = 8  # words; a longer paragraph may have news in it
_BRACKETED = re.compile(r"^[(\[（【].*[)\]）】]\.?$", re.DOTALL)
_CAPTION = re.compile(
    r"(?i)\b(?:file photo|photo by|photo:|foto:|archivo|archivfoto)|[（(](?:Xinhua/|资料|图)|資料写真"
)
_DIGIT = re.compile(r"\d")
_NAME = re.compile(r"(?<=[a-zà-ÿа-я,] )[A-ZÀ-ÝА-Я][\w’'-]{3,}")
_NAMES = 4  # names in common that show one event
_SHARE = 0.4  # of the names of the text with fewer of them


@dataclass(frozen=True, slots=True)
class Paragraphs:
    """How the paragraphs of a later text compare with those of an earlier one.

    `tail`: the share of the earlier text behind its first paragraph that is kept, by words. `little`: whether the later
    text has all of the earlier one and adds notes, captions or a few words without a figure. `behind`: whether the
    first paragraph of the earlier text stands further down in the later one.
    """

    tail: float
    little: bool
    behind: bool


def compare_paragraphs(a: str, b: str) -> Paragraphs:
    """Return how the paragraphs of a later text compare with those of an earlier one."""
    parts_a, parts_b = _parts(a), _parts(b)
    kept = set(parts_a) & set(parts_b)
    length = sum(len(part) for part in parts_a[1:])
    tail = sum(len(part) for part in parts_a[1:] if part in kept) / (length or 1)
    added = [part for part in b.split("\n\n") if fold(part) not in kept]
    little = kept == set(parts_a) and all(map(_is_small, added))
    behind = bool(parts_a) and parts_a[0] in parts_b[1:]
    return Paragraphs(tail, little, behind)


@lru_cache(maxsize=256)
def _parts(text: str) -> tuple[str, ...]:
    return tuple(filter(None, map(fold, text.split("\n\n"))))


def _is_small(part: str) -> bool:
    """Whether an added paragraph is a note, a caption or a few words."""
    note = _BRACKETED.match(part.strip()) or _CAPTION.search(part)
    return bool(note) or (len(part.split()) <= _SHORT_NOTE and part.isascii() and not _DIGIT.search(part))


def share_names(a: str, b: str) -> bool:
    """Whether two texts have so many names in common that they are on one event."""
    names_a, names_b = _names(a), _names(b)
    both = len(names_a & names_b)
    return both >= _NAMES and both >= _SHARE * min(len(names_a), len(names_b))


@lru_cache(maxsize=256)
def _names(text: str) -> frozenset[str]:
    return frozenset(_NAME.findall(text))
