"""Gives each word a number that stands for what it means: two words of one concept have one number."""

from functools import cache

from wirecrawl.news.dedupe.meaning.lexicon import OPENING, of_all
from wirecrawl.news.dedupe.meaning.spelling import HAN, bare_of, without_particles
from wirecrawl.news.dedupe.words.token import BITS, hash_of, rank

_ORDER = {
    kind: at for at, kind in enumerate("wlecoinhxvtd", start=1)
}  # classes of concepts, those that say the most first
_LAST = len(_ORDER) + 1


def number_of(text: str, printed: str, ranked: int) -> int:
    """Return the number of a word: of its concept, or its rank, which is that of no concept; 0 if it has no meaning."""
    bare = bare_of(text, printed)
    return _number(bare, ranked if bare == text else rank(bare, len(bare)))


def _number(text: str, ranked: int) -> int:
    number = _known().get(text)
    if number is not None:
        return number
    if not text.isascii():
        return _in_other_letters(text)
    lexicon = of_all()
    if text[:OPENING] not in lexicon.lengths:
        return ranked
    concept = lexicon.by_stem(text)
    return number_of_concept(concept) if concept else ranked or rank(text, len(text))


@cache
def _known() -> dict[str, int]:
    """The numbers of the words of all tables; 0 for a word without a meaning of its own."""
    return {text: number_of_concept(concept) for text, concept in of_all().words.items()}


def _in_other_letters(text: str) -> int:
    """Return the number of a word that is in no table, by its stem or without a Korean particle."""
    if HAN.match(text):
        return 0
    bare = without_particles(text)
    concept = of_all().word(text) or (of_all().word(bare) if bare != text else None)
    return number_of_concept(concept) if concept else rank(bare, len(bare))


@cache
def number_of_concept(concept: str) -> int:
    """Return the number of a concept: its hash behind the place of its class, and behind all unknown words."""
    return (_ORDER.get(concept[0], _LAST) << BITS) + hash_of(concept) if ":" in concept else 0
