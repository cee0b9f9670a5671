"""Keys under which like headlines and like texts meet, so that nothing is compared with everything.

Headlines: pairs of four of the beginnings of their words, the same four wherever they occur (the smallest hashes, long
words first), so that a word added or taken away leaves most pairs as they are.
Texts: a bottom-k sketch (the smallest hashes of its shingles); two texts of which half is the same miss each other
once in 2 ** 12 times.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from heapq import nsmallest
from itertools import combinations

from xxhash import xxh3_64_intdigest

from wirecrawl.dedupe.tokens import Token, tokens

_BEGINNING = 5  # letters: missile and missiles, kill and killed meet
_CHOSEN = 4
_MIX = 0x9E3779B97F4A7C15  # makes the pair of two hashes a number of its own (Fibonacci hashing)
_SKETCH = 12
_SHINGLE = 4  # words in a row
_MASK = (1 << 63) - 1  # SQLite's integers have a sign
_FIGURE = "0"


def headline_keys(words: Sequence[Token]) -> list[int]:
    """Six keys of a headline, fewer of a short one.

    >>> a, b = (headline_keys(tokens(line)) for line in ("45 killed in Baghdad blast", "48 killed in Baghdad blasts"))
    >>> len(set(a) & set(b))
    6
    """
    ranked = sorted({_ranked(_beginning(words, at)) for at in range(len(words))})[:_CHOSEN]
    hashes = [number for _, number in ranked]
    return [(a * _MIX ^ b) & _MASK for a, b in combinations(hashes, 2)] or hashes


@lru_cache(maxsize=1 << 16)
def _ranked(beginning: str) -> tuple[bool, int]:
    """Where a word stands in the choice of words: those with few letters behind the others, then by hash."""
    return len(beginning) < _BEGINNING and beginning.isascii(), xxh3_64_intdigest(beginning.encode()) & _MASK


def _beginning(words: Sequence[Token], at: int) -> str:
    """The beginning of a word; in scripts without spaces two characters, so that they say something."""
    word = words[at]
    if word.kind == "figure":
        return _FIGURE
    if len(word.text) == 1 and not word.text.isascii() and at + 1 < len(words):
        return word.text + words[at + 1].text[:1]
    return word.text[:_BEGINNING]


def text_keys(text: str) -> list[int]:
    """Up to twelve keys of a text: the smallest hashes of four words in a row."""
    words = [token.text for token in tokens(text)]
    shingles: Iterable[str] = {" ".join(words[n : n + _SHINGLE]) for n in range(max(1, len(words) - _SHINGLE + 1))}
    return nsmallest(_SKETCH, (xxh3_64_intdigest(shingle.encode()) & _MASK for shingle in shingles)) if words else []
