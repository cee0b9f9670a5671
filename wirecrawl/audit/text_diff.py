"""What a version of a text changed: paragraphs that were added, removed or changed, and in those the words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal

from rapidfuzz.distance import Indel
from rapidfuzz.fuzz import ratio

if TYPE_CHECKING:
    from regex import Pattern

_CHANGED = 50.0  # percent of likeness from which two paragraphs are one that was changed
# Bounds beyond which nothing is compared and all of both is shown, as products of two lengths: two texts of 4,000
# paragraphs; two blocks of 500 paragraphs, or of 100,000 characters; two paragraphs of 10,000 words. What is below them
# takes half a second.
_MOST_PARAGRAPHS, _MOST_PAIRS, _MOST_CHARACTERS, _MOST_WORDS = 4_000**2, 500**2, 100_000**2, 10_000**2
_LITTLE = 3  # characters of a word that stays between two changes and is read more easily as part of them
Change = Literal["", "-", "+"]


@dataclass(frozen=True, slots=True)
class Words:
    """Words that stayed (""), were removed ("-") or added ("+"), with their spaces."""

    change: Change
    text: str


@dataclass(frozen=True, slots=True)
class ParagraphChange:
    """A paragraph that stayed (""), was removed ("-"), added ("+") or changed ("~"), in the order of the later text."""

    change: Literal["", "-", "+", "~"]
    words: tuple[Words, ...]

    @property
    def text(self) -> str:
        """All of its words, removed ones included."""
        return "".join(words.text for words in self.words)


def compare_texts(before: str, after: str) -> list[ParagraphChange]:
    """Compare two texts whose paragraphs are joined by blank lines.

    >>> [one.change for one in compare_texts("Rain fell.\\n\\nMore to come.", "Rain fell.\\n\\nEnditem")]
    ['', '-', '+']
    """
    a, b = _paragraphs(before), _paragraphs(after)
    if len(a) * len(b) > _MOST_PARAGRAPHS:
        return [*map(_removed, a), *map(_added, b)]
    found: list[ParagraphChange] = []
    for same, removed, added in _blocks(a, b):
        found += [ParagraphChange("", (Words("", text),)) for text in same]
        found += _paired(removed, added)
    return found


def compare_words(before: str, after: str) -> tuple[Words, ...]:
    """The words of a line or paragraph that stayed, were removed and added; in writings without spaces, the signs.

    >>> [(one.change, one.text) for one in compare_words("Three found", "Five found")]
    [('-', 'Three '), ('+', 'Five '), ('', 'found')]
    """
    token = _token()
    a, b = token.findall(before), token.findall(after)
    if len(a) * len(b) > _MOST_WORDS:
        return Words("-", before), Words("+", after)
    return tuple(_words(_smoothed(list(_blocks(a, b)))))


@cache
def _token() -> "Pattern[str]":
    """A figure; a sign of a writing without spaces; a word; any other sign. Each with the space behind it.

    It is made when it is first needed: every command imports this module, and the library and the pattern take longer
    than all of it.
    """
    import regex

    return regex.compile(
        r"\s+|(?:\d+(?:[.,:]\d+)*|[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Khmer}\p{Lao}\p{Myanmar}]|[\p{L}\p{M}\p{N}_]+|.)\s*",
        regex.DOTALL,
    )


def _paragraphs(text: str) -> list[str]:
    return text.split("\n\n") if text else []


def _removed(text: str) -> ParagraphChange:
    return ParagraphChange("-", (Words("-", text),))


def _added(text: str) -> ParagraphChange:
    return ParagraphChange("+", (Words("+", text),))


_Block = tuple[list[str], list[str], list[str]]  # what stayed, and behind it what was removed and what was added


def _blocks(a: Sequence[str], b: Sequence[str]) -> Iterator[_Block]:
    same: list[str] = []
    removed: list[str] = []
    added: list[str] = []
    for step in Indel.opcodes([part.strip() for part in a], [part.strip() for part in b]):
        if step.tag == "equal":
            if removed or added:
                yield same, removed, added
                same, removed, added = [], [], []
            both = zip(a[step.src_start : step.src_end], b[step.dest_start : step.dest_end], strict=True)
            same += [max(one, other, key=len) for one, other in both]  # the one with the space behind it
        removed += a[step.src_start : step.src_end] if step.tag == "delete" else []
        added += b[step.dest_start : step.dest_end] if step.tag == "insert" else []
    yield same, removed, added


def _smoothed(blocks: list[_Block]) -> Iterator[_Block]:
    """Let little that stayed between two changes be part of them: marks amid a phrase are hard to read."""
    (same, removed, added), *others = blocks
    for stayed, removed_next, added_next in others:
        is_between = (removed or added) and (removed_next or added_next)
        if is_between and _is_little(stayed) and (removed or removed_next) and (added or added_next):
            removed, added = [*removed, *stayed, *removed_next], [*added, *stayed, *added_next]
        else:
            yield same, removed, added
            same, removed, added = stayed, removed_next, added_next
    yield same, removed, added


def _is_little(stayed: list[str]) -> bool:
    return not any(c.isalnum() for c in "".join(stayed)) or (len(stayed) == 1 and len(stayed[0].strip()) <= _LITTLE)


def _words(blocks: Iterator[_Block]) -> Iterator[Words]:
    changes: tuple[Change, ...] = ("", "-", "+")
    for block in blocks:
        for change, parts in zip(changes, block, strict=True):
            if parts:
                yield Words(change, "".join(parts))


def _paired(removed: list[str], added: list[str]) -> Iterator[ParagraphChange]:
    """Paragraphs of two blocks that take each other's place, those that are alike as one that was changed."""
    i = j = 0
    for at, to in [*_pairs(removed, added), (len(removed), len(added))]:
        yield from map(_removed, removed[i:at])
        yield from map(_added, added[j:to])
        if at < len(removed):
            yield ParagraphChange("~", compare_words(removed[at], added[to]))
        i, j = at + 1, to + 1


def _pairs(removed: list[str], added: list[str]) -> list[tuple[int, int]]:
    """Positions of the paragraphs that are alike, in order: the pairs whose likeness is the largest together."""
    characters = sum(map(len, removed)) * sum(map(len, added))
    if len(removed) * len(added) > _MOST_PAIRS or characters > _MOST_CHARACTERS:
        return []
    likeness = [[ratio(a, b, score_cutoff=_CHANGED) for b in added] for a in removed]
    best = [[0.0] * (len(added) + 1) for _ in range(len(removed) + 1)]
    for i in reversed(range(len(removed))):
        for j in reversed(range(len(added))):
            best[i][j] = max(best[i + 1][j], best[i][j + 1], likeness[i][j] + best[i + 1][j + 1])
    return list(_path(likeness, best))


def _path(likeness: list[list[float]], best: list[list[float]]) -> Iterator[tuple[int, int]]:
    i = j = 0
    while i < len(likeness) and j < len(likeness[i]):
        if likeness[i][j] and best[i][j] == likeness[i][j] + best[i + 1][j + 1]:
            yield i, j
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
