"""Computes block keys of pairs of concepts, by which headlines in other words find each other.

Each word gives a concept: by the tables of all languages at once, whatever language the headline is in, else by its
beginning. The three concepts of a headline that say the most (unknown words, mostly names, then persons and events)
give three keys. `concepts_of` also reads phrases, names and what words mean beside others, which takes ten times as
long; a key only has to be the same in two headlines.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import combinations, groupby
from operator import attrgetter

from wirecrawl.news.dedupe.meaning.lexicon import spaceless
from wirecrawl.news.dedupe.meaning.numbers import number_of, number_of_concept
from wirecrawl.news.dedupe.meaning.spelling import KANA, is_han, signs_of
from wirecrawl.news.dedupe.words.token import BITS, Token, hash_of

_NUMBER = attrgetter("number")
_CHOSEN = 3
_MASK = (1 << BITS) - 1
_SEVERAL, _SHARE = 3, 0.6  # concepts that two headlines need in common, or share of those of the shorter one


def gist_of(words: Sequence[Token]) -> tuple[int, ...]:
    """Return a number for each concept of a headline, those that say the most first: long unknown words."""
    found: set[int] = set(map(_NUMBER, words))
    if None in found:
        found = {_number(token) if token.number is None else token.number for token in words}
        if any(map(is_han, words)):
            found.update(_of_signs(words))
    found.discard(0)
    return tuple(sorted(found))  # a set of so few numbers takes five times as much memory


def _number(token: Token) -> int:
    """Return the number of a word that was joined, has digits or is a sign of Chinese; 0 for a figure."""
    return 0 if token.kind == "figure" else number_of(token.text, token.printed, token.rank)


def pair_keys(gist: Sequence[int], agency: str | None) -> list[int]:
    """Return up to three block keys of a headline of an agency, one for each pair of its most telling concepts.

    >>> from wirecrawl.news.dedupe.words.tokenizer import tokens
    >>> lines = "Quake jolts Samar island", "Samar hit by strong earthquake"
    >>> a, b = (set(pair_keys(gist_of(tokens(line)), "upi")) for line in lines)
    >>> len(a & b)
    1
    """
    salt = _salt(agency)
    return [(3 * a + b ^ salt) & _MASK for a, b in combinations(gist[:_CHOSEN], 2)]


def is_alike(a: Sequence[int], b: Sequence[int]) -> bool:
    """Whether two headlines have so many concepts in common that they are worth a comparison."""
    common = len(set(a).intersection(b))
    return common >= _SEVERAL or common >= _SHARE * (min(len(a), len(b)) or 1)


@cache
def _salt(agency: str | None) -> int:
    return hash_of(f"pair {agency}")


def _of_signs(words: Sequence[Token]) -> Iterator[int]:
    """Return the numbers of the forms in the parts of a headline that are written without spaces."""
    japanese = any(KANA.match(token.text) for token in words if token.kind == "word")
    for han, run in groupby(words, key=is_han):
        text = "".join([token.text for token in run]) if han else ""
        for concept, form in spaceless("ja" if japanese else "zh").parts(text):
            yield from map(number_of_concept, [concept] if concept else signs_of(form))
