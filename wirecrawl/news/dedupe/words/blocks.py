"""Keys under which like headlines and like texts meet, so that nothing is compared with everything.

Headlines: their first four words, which one that was cut off still has, and threes of four of the beginnings of
their words, the same four wherever they occur (long words first, then the smallest hashes), so that a word added or
taken away leaves one or all of the threes as they are.
Texts: a bottom-k sketch (the smallest hashes of its shingles); two texts of which half is the same miss each other
once in 2 ** 12 times.
"""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from itertools import combinations
from operator import attrgetter

from wirecrawl.news.dedupe.words.token import BITS, Token, hash_of, rank

_CHOSEN = 4
_START = 4  # words
_RANK = attrgetter("rank")
_MIX = 0x9E3779B97F4A7C15  # makes hashes one number of its own (Fibonacci hashing)
_SKETCH = 12
_SHINGLE = 4  # words in a row
_MASK = (1 << BITS) - 1
_PAIR = 3  # letters of a word that two characters stand for
_FIGURE = "0"
_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|[^\W\u3040-\u30ff\u3400-\u9fff]+")  # kana and han one by one


def headline_keys(words: Sequence[Token]) -> list[int]:
    """Five keys of a headline, fewer of a short one: its first words with figures masked, and three of four of all.

    >>> from wirecrawl.news.dedupe.words.tokenizer import tokens
    >>> a, b = (headline_keys(tokens(line)) for line in ("45 killed in Baghdad blast", "48 killed in Baghdad blast"))
    >>> len(a), a == b
    (5, True)
    """
    start = " ".join([_FIGURE if word.kind == "figure" else word.text for word in words[:_START]])
    ranks = set(map(_RANK, words))
    if 0 in ranks:
        ranks = {word.rank or _rank(words, at) for at, word in enumerate(words)}
    hashes = [found & _MASK for found in sorted(ranks)[:_CHOSEN]]
    threes = [((a * _MIX ^ b) * _MIX ^ c) & _MASK for a, b, c in combinations(hashes, 3)]
    return [hash_of(start), *threes]


def _rank(words: Sequence[Token], at: int) -> int:
    """The rank of a word; in scripts without spaces that of two characters, so that they say something."""
    word = words[at]
    if word.kind == "figure":
        return rank(_FIGURE, 0)
    if len(word.text) == 1 and not word.text.isascii() and at + 1 < len(words):
        return rank(word.text + words[at + 1].text[:1], _PAIR)
    return word.rank or rank(word.text, len(word.text))


def printed_words(text: str) -> list[str]:
    """The words of a text as they are printed, case and width folded; in scripts without spaces its characters."""
    return _WORD.findall(unicodedata.normalize("NFKC", text).casefold())


@lru_cache(maxsize=64)  # a story is looked for and then entered
def text_keys(text: str) -> tuple[int, ...]:
    """Up to twelve keys of a text: the smallest hashes of four words in a row.

    The words are those printed: a sketch of candidates needs no spelled numbers and no abbreviations, which a twelfth
    of a text's keys would depend on at most.
    """
    words = printed_words(text)
    rows = (words[n:] for n in range(min(_SHINGLE, len(words))))  # the same words, each time from one later on
    return tuple(sorted(set(map(hash_of, map(" ".join, zip(*rows, strict=False)))))[:_SKETCH])
