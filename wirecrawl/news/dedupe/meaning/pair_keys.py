"""Computes block keys of pairs of concepts, by which headlines in other words find each other.

Each word gives a concept: by the tables of all languages at once, whatever language the headline is in, else by its
beginning. The three concepts of a headline that say the most (unknown words, mostly names, then persons and events)
give three keys. `concepts_of` also reads phrases, names and what words mean beside others, which takes ten times as
long; a key only has to be the same in two headlines.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import combinations, groupby

from wirecrawl.news.dedupe.meaning.lexicon import OPENING, of_all, spaceless
from wirecrawl.news.dedupe.meaning.spelling import HAN, KANA, PARTICLES, bare_of, is_han, signs_of
from wirecrawl.news.dedupe.words.token import BITS, Token, hash_of, rank

_CHOSEN = 3
_MOST_NUMBERS = 1 << 16  # words of a month of wire copy
_ORDER = {
    kind: at for at, kind in enumerate("wlecoinhxvtd", start=1)
}  # classes of concepts, those that say the most first
_LAST = len(_ORDER) + 1
_MASK = (1 << BITS) - 1
_SEVERAL, _SHARE = 3, 0.6  # concepts that two headlines need in common, or share of those of the shorter one


def gist_of(words: Sequence[Token]) -> tuple[int, ...]:
    """Return a number for each concept of a headline, those that say the most first: long unknown words."""
    found = {_NUMBERS[t.text] if not t.loose and t.printed.isalpha() else _number_of(t) for t in words}
    if not "".join([token.text for token in words]).isascii() and any(map(is_han, words)):
        found.update(_of_signs(words))
    found.discard(0)
    return tuple(sorted(found))  # a set of so few numbers takes five times as much memory


class _Numbers(dict[str, int]):
    """The numbers of plain words; 0 for one without a meaning of its own. When it is full, it is emptied."""

    def __missing__(self, text: str) -> int:
        if len(self) >= _MOST_NUMBERS:
            self.clear()
        number = self[text] = _number(text, rank(text, len(text)) if len(text) > 1 else 0)
        return number


_NUMBERS = _Numbers()  # a look-up in a dict takes half the time of one in functools.lru_cache


def _number_of(token: Token) -> int:
    """Return the number of a word that has other signs than letters, or was joined; 0 for a figure."""
    if token.kind == "figure":
        return 0
    bare = bare_of(token)
    return _number(bare, token.rank if bare == token.text else rank(bare, len(bare)))


def _number(text: str, ranked: int) -> int:
    """Return the number of a word: of its concept, or its rank, which is that of no concept."""
    number = _known().get(text)
    if number is not None:
        return number
    if not text.isascii():
        return _in_other_letters(text)
    lexicon = of_all()
    if text[:OPENING] not in lexicon.lengths:
        return ranked
    concept = lexicon.word(text)
    return _placed(concept) if concept else ranked or rank(text, len(text))


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


@cache
def _known() -> dict[str, int]:
    """The numbers of the words of all tables; 0 for a word without a meaning of its own."""
    return {text: _placed(concept) for text, concept in of_all().words.items()}


def _in_other_letters(text: str) -> int:
    """Return the number of a word that is in no table, by its stem or without a Korean particle."""
    if HAN.match(text):
        return 0
    bare = PARTICLES.sub("", text)
    concept = of_all().word(text) or (of_all().word(bare) if bare != text else None)
    return _placed(concept) if concept else rank(bare, len(bare))


@cache
def _placed(concept: str) -> int:
    """Return the number of a concept: its hash behind the place of its class, and behind all unknown words."""
    return (_ORDER.get(concept[0], _LAST) << BITS) + hash_of(concept) if ":" in concept else 0


def _of_signs(words: Sequence[Token]) -> Iterator[int]:
    """Return the numbers of the forms in the parts of a headline that are written without spaces."""
    japanese = any(KANA.match(token.text) for token in words if token.kind == "word")
    for han, run in groupby(words, key=is_han):
        text = "".join([token.text for token in run]) if han else ""
        for concept, form in spaceless("ja" if japanese else "zh").parts(text):
            yield from map(_placed, [concept] if concept else signs_of(form))
