"""Relates a later headline to an earlier one: it is a duplicate, an update, or another item."""

from dataclasses import dataclass
from functools import lru_cache
from itertools import takewhile
from typing import Literal

from wirecrawl.news.dedupe.relations.alignment import compare_lines, headed, same_work
from wirecrawl.news.dedupe.relations.difference import Difference, Tokens
from wirecrawl.news.dedupe.relations.reworded import relate_reworded
from wirecrawl.news.dedupe.words.compared_headline import WRAPS, ComparedHeadline, read_line
from wirecrawl.news.dedupe.words.token import Token
from wirecrawl.news.dedupe.words.tokenizer import tokens

Label = Literal["duplicate", "update", "different"]
HEADLINE_HOURS = 20.0  # the same words this far apart are another item: a daily item may come after 20 hours already
EVENT_HOURS = 36.0  # a new toll or state of an event that is not one of a series still updates it
REFERRING_HOURS = 72.0  # a correction or repeat names what it refers to; a long weekend is the longest wait
_EDITION_HOURS = 3.0  # a periodic item that prints no clock: the next one comes in half a day or a day
_NEAR = 0.8  # share of the shorter line; three stages of a Samsung story have .87, lines on two firms at most .7
_CORRECTED = 0.6  # the same for a correction, which may change more, since its mark says what it is
_REVISED = 0.5  # magnitudes that differ by this much are two earthquakes
_INTENSITY = "震度"
_SCORE = "-"
_STEM, _ENDING = 4, 2  # letters: kill, kills, killed; missile, missiles
# Words before a count that say how exact it is; each phrase is the folded words, joined by spaces.
_HEDGES = frozenset(
    (
        *("at least", "about", "some", "nearly", "almost", "over", "around", "up to", "as many as"),
        *("al menos", "mas de", "unos", "au moins", "plus de", "mindestens", "mehr als", "rund"),
    )
)
# Kinds of evidence that two items are different, whatever else they have in common.
CONFLICTS = frozenset(("another clock time or day", "another day, period or name"))
REFERRING = frozenset(("correction", "refile", "repeat", "kill"))
REPLACING = frozenset(("correction", "refile", "kill"))


@dataclass(frozen=True, slots=True)
class Relation:
    """A label, the kind of evidence for it, and the similarity (0 to 1). `thread`: another work on the same event."""

    label: Label
    kind: str
    similarity: float
    thread: bool = False
    same_words: bool = False  # the same words, perhaps with other stages

    @property
    def one_thread(self) -> bool:
        """Whether both belong to one thread: a duplicate and an update do, another work on the same event too."""
        return self.thread or self.label != "different"


_AGAIN = Relation("duplicate", "same headline", 1.0, same_words=True)


@lru_cache(maxsize=1 << 12)  # the same lines stand on one page after another, so the same pairs are asked about again
def relate_printed(a: str, b: str, agency: str, hours: float = 0.0, headline_hours: float = HEADLINE_HOURS) -> Relation:
    """Return what headline `b` is to the earlier `a`, both as printed by one agency and seen `hours` apart.

    Raises KeyError for an agency without a grammar.

    >>> relate_printed("Urgent: 45 killed in car bomb", "1st LD: 45 killed in car bomb", "xinhua").kind
    'later stage'
    """
    return relate_lines(read_line(a, agency), read_line(b, agency), hours, headline_hours)


def relate_lines(
    a: ComparedHeadline, b: ComparedHeadline, hours: float, headline_hours: float = HEADLINE_HOURS
) -> Relation:
    """Return what headline `b` is to the earlier `a`, by their words and marks alone."""
    if a is b and _seen_again(a, hours, headline_hours):
        return _AGAIN
    difference = compare_lines(a, b)
    similarity = round(difference.similarity, 3)
    if headline_hours <= hours < EVENT_HOURS and (later := event_goes_on(a, b)):
        return later
    if conflict := _other_item(a, b, difference, hours, headline_hours):
        wraps = conflict == "another work" and hours < headline_hours and _wraps(a, b, difference)
        return Relation("different", conflict, similarity, wraps)
    if difference.same:
        return _same_words(a, b, similarity)
    if difference.left:
        return _like_words(a, b, difference)
    kind = replaced_by(b, a) or ("later stage" if b.rank > a.rank else "other figures")
    if (a.series or b.series or _measured(a, b, difference) or _another_quake(a, b, difference)) and not replaced_by(
        b, a
    ):
        return Relation("different", "other figures of a series", similarity)
    return Relation("update", kind, similarity)


