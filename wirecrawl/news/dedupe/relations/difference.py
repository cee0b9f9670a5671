"""Compares two sequences of folded words: which figures, identities and other words differ."""

import gzip
import re
from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache, cached_property, lru_cache
from importlib.resources import files

from rapidfuzz.distance import OSA, LCSseq

from wirecrawl.news.dedupe.words.token import Token

_LANGUAGES = ["en", "es", "fr", "de"]
_SHORTEST_TYPO = 5  # letters; too many shorter words are one letter apart
_SHORTEST_OPENING = 8  # letters of a mistyped word that opens a line: short ones are names too often
_LONGEST_SIDE = 2  # letters: "N." is north or northern, "SW" southwest or southwestern
_SHORTEST_START = 3  # letters of an abbreviation with a full stop: "Gov.", "Calif."
_SAYS = frozenset(("says", "said"))
_FULL_STOPS = frozenset(".!?")
_FIGURE = "0"
_UMLAUT = re.compile(r"([aou])e")  # Mueller is Müller, whose dots are folded
Tokens = tuple[Token, ...]


class ComparedText(Tokens):
    """The words of a text. Since a text is compared with many others, what the alignment needs is computed once."""

    @cached_property
    def masked(self) -> list[str]:
        """The words, with every figure replaced by one sign."""
        return [_FIGURE if token.kind == "figure" else token.text for token in self]

    @cached_property
    def figures(self) -> frozenset[str]:
        """The figures that count something."""
        return frozenset(token.text for token in self if token.kind == "figure")

    @cached_property
    def names(self) -> frozenset[str]:
        """The figures that name one thing among others of its kind: Q2, MH370."""
        return frozenset(token.text for token in self if token.kind == "identity")


@dataclass(slots=True)
class Difference:
    """How two sequences differ. `matched` counts the words in common, where any two figures count as equal."""

    matched: int = 0
    lengths: tuple[int, int] = (0, 0)
    figures: list[tuple[str, str]] = field(default_factory=list)
    identities: list[tuple[str, str]] = field(default_factory=list)
    left: list[tuple[Tokens, Tokens]] = field(default_factory=list)  # words that differ at one place
    variants: int = 0  # words matched as a spelling, an abbreviation or a typing error

    @property
    def same(self) -> bool:
        """Whether nothing differs but the forms of words."""
        return not (self.figures or self.identities or self.left)

    @property
    def overlap(self) -> float:
        """Words in common over the words of the shorter sequence."""
        return self.matched / (min(self.lengths) or 1)

    @property
    def similarity(self) -> float:
        """Words in common over the words of both, 1.0 for equal sequences; changed figures are not in common."""
        changed = len(self.figures) + len(self.identities)
        return max(0.0, 2 * (self.matched - changed) / (sum(self.lengths) or 1))


def compare(a: Tokens, b: Tokens, enough: Callable[[Difference], bool] | None = None) -> Difference:
    """Align two sequences of words and return how they differ. The comparison ends as soon as `enough` returns True.

    >>> from wirecrawl.news.dedupe.words.tokenizer import tokens
    >>> compare(tuple(tokens("45 killed in Iraq")), tuple(tokens("48 killed in Iraq"))).figures
    [('45', '48')]
    """
    found = Difference(lengths=(len(a), len(b)))
    masked_a, masked_b = _masked(a, b), _masked(b, a)
    if masked_a == masked_b:
        found.matched = len(a)
        _compare_figures(found, a, b)
        return found
    for tag, a1, a2, b1, b2 in _opcodes(masked_a, masked_b):
        if tag == "equal":
            found.matched += a2 - a1
            _compare_figures(found, a[a1:a2], b[b1:b2])
        elif not _spoken(a[:a2], b[:b2], a2 - a1, b2 - b1):
            _resolve(found, a[a1:a2], b[b1:b2], opening=_opens(a, a1) and _opens(b, b1))
        if enough and enough(found):
            break
    return found


def common(a: Tokens, b: Tokens) -> int:
    """Return how many words both have in the same order, before forms of words are compared; all figures are equal."""
    return LCSseq.similarity(_masked(a, b), _masked(b, a))


def _spoken(a: Tokens, b: Tokens, more_a: int, more_b: int) -> bool:
    """Whether the only difference is "says" on one side and a colon behind the speaker on the other."""
    if sorted((more_a, more_b)) != [0, 1]:
        return False
    longer, shorter = (a, b) if more_a else (b, a)
    return longer[-1].text in _SAYS and bool(shorter) and shorter[-1].after == ":"


def _opens(words: Tokens, at: int) -> bool:
    """Whether a sentence or line begins at this word."""
    return at == 0 or words[at - 1].after in _FULL_STOPS


def _opcodes(a: list[str], b: list[str]) -> list[tuple[str, int, int, int, int]]:
    """Return the blocks of the alignment; adjacent deletions and insertions become one replacement."""
    blocks: list[tuple[str, int, int, int, int]] = []
    for op in LCSseq.opcodes(a, b):
        tag = "equal" if op.tag == "equal" else "replace"
        start, stop, to_start, to_stop = op.src_start, op.src_end, op.dest_start, op.dest_end
        if blocks and blocks[-1][0] == tag == "replace":
            _, start, _, to_start, _ = blocks.pop()
        blocks.append((tag, start, stop, to_start, to_stop))
    return blocks


