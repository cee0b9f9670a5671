"""Keys under which like headlines and like texts meet, so that nothing is compared with everything.

Headlines: threes of four of the beginnings of their words, the same four wherever they occur (long words
first, then the smallest hashes), so that a word added or taken away leaves one or all of the threes as they are.
Texts: a bottom-k sketch (the smallest hashes of its shingles); two texts of which half is the same miss each other
once in 2 ** 12 times.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from heapq import nsmallest
from itertools import combinations

from xxhash import xxh3_64_intdigest

from wirecrawl.dedupe.chunks import Token
from wirecrawl.dedupe.tokens import tokens

_BEGINNING = 6  # letters: missile and missiles, kill and killed meet
_STEP = 3  # letters
_CHOSEN = 4
_MIX = 0x9E3779B97F4A7C15  # makes hashes one number of its own (Fibonacci hashing)
_SKETCH = 12
_SHINGLE = 4  # words in a row
_BITS = 63  # SQLite's integers have a sign
_MASK = (1 << _BITS) - 1
_FIGURE = "0"


def headline_keys(words: Sequence[Token]) -> list[int]:
    """Five keys of a headline, fewer of a short one: all its words with figures masked, and three of four of them.

    >>> a, b = (headline_keys(tokens(line)) for line in ("45 killed in Baghdad blast", "48 killed in Baghdad blast"))
    >>> len(a), a == b
    (5, True)
    """
    texts = [_FIGURE if word.kind == "figure" else word.text for word in words]
    whole = " ".join(texts)
    ranks = map(_rank, texts) if whole.isascii() else (_rank_at(texts, words, at) for at in range(len(words)))
    hashes = [rank & _MASK for rank in sorted(set(ranks))[:_CHOSEN]]
    threes = [((a * _MIX ^ b) * _MIX ^ c) & _MASK for a, b, c in combinations(hashes, 3)]
    return [_hash(whole), *threes]


@lru_cache(maxsize=1 << 16)  # the words of a month of wire copy
def _rank(word: str) -> int:
    """Where a word stands in the choice: long words, which are the rarer ones, in front, then by hash.

    Lengths count in steps, so that an ending more or less seldom changes the choice.
    """
    return _hash(word[:_BEGINNING]) - (len(word) // _STEP << _BITS)


def _rank_at(texts: Sequence[str], words: Sequence[Token], at: int) -> int:
    """The rank of a word; in scripts without spaces that of two characters, so that they say something."""
    if len(texts[at]) > 1 or texts[at].isascii() or at + 1 == len(words):
        return _rank(texts[at])
    return _hash(texts[at] + words[at + 1].text[:1]) - (1 << _BITS)


def _hash(text: str) -> int:
    return xxh3_64_intdigest(text.encode()) & _MASK


def text_keys(text: str) -> list[int]:
    """Up to twelve keys of a text: the smallest hashes of four words in a row."""
    words = [token.text for token in tokens(text)]
    shingles: Iterable[str] = {" ".join(words[n : n + _SHINGLE]) for n in range(max(1, len(words) - _SHINGLE + 1))}
    return nsmallest(_SKETCH, map(_hash, shingles)) if words else []
