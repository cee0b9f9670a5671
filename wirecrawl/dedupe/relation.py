"""What a later headline or story is to an earlier one: a duplicate of it, an update of it, or another item.

The pipeline's decision and the filter `python -m wirecrawl relate` are this one function of two lines and,
where they are known, their texts.
"""

from dataclasses import dataclass
from functools import lru_cache
from itertools import takewhile
from typing import Literal

from wirecrawl.dedupe.keys import fold
from wirecrawl.dedupe.likeness import Difference, Run, compare
from wirecrawl.dedupe.line import WRAPS, Line, read_line
from wirecrawl.dedupe.texts import Likeness, relate_texts
from wirecrawl.dedupe.tokens import tokens

Label = Literal["duplicate", "update", "different"]
HEADLINE_HOURS = 20.0  # the same words as long apart or longer are another item: dailies come every 24 h, early at 20
_REFERRING_HOURS = 72.0  # a correction or repeat names what it refers to; a long weekend is the longest wait
_NEAR = 0.8  # of the shorter line in common: the Samsung family of three stages has .87, two firms' lines at most .7
_CORRECTED = 0.6  # a correction may change more: it says itself that it is one
_STEM, _ENDING = 4, 2  # letters: kill, kills, killed; missile, missiles
_SHORTEST_CUT = 4  # words of a line that is cut off, to be the beginning of another
# What says that two items are two whatever they have in common.
CONFLICTS = frozenset(("another clock time or day", "another day, period or name"))
REFERRING = frozenset(("correction", "refile", "repeat", "kill"))
REPLACING = frozenset(("correction", "refile", "kill"))


@dataclass(frozen=True, slots=True)
class Relation:
    """A label, the evidence it rests on, and the similarity, 0 to 1. `thread`: another work on the same event."""

    label: Label
    kind: str
    similarity: float
    thread: bool = False
    same_words: bool = False  # whatever their stages


def relate(
    a: str,
    b: str,
    agency: str,
    hours_apart: float = 0.0,
    text_a: str | None = None,
    text_b: str | None = None,
    headline_hours: float = HEADLINE_HOURS,
) -> Relation:
    """What headline `b` is to the earlier `a` of the same agency. Raises KeyError for an agency without a grammar.

    >>> relate("Urgent: 45 killed in car bomb", "1st LD: 45 killed in car bomb", "xinhua").kind
    'later stage'
    """
    lines = read_line(a, agency), read_line(b, agency)
    if text_a and text_b:
        return relate_stories(*lines, hours_apart, text_a, text_b, headline_hours)
    return relate_lines(*lines, hours_apart, headline_hours)


@lru_cache(maxsize=1 << 12)  # lines of a page come again on the next ones, each time with the same relations
def relate_lines(a: Line, b: Line, hours: float, headline_hours: float = HEADLINE_HOURS) -> Relation:
    """What a line is to an earlier one, by their words and marks alone."""
    difference = compare_lines(a, b)
    similarity = round(difference.similarity, 3)
    if conflict := _other_item(a, b, difference, hours, headline_hours):
        wrap = conflict == "another work" and _is_wrap(a, b) and difference.overlap >= _NEAR and hours < headline_hours
        return Relation("different", conflict, similarity, thread=wrap)
    if difference.same:
        return _same_words(a, b, similarity)
    if difference.left:
        return _like_words(a, b, difference)
    kind = _handling(b, a) or ("later stage" if b.rank > a.rank else "other figures")
    if (a.series or b.series) and not _handling(b, a):
        return Relation("different", "other figures of a series", similarity)
    return Relation("update", kind, similarity)


def _other_item(a: Line, b: Line, difference: Difference, hours: float, headline_hours: float) -> str | None:
    """Why two lines can never be one item, whatever they have in common; None when nothing says so."""
    if a.labels != b.labels and not (_headed(a, b) or _headed(b, a)):
        return "another work"
    if a.mute or b.mute:
        return "words that say nothing"
    if _periodic(a) != _periodic(b):
        return "another clock time or day"
    if hours >= (max(headline_hours, _REFERRING_HOURS) if b.marks.handling in REFERRING else headline_hours):
        return "too long apart"
    return "another day, period or name" if difference.identities else None


def _headed(plain: Line, labelled: Line) -> bool:
    """Whether a line prints as its first words what is a label of the other: "Motorcycling-" without a mark before."""
    if plain.labels or not labelled.marks.labels:
        return False
    first = tuple(token.text for label in labelled.marks.labels for token in tokens(label))
    return bool(first) and plain.texts[: len(first)] == first


def _periodic(line: Line) -> str:
    return fold(line.parsed.periodic) if line.parsed.periodic else ""


def _is_wrap(a: Line, b: Line) -> bool:
    return bool(WRAPS.intersection(a.labels) ^ WRAPS.intersection(b.labels))


def compare_lines(a: Line, b: Line) -> Difference:
    """How two lines differ, a cut one compared as far as it goes, one source set off in one place."""
    if a is b:
        return Difference(len(a.words), (len(a.words), len(a.words)))
    words_a, words_b = _same_source(a, b), _same_source(b, a)
    if _headed(a, b):
        words_a = words_a[len(words_a) - len(words_b) :] if len(words_a) > len(words_b) else words_a
    if _headed(b, a):
        words_b = words_b[len(words_b) - len(words_a) :] if len(words_b) > len(words_a) else words_b
    if (a.cut or b.cut) and min(len(words_a), len(words_b)) >= _SHORTEST_CUT:
        shortest = min(len(_uncut(line, words)) for line, words in ((a, words_a), (b, words_b)))
        words_a, words_b = words_a[:shortest], words_b[:shortest]
    difference = compare(words_a, words_b)
    if a.source and b.source and a.source != b.source and not (a.cut or b.cut):
        difference.left.append((a.words[-1:], b.words[-1:]))
    return difference