def _masked(words: Tokens, other: Tokens) -> list[str]:
    """Return the words, every figure replaced by one sign, except figures that are names in the other: S&P 500."""
    if isinstance(words, ComparedText) and isinstance(other, ComparedText) and words.figures.isdisjoint(other.names):
        return words.masked
    names = [token.text for token in other if token.kind == "identity"]
    return [_FIGURE if token.kind == "figure" and token.text not in names else token.text for token in words]


def _compare_figures(found: Difference, a: Tokens, b: Tokens) -> None:
    for one, other in zip(a, b, strict=True):
        if one.text != other.text:
            found.figures.append((one.text, other.text))


def _resolve(found: Difference, a: Tokens, b: Tokens, opening: bool) -> None:
    """Record words that the alignment did not match: forms of one word, different identities, other words."""
    if variants(a, b, opening):
        found.matched += min(len(a), len(b))
        found.variants += 1
        return
    identities = tuple(" ".join(t.text for t in run if t.kind == "identity") for run in (a, b))
    if all(identities) and identities[0] != identities[1]:
        found.identities.append((identities[0], identities[1]))
    found.left.append((a, b))


def variants(a: Tokens, b: Tokens, opening: bool = False) -> bool:
    """Whether two groups of words are forms of one: written together or apart, abbreviated, mistyped.

    `opening`: whether they begin a sentence, where every word has a capital.
    """
    if len(a) == len(b) == 1:  # true of nearly all
        return a[0].kind == b[0].kind == "word" and _one_word(a[0], b[0], opening)
    if not a or not b or any(token.kind != "word" for token in (*a, *b)):
        return False
    if "".join(t.text for t in a) == "".join(t.text for t in b) or _acronym(a, b) or _acronym(b, a):
        return True
    return len(a) == len(b) and all(
        _one_word(one, other, opening and at == 0) for at, (one, other) in enumerate(zip(a, b, strict=True))
    )


def _acronym(short: Tokens, long: Tokens) -> bool:
    """Whether one side is the acronym of the other, in capitals: IMF and International Monetary Fund."""
    return (
        len(short) == 1 < len(long)
        and short[0].printed.isupper()
        and short[0].text == "".join(token.text[0] for token in long)
    )


def _one_word(a: Token, b: Token, opening: bool) -> bool:
    if a.text == b.text:
        return True
    short, long = sorted((a, b), key=lambda token: len(token.printed))
    if short.after == "." and long.text.startswith(short.printed.casefold()) and len(short.printed) >= _SHORTEST_START:
        return True
    if len(short.printed) < len(long.printed) and _no_umlaut(short) == _no_umlaut(long):
        return True
    if len(short.printed) <= _LONGEST_SIDE and short.printed.isupper() and long.text == f"{short.text}ern":
        return True
    return typing_error(a, b, opening)


def _no_umlaut(token: Token) -> str:
    return _UMLAUT.sub(r"\1", token.printed.casefold())


def typing_error(a: Token, b: Token, opening: bool = False) -> bool:
    """Whether one word is the other mistyped: they are one edit apart, and only one of them is in a dictionary.

    Words with a capital may be names, and names one letter apart are different names (Hunan, Henan), so for these only
    two exchanged letters count. A long word at the beginning of a sentence is treated like one without a capital.
    """
    shortest = min(len(a.text), len(b.text))
    if shortest < _SHORTEST_TYPO:
        return False
    names = a.printed[0].isupper() or b.printed[0].isupper()
    if names and not (opening and shortest >= _SHORTEST_OPENING) and sorted(a.text) != sorted(b.text):
        return False
    if OSA.distance(a.text, b.text, score_cutoff=1) > 1:
        return False
    return is_known(a.text) != is_known(b.text)


@lru_cache(maxsize=1 << 14)  # the same names come again while they are in the news
def is_known(word: str) -> bool:
    """Whether a word is in the list of English, Spanish, French or German words."""
    entry = f'"{word}":'.encode()
    return any(_has(_entries(language), entry) for language in _LANGUAGES)


def _has(entries: bytes, entry: bytes) -> bool:
    """Whether a line begins with an entry: a binary search over the bytes, each of which stands for the next line."""

    def beginning(at: int) -> bytes:
        line = entries.find(b"\n", at) + 1
        return entries[line : line + len(entry)]

    at = bisect_left(range(len(entries)), entry, key=beginning)
    return beginning(at) == entry


@cache
def _entries(language: str) -> bytes:
    """Return the word list of a language from pyspellchecker: sorted JSON with one word a line.

    A list is read when it is first needed; for most words only the English one is. A run asks for few words, so the
    bytes are searched as they are: reading the four lists into dicts takes five times as long.
    """
    packed = files("spellchecker").joinpath("resources", f"{language}.json.gz").read_bytes()
    return gzip.decompress(packed)