def event_goes_on(a: ComparedHeadline, b: ComparedHeadline) -> Relation | None:
    """Return the update if a headline of the next day tells a new toll or state of an event, else None."""
    if a.labels != b.labels or a.series or b.series or a.mute or b.mute or a.parsed.periodic or b.parsed.periodic:
        return None
    found = relate_reworded(a, b, 0.0)
    went_on = found and (found.kind == "later state" or (found.kind == "other figures" and "grow" in b.concepts.flags))
    return Relation("update", found.kind, found.alike) if found and went_on else None


def _seen_again(line: ComparedHeadline, hours: float, headline_hours: float) -> bool:
    """Whether a line that is printed again, word for word, is the same item."""
    plain = line.marks.handling is None and not line.mute and not line.parsed.periodic
    return plain and hours < headline_hours


def _other_item(
    a: ComparedHeadline, b: ComparedHeadline, difference: Difference, hours: float, headline_hours: float
) -> str | None:
    """Return why two lines cannot be one item, whatever they have in common; None if there is no such reason."""
    if not (same_work(a, b) or headed(a, b) or headed(b, a)):
        return "another work"
    if a.mute or b.mute:
        return "words that say nothing"
    if another_edition(a, b, hours):
        return "another clock time or day"
    if hours >= (max(headline_hours, REFERRING_HOURS) if b.marks.handling in REFERRING else headline_hours):
        return "too long apart"
    return "another day, period or name" if difference.identities else None


def another_edition(a: ComparedHeadline, b: ComparedHeadline, hours: float) -> bool:
    """Whether two lines are different editions of a periodic item, by the printed clock and day, else by the hours."""
    if not a.parsed.periodic and not b.parsed.periodic:
        return False
    editions = _periodic(a), _periodic(b)
    return editions[0] != editions[1] or (hours >= _EDITION_HOURS and all(word.kind == "word" for word in editions[0]))


def _periodic(line: ComparedHeadline) -> list[Token]:
    return [token._replace(printed="", after="", number=None) for token in tokens(line.parsed.periodic or "")]


def _wraps(a: ComparedHeadline, b: ComparedHeadline, difference: Difference) -> bool:
    """Whether one line sums up the event of the other: nearly all its words, and no name of it left out."""
    kinds = [bool(WRAPS.intersection(line.labels)) for line in (a, b)]
    if kinds[0] == kinds[1] or difference.overlap < _NEAR:
        return False
    event = kinds.index(False)
    return not any(token.printed[0].isupper() for runs in difference.left for token in runs[event])


def replaced_by(b: ComparedHeadline, a: ComparedHeadline) -> str | None:
    """Return the handling of `b` (correction, refile, kill) if `b` replaces `a` for it, else None."""
    handling = b.marks.handling
    replaces = handling in REPLACING and (handling != a.marks.handling or b.rank > a.rank)
    return handling if replaces else None


def same_words(a: ComparedHeadline, b: ComparedHeadline) -> bool:
    """Whether two lines differ only in stages and forms of words."""
    return a.labels == b.labels and not (a.mute or b.mute) and compare_lines(a, b).same


def _same_words(a: ComparedHeadline, b: ComparedHeadline, similarity: float) -> Relation:
    if handling := replaced_by(b, a):
        return Relation("update", handling, similarity, same_words=True)
    if b.rank > a.rank:
        return Relation("update", "later stage", similarity, same_words=True)
    if b.marks.handling == "repeat":
        return Relation("duplicate", "repeat", similarity, same_words=True)
    same = a.texts == b.texts and a.source == b.source
    return Relation(
        "duplicate", "same headline" if same else "near headline", 1.0 if same else similarity, same_words=True
    )


