"""Relates two headlines in other words by what they are about: a repeat, an update, or a story of one thread.

First come the reasons why they are two items, then the evidence of a later stage; only then counts how much they have
in common. A duplicate and an update must be sure; a thread may be generous.
"""

from collections.abc import Set
from dataclasses import dataclass
from typing import Literal

from wirecrawl.news.dedupe.relations.alignment import one_source
from wirecrawl.news.dedupe.relations.comparison import Comparison, compare_concepts, of_class, weight
from wirecrawl.news.dedupe.relations.progress import plans_differ, went_on
from wirecrawl.news.dedupe.relations.vetoes import two_items, two_names, two_things
from wirecrawl.news.dedupe.words.compared_headline import ComparedHeadline

_LEAST = 1.6  # weight in common; less is too little for anything
_MUCH = 2.2  # weight in common for a repeat that is not the same in all but a little
_NEARLY = 0.9  # likeness of two headlines that are the same in all but a little
_EVENT = 0.55  # overlap of two stages of one event
_SAME = 0.8  # likeness of a headline and its repeat
_ADDED = 1.0  # weight of what a repeat may add: a first name, a word of speech
_KEPT = 0.6  # share of a headline that its shortened repeat has
_MOULD = 0.7  # share of equal words from which other things mean another item in the same mould
_THREAD, _TIED = 2.6, 0.6  # weight in common and overlap of two stories of one thread
_TELLING, _PLAIN = 0.8, 0.3  # weight of an equal figure that few events have (31.1, 16,000), and of another one
_ROUND = 4  # digits; longer figures are telling though round


@dataclass(frozen=True, slots=True)
class Reworded:
    """What a later headline in other words is to an earlier one, and how alike they are (0 to 1)."""

    label: Literal["duplicate", "update", "thread"]
    kind: str
    alike: float


def relate_reworded(a: ComparedHeadline, b: ComparedHeadline, literal: float) -> Reworded | None:
    """Return what `b` is to the earlier `a`; None if they are two items or nothing shows that they are one.

    The caller has compared labels, editions and hours; `literal` is the share of words that both print alike.

    >>> from wirecrawl.news.dedupe.words.compared_headline import read_line
    >>> lines = "Gunmen kidnap 17 villagers in Nigeria", "17 villagers abducted by gunmen in Nigeria"
    >>> relate_reworded(*(read_line(line, "afp") for line in lines), literal=0.5).label
    'duplicate'
    """
    found = compare_concepts(a.concepts, b.concepts, literal)
    if weight(found.common) < _LEAST or not _anchored(found.common):
        return None
    _forget_sources(found, a, b)
    if two_items(found):
        return None
    apart = two_things(found)
    if label := _label(found, a, b, apart):
        return Reworded(label[0], label[1], round(found.alike, 3))
    return None


def _label(
    found: Comparison, a: ComparedHeadline, b: ComparedHeadline, apart: bool
) -> tuple[Literal["duplicate", "update", "thread"], str] | None:
    later = went_on(found, a, b)
    if apart and found.literal >= _MOULD and later != "later state":
        return None
    if later and found.overlap >= _EVENT and not (apart if found.series else two_names(found)):
        return "update", later
    if a.source and b.source and not one_source(a.source, b.source):
        return None
    if not apart and _repeats(found):
        return "duplicate", "reworded"
    return None if two_names(found) or not _tied(found) else ("thread", "same event")


def may_be_one_event(a: ComparedHeadline, b: ComparedHeadline) -> bool:
    """Whether two headlines have something in common, and no place, name or event that differs.

    >>> from wirecrawl.news.dedupe.words.compared_headline import read_line
    >>> lines = [read_line(line, "ap") for line in ("Ferry sinks off Samar", "Passenger boat overturns near Samar")]
    >>> may_be_one_event(*lines), may_be_one_event(lines[0], read_line("Ferry sinks off Cebu", "ap"))
    (True, False)
    """
    found = compare_concepts(a.concepts, b.concepts)
    if found.series or weight(found.common) < _ADDED:
        return False
    return not two_items(found) and not two_names(found)


def _anchored(common: Set[str]) -> bool:
    """Whether something in common tells one event from others of its kind: a name, a place, an office."""
    return bool(of_class(common, "wco")) or len(of_class(common, "h")) > 1


def _forget_sources(found: Comparison, a: ComparedHeadline, b: ComparedHeadline) -> None:
    """Take out what one headline prints as its source and the other as a word."""
    for keys, line in ((found.only_a, b), (found.only_b, a)):
        keys -= {key for key in of_class(keys, "w") if any(word.startswith(key[2:]) for word in line.source)}


def _repeats(found: Comparison) -> bool:
    """Whether the later headline says nothing that the earlier one does not say."""
    a, b = found.a, found.b
    if not b.figures <= a.figures or (weight(found.common) < _MUCH and found.alike < _NEARLY):
        return False
    if of_class(found.only_b, "txec") or plans_differ(a, b):
        return False
    if found.series:
        return weight(found.only_a) <= _ADDED and not found.only_b and a.figures == b.figures
    if of_class(found.only_a, "vd") and of_class(found.only_b, "vd"):
        return False
    if not found.only_b:
        return weight(found.common) >= _KEPT * weight(a.keys)
    return found.alike >= _SAME and weight(found.only_b) <= _ADDED


def _tied(found: Comparison) -> bool:
    """Whether two headlines have enough in common for one thread, equal figures included."""
    a, b = found.a, found.b
    if a.figures - b.figures and b.figures - a.figures:
        return False
    same = a.figures & b.figures
    telling = sum(map(_is_telling, same))
    if found.series and not telling:
        return False
    plain = len(same) - telling + len(a.identities & b.identities)
    common = weight(found.common) + _TELLING * telling + _PLAIN * plain
    rest = min(weight(found.only_a), weight(found.only_b))
    return common >= _THREAD and common >= _TIED * (common + rest)


def _is_telling(figure: str) -> bool:
    return "." in figure or len(figure.rstrip("0")) > 1 or len(figure) > _ROUND