def _uncut(line: Line, words: Run) -> Run:
    """The words of a line; of a cut one without a figure that it ends in, which may be cut itself."""
    last = max((at for at, token in enumerate(words) if token.kind != "word"), default=-1)
    return words[:last] if line.cut and last >= len(words) - 2 else words


def _same_source(line: Line, other: Line) -> Run:
    """The words of a line; without a source in front ("Fisher: ...") or behind that the other has as its source."""
    length = len(other.source)
    if length and not line.source and line.texts[:length] == other.source:
        return line.words[length + (line.texts[length : length + 1] in (("says",), ("said",))) :]
    if length and not line.source and line.texts[-length:] == other.source:
        return line.words[:-length]
    return line.words


def _handling(b: Line, a: Line) -> str | None:
    """The handling that makes b replace a: one that a has not."""
    handling = b.marks.handling
    replaces = handling in REPLACING and (handling != a.marks.handling or b.rank > a.rank)
    return handling if replaces else None


def same_words(a: Line, b: Line) -> bool:
    """Whether two lines are one but for stages and forms of words."""
    return a.labels == b.labels and not (a.mute or b.mute) and compare_lines(a, b).same


def _same_words(a: Line, b: Line, similarity: float) -> Relation:
    if handling := _handling(b, a):
        return Relation("update", handling, similarity, same_words=True)
    if b.rank > a.rank:
        return Relation("update", "later stage", similarity, same_words=True)
    if b.marks.handling == "repeat":
        return Relation("duplicate", "repeat", similarity, same_words=True)
    same = a.texts == b.texts and a.source == b.source
    return Relation(
        "duplicate", "same headline" if same else "near headline", 1.0 if same else similarity, same_words=True
    )


def _like_words(a: Line, b: Line, difference: Difference) -> Relation:
    """Words are left over, so it is no duplicate; a later stage or a correction of nearly the same words updates."""
    similarity = round(difference.similarity, 3)
    handling = _handling(b, a)
    if handling and difference.overlap >= _CORRECTED and not _other_names(a, b, difference):
        return Relation("update", handling, similarity)
    if (
        b.rank > a.rank
        and _overlap(difference) >= _NEAR
        and not ((a.series or b.series) and difference.figures)
        and _grown(difference)
    ):
        return Relation("update", "later stage", similarity)
    return Relation("different", "other words", similarity)


def _overlap(difference: Difference) -> float:
    """Words in common over those of the shorter line, missile and missiles counted."""
    inflected = sum(bool(a and b and _inflected(a, b)) for a, b in difference.left)
    return (difference.matched + inflected) / (min(difference.lengths) or 1)


def _grown(difference: Difference) -> bool:
    """Whether words were only added or only taken away at each place; or another form of the same word stands there."""
    return all(not a or not b or _inflected(a, b) for a, b in difference.left)


def _inflected(a: Run, b: Run) -> bool:
    """Whether a small word stands in both with other endings: missile and missiles, but not Fukushima and Fukui."""
    return any(
        one.kind == other.kind == "word"
        and one.printed[0].islower()
        and _common(one.text, other.text) >= max(_STEM, min(len(one.text), len(other.text)) - _ENDING)
        for one in a
        for other in b
    )


def _common(one: str, other: str) -> int:
    """How many letters two words have in common from their beginnings."""
    same = takewhile(lambda letters: letters[0] == letters[1], zip(one, other, strict=False))
    return sum(1 for _ in same)


def _other_names(a: Line, b: Line, difference: Difference) -> bool:
    """Whether a name stands where the other line has another name."""
    if not (a.cased and b.cased):
        return False
    return any(all(any(token.printed[0].isupper() for token in run) for run in runs) for runs in difference.left)


def relate_stories(
    a: Line, b: Line, hours: float, text_a: str, text_b: str, headline_hours: float = HEADLINE_HOURS
) -> Relation:
    """What a story is to an earlier one, by their texts first; a story never repeats by its headline alone."""
    if _periodic(a) != _periodic(b):
        return Relation("different", "another clock time or day", 0.0)
    likeness = relate_texts(text_a, text_b)
    if likeness.same or likeness.near:
        if handling := _handling(b, a):
            return Relation("update", handling, likeness.similarity)
        return Relation("duplicate", "same text" if likeness.same else "near text", likeness.similarity)
    if hours >= (_REFERRING_HOURS if b.marks.handling in REFERRING else headline_hours):
        return Relation("different", "too long apart", likeness.similarity)
    return _other_text(a, b, relate_lines(a, b, hours, headline_hours), likeness)


def _other_text(a: Line, b: Line, by_line: Relation, likeness: Likeness) -> Relation:
    """What a story with a text of its own is: an update by its stage or growth, if the headline or the lead ties it."""
    if a.labels != b.labels:
        return Relation("different", "another work", likeness.similarity, by_line.thread)
    related = by_line.label != "different"
    later = _handling(b, a) or ("later stage" if b.rank > a.rank else None)
    series = a.series or b.series
    figures = by_line.kind == "other figures"
    counted = figures and a.toll and b.toll
    grown = likeness.grown and (likeness.lead or not (series or figures))
    if related and (later or grown or counted):
        return Relation("update", later or ("grown text" if grown else by_line.kind), likeness.similarity)
    if likeness.grown and likeness.lead and not series and not compare_lines(a, b).identities:
        return Relation("update", "grown text", likeness.similarity)
    return Relation("different", "other text", likeness.similarity, thread=related)