def _like_words(a: ComparedHeadline, b: ComparedHeadline, difference: Difference) -> Relation:
    """Relate lines whose words differ: an update if a later stage or correction has nearly the same words."""
    similarity = round(difference.similarity, 3)
    handling = replaced_by(b, a)
    if a.toll and b.toll and _hedged(difference):
        return Relation("update", handling or ("later stage" if b.rank > a.rank else "other figures"), similarity)
    if handling and difference.overlap >= _CORRECTED and not _other_names(a, b, difference):
        return Relation("update", handling, similarity)
    if (
        b.rank > a.rank
        and _overlap(difference) >= _NEAR
        and not ((a.series or b.series) and difference.figures)
        and _grown(difference)
    ):
        return Relation("update", "later stage", similarity)
    return _other_words(a, b, similarity)


def _other_words(a: ComparedHeadline, b: ComparedHeadline, similarity: float) -> Relation:
    """Relate lines in other words by what they are about."""
    if not (found := relate_reworded(a, b, similarity)):
        return Relation("different", "other words", similarity)
    if found.label == "thread":
        return Relation("different", found.kind, found.alike, thread=True)
    return Relation(found.label, found.kind, found.alike)


def _measured(a: ComparedHeadline, b: ComparedHeadline, difference: Difference) -> bool:
    """Whether a figure with a fraction changed, and no event is counted: prices and rates come again every day."""
    return not (a.event or b.event) and any("." in figure for pair in difference.figures for figure in pair)


def _another_quake(a: ComparedHeadline, b: ComparedHeadline, difference: Difference) -> bool:
    """Whether a strength changed so much, without a mark of a later stage, that another event was measured."""
    if a.toll or b.toll or b.rank > a.rank:
        return False
    if _INTENSITY in a.parsed.headline:  # felt at one place; it is not revised
        return bool(difference.figures)
    strengths = [pair for pair in difference.figures if all("." in figure for figure in pair)]
    return any(abs(float(one) - float(other)) >= _REVISED for one, other in strengths if _SCORE not in one + other)


def _hedged(difference: Difference) -> bool:
    """Whether only words that say how exact a count is differ: "at least 12 dead" and "12 dead"."""
    return all(not run or " ".join(token.text for token in run) in _HEDGES for runs in difference.left for run in runs)


def _overlap(difference: Difference) -> float:
    """Return the share of the shorter line that both have; missile and missiles count as one word."""
    inflected = sum(bool(a and b and _inflected(a, b)) for a, b in difference.left)
    return (difference.matched + inflected) / (min(difference.lengths) or 1)


def _grown(difference: Difference) -> bool:
    """Whether at each place words were only added, only removed, or replaced by another form of the same word."""
    return all(not a or not b or _inflected(a, b) for a, b in difference.left)


def _inflected(a: Tokens, b: Tokens) -> bool:
    """Whether a word without capital is in both with other endings: missile and missiles, not Fukushima and Fukui."""
    return any(
        one.kind == other.kind == "word"
        and one.printed[0].islower()
        and _common(one.text, other.text) >= max(_STEM, min(len(one.text), len(other.text)) - _ENDING)
        for one in a
        for other in b
    )


def _common(one: str, other: str) -> int:
    """Return how many letters the beginnings of two words have in common."""
    same = takewhile(lambda letters: letters[0] == letters[1], zip(one, other, strict=False))
    return sum(1 for _ in same)


def _other_names(a: ComparedHeadline, b: ComparedHeadline, difference: Difference) -> bool:
    """Whether the lines have different names at one place."""
    if not (a.cased and b.cased):
        return False
    return any(all(any(token.printed[0].isupper() for token in run) for run in runs) for runs in difference.left)
