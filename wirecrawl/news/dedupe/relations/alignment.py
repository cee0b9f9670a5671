"""Aligns the words of two headlines, of which one may be cut off or may print its source in another place."""

from collections.abc import Sequence

from wirecrawl.news.dedupe.meaning.concepts import Concepts
from wirecrawl.news.dedupe.meaning.lexicon import of_all, of_latin
from wirecrawl.news.dedupe.relations.difference import Difference, Tokens, compare
from wirecrawl.news.dedupe.words.compared_headline import ComparedHeadline
from wirecrawl.news.dedupe.words.tokenizer import tokens

_BRIEF = {"brief"}
_SHORTEST_CUT = 4  # words; a shorter cut line may be the beginning of too many others


def compare_lines(a: ComparedHeadline, b: ComparedHeadline) -> Difference:
    """Return how two headlines differ. A cut one is compared up to its cut; a source may be in front or at the end."""
    if a is b or (a.words == b.words and a.source == b.source and not (a.cut or b.cut)):
        return Difference(len(a.words), (len(a.words), len(a.words)))
    words_a, words_b = _same_source(a, b), _same_source(b, a)
    if headed(a, b):
        words_a = words_a[len(words_a) - len(words_b) :] if len(words_a) > len(words_b) else words_a
    if headed(b, a):
        words_b = words_b[len(words_b) - len(words_a) :] if len(words_b) > len(words_a) else words_b
    if (a.cut or b.cut) and min(len(words_a), len(words_b)) >= _SHORTEST_CUT:
        shortest = min(len(_uncut(line, words)) for line, words in ((a, words_a), (b, words_b)))
        words_a, words_b = words_a[:shortest], words_b[:shortest]
        words_a, words_b = _torn(a, words_a, words_b), _torn(b, words_b, words_a)
    difference = compare(words_a, words_b)
    if a.source and b.source and not one_source(a.source, b.source) and not (a.cut or b.cut):
        difference.left.append((a.words[-1:], b.words[-1:]))
    return difference


def headed(plain: ComparedHeadline, labelled: ComparedHeadline) -> bool:
    """Whether the first words of a line without labels are the labels of the other: "Motorcycling-" is both."""
    if plain.labels or not labelled.marks.labels:
        return False
    first = tuple(token.text for label in labelled.marks.labels for token in tokens(label))
    return bool(first) and plain.texts[: len(first)] == first


def same_work(a: ComparedHeadline, b: ComparedHeadline) -> bool:
    """Whether the labels allow one work: they are equal, or one line is the BRIEF that comes before a story."""
    return a.labels == b.labels or set(a.labels) ^ set(b.labels) == _BRIEF


def _uncut(line: ComparedHeadline, words: Tokens) -> Tokens:
    """Return the words of a line; of a cut line, without a figure at its end, which may be cut itself."""
    last = max((at for at, token in enumerate(words) if token.kind != "word"), default=-1)
    return words[:last] if line.cut and last >= len(words) - 2 else words


def _torn(line: ComparedHeadline, words: Tokens, other: Tokens) -> Tokens:
    """Return the words of a line. A torn last word is completed from the other line: "protes..." is protesters."""
    if line.torn and other[-1].printed.casefold().startswith(words[-1].printed.casefold()):
        return (*words[:-1], other[-1])
    return words


def one_source(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether two sources may be one: "Bild" and "Bild newspaper", "FM aide" and "foreign ministry aide"."""
    short, long = ([word for word in one if word not in other] for one, other in ((a, b), (b, a)))
    if len(short) > len(long):
        short, long = long, short
    return not short or (len(short) == 1 < len(long) and short[0] == "".join(word[0] for word in long))


def _same_source(line: ComparedHeadline, other: ComparedHeadline) -> Tokens:
    """Return the words of a line without the source of the other line, in front ("Fisher: ...") or at the end."""
    length = len(other.source)
    if length and not line.source and line.texts[:length] == other.source:
        return line.words[length + (line.texts[length : length + 1] in (("says",), ("said",))) :]
    if length and not line.source and line.texts[-length:] == other.source:
        return line.words[:-length]
    return line.words


def is_reordered(a: ComparedHeadline, b: ComparedHeadline) -> bool:
    """Whether the words are the same in an order that may tell of another deed: "Dog bites man", "Man bites dog".

    In English two words have changed places about a third one, a country and its people being one word. In a script
    without capitals, where names are not known as such, any other order counts; other languages have a free order.
    """
    one, other = ([_country(token.text) for token in line.words] for line in (a, b))
    if _changed_cases(a.concepts, b.concepts):
        return True
    if one == other or sorted(one) != sorted(other):
        return False
    english = a.concepts.script == "latin" and of_latin(one).language == "en"
    return a.concepts.script == "arabic" or (english and any(_is_pivot(word, one, other) for word in one))


def _changed_cases(a: Concepts, b: Concepts) -> bool:
    """Whether names have changed places and cases, which in Russian tell who did it: Россия Украине, Украина России."""
    if a.script != "cyrillic" or a.keys != b.keys or a.printed == b.printed:
        return False
    return a.order != b.order and sorted(a.order) == sorted(b.order)


def _country(word: str) -> str:
    found = of_all().word(word) or ""
    return found if found.startswith("c:") else word


def _is_pivot(word: str, one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether a word that stands before this one in one line and a word behind it have changed places."""
    before, others = set(one[: one.index(word)]), set(other[: other.index(word)])
    return not (before <= others or others <= before)
