"""Computes block keys: similar headlines, and similar texts, share at least one, so that not all must be compared.

A headline has one key for its first four words, which a cut-off line still has. It has four more, for the combinations
of three out of four of its words. These four are chosen in the same way for every headline (long words first, then by
the smallest hashes), so a headline with one word more or less still has at least one of the combinations.

The keys of a text are a bottom-k sketch: the smallest hashes of all its groups of four words. Two texts that have half
of these groups in common share no key once in 2 ** 12 cases.
"""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from itertools import combinations
from operator import attrgetter

from xxhash import xxh3_64_intdigest

from wirecrawl.news.dedupe.words.token import BITS, FIGURE_RANK, Token, hash_of, rank

_CHOSEN = 4
_START = 4  # words
_RANK = attrgetter("rank")
_MIX = 0x9E3779B97F4A7C15  # combines hashes into one (Fibonacci hashing)
_SKETCH = 12
_SHINGLE = 4  # words in a row
_MASK = (1 << BITS) - 1
_PAIR = 3  # letters; the length that two characters of a script without spaces count as
_FIGURE = "0"
_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|[^\W\u3040-\u30ff\u3400-\u9fff]+")  # kana and han one by one
_ASCII_WORD = re.compile(r"\w+", re.ASCII)


def headline_keys(words: Sequence[Token]) -> list[int]:
    """Return the five block keys of a headline, fewer for a short one; any two figures count as equal.

    >>> from wirecrawl.news.dedupe.words.tokenizer import tokens
    >>> a, b = (headline_keys(tokens(line)) for line in ("45 killed in Baghdad blast", "48 killed in Baghdad blast"))
    >>> len(a), a == b
    (5, True)
    """
    start = " ".join([_FIGURE if word.kind == "figure" else word.text for word in words[:_START]])
    ranks = set(map(_RANK, words))
    if 0 in ranks:
        ranks = {word.rank or _rank(words, at) for at, word in enumerate(words)}
    return [hash_of(start), *_threes(sorted(ranks)[:_CHOSEN])]


def _threes(hashes: list[int]) -> list[int]:
    """Return a key for each three of up to four hashes. A headline has four nearly always, so these are written out."""
    if len(hashes) < _CHOSEN:
        return [((a * _MIX ^ b) * _MIX ^ c) & _MASK for a, b, c in combinations(hashes, 3)]
    a, b, c, d = hashes
    ab, ac, bc = (a * _MIX ^ b) * _MIX, (a * _MIX ^ c) * _MIX, (b * _MIX ^ c) * _MIX
    return [(ab ^ c) & _MASK, (ab ^ d) & _MASK, (ac ^ d) & _MASK, (bc ^ d) & _MASK]


def _rank(words: Sequence[Token], at: int) -> int:
    """Return the rank of a word; in scripts without spaces that of two characters, since one is too common."""
    word = words[at]
    if word.kind == "figure":
        return FIGURE_RANK
    if len(word.text) == 1 and not word.text.isascii() and at + 1 < len(words):
        return rank(word.text + words[at + 1].text[:1], _PAIR)
    return word.rank or rank(word.text, len(word.text))


def printed_words(text: str) -> list[str]:
    """Return the words of a text with case and width folded; in scripts without spaces, its characters."""
    if text.isascii():
        return _ASCII_WORD.findall(text.lower())
    return _WORD.findall(unicodedata.normalize("NFKC", text).casefold())


@lru_cache(maxsize=64)  # a story is looked up and then stored
def text_keys(text: str) -> tuple[int, ...]:
    """Return up to twelve block keys of a text: the smallest hashes of its groups of four words.

    The words are taken as printed. Other spellings of numbers and abbreviations would change a twelfth of the keys at
    most, so they are not folded here.
    """
    words = [word.encode() for word in printed_words(text)]
    rows = (words[n:] for n in range(min(_SHINGLE, len(words))))  # zipped, these give the groups of four words
    # Not by hash_of: a call for each of the hundreds of groups took as long as the hashes themselves.
    digests = map(xxh3_64_intdigest, map(b" ".join, zip(*rows, strict=False)))
    return tuple(sorted({digest & _MASK for digest in digests})[:_SKETCH])
