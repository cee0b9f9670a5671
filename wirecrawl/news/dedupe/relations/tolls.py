"""Says which figure of a headline counts its dead, which its injured, and whether two headlines count differently."""

from collections.abc import Iterator, Sequence

from wirecrawl.news.dedupe.meaning.concepts import concepts_of
from wirecrawl.news.dedupe.meaning.spelling import is_han
from wirecrawl.news.dedupe.words.compared_headline import ComparedHeadline
from wirecrawl.news.dedupe.words.token import Token

TOLLS = frozenset(("t:dead", "t:hurt", "t:missing", "t:trapped"))
_RISING = ("t:dead", "t:hurt")  # of the others, fewer may be a later count too
_NEAR = 4  # words; a figure further off counts something else
_APART = 2  # words that a comma between a figure and a word stands for
_ONE = 1.0  # the count of a toll without a figure: a man, several


def tolls_differ(a: ComparedHeadline, b: ComparedHeadline) -> bool:
    """Whether two headlines count the dead, or the injured, differently: "1 dead, 2 hurt" and "2 dead"."""
    return any(one != other for _, one, other in _both(a, b))


def tolls_rise(a: ComparedHeadline, b: ComparedHeadline) -> bool:
    """Whether the later headline counts more dead people than the earlier one, or as many and more injured ones."""
    counted = {toll: (one, other) for toll, one, other in _both(a, b)}
    changed = [counted[toll] for toll in _RISING if toll in counted and counted[toll][0] != counted[toll][1]]
    return bool(changed) and changed[0][0] < changed[0][1]


def _both(a: ComparedHeadline, b: ComparedHeadline) -> list[tuple[str, float, float]]:
    """The tolls that both headlines have, with the count of each; none if only one figure and one toll are named."""
    one, other = a.concepts, b.concepts
    tolls = one.keys & TOLLS
    if not (one.figures and other.figures and other.keys & tolls):
        return []
    if len(tolls) == 1 == len(one.figures | other.figures):
        return []
    counts_a, counts_b = _counts(a), _counts(b)
    return [(toll, counts_a[toll], counts_b[toll]) for toll in counts_a.keys() & counts_b.keys()]


def _counts(line: ComparedHeadline) -> dict[str, float]:
    """The figure of each toll of a headline; _ONE for a toll without a figure.

    As many figures as tolls come in one order. Else a figure counts the nearest toll, of two the one behind it.
    """
    words = line.words
    tolls = list(_tolls(words))
    figures = [
        (at, float(word.text)) for at, word in enumerate(words) if word.kind == "figure" and "-" not in word.text
    ]
    order = list(dict.fromkeys(toll for _, toll in tolls))
    if len(order) == len(figures):
        return {toll: figure for toll, (_, figure) in zip(order, figures, strict=True)}
    found = dict.fromkeys(order, 0.0)
    for at, figure in figures if tolls else ():
        far, _, toll = min((_distance(words, at, there), there < at, toll) for there, toll in tolls)
        if far <= _NEAR and not found[toll]:
            found[toll] = figure
    return {toll: figure or _ONE for toll, figure in found.items()}


def _distance(words: Sequence[Token], one: int, other: int) -> int:
    start, end = sorted((one, other))
    return end - start + _APART * any(word.after.strip() for word in words[start:end])


def _tolls(words: Sequence[Token]) -> Iterator[tuple[int, str]]:
    """The tolls of a headline that are one word, or two signs of Chinese, with their places."""
    for at, word in enumerate(words):
        if word.kind == "word":
            read = concepts_of(words[at : at + 1 + is_han(word)], cased=True)
            yield from ((at, toll) for toll in read.keys & TOLLS)
