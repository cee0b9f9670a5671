"""Relates two headlines in other words by what they are about: a repeat, an update, or a story of one thread.

First come the reasons why they are two items, then the evidence of a later stage; only then counts how much they have
in common. A duplicate and an update must be sure; a thread may be generous.
"""

from collections.abc import Set
from dataclasses import dataclass
from typing import Literal

from wirecrawl.news.dedupe.relations.alignment import one_source
from wirecrawl.news.dedupe.relations.comparison import Comparison, compare_concepts, is_telling, of_class, weight
from wirecrawl.news.dedupe.relations.contrasts import exclude_each_other
from wirecrawl.news.dedupe.relations.narrowing import tells_another
from wirecrawl.news.dedupe.relations.progress import plans_differ, went_on
from wirecrawl.news.dedupe.relations.tolls import TOLLS, tolls_differ
from wirecrawl.news.dedupe.relations.vetoes import MOULD, WEAK, two_items, two_kinds, two_names, two_things, two_tolls
from wirecrawl.news.dedupe.words.compared_headline import ComparedHeadline

_LEAST = 1.6  # weight in common; less is too little for anything
_ALIKE, _ENOUGH = 0.75, 1.6  # likeness and weight in common that do without a name or place
_MUCH = 2.2  # weight in common for a repeat that is not the same in all but a little
_NEARLY = 0.9  # likeness of two headlines that are the same in all but a little
_EVENT = 0.55  # overlap of two stages of one event
_SAME = 0.8  # likeness of a headline and its repeat
_ADDED = 1.0  # weight of what a repeat may add: a first name, a word of speech
_LEFT_OUT = 0.2  # weight of what an update leaves out, as a share of what it keeps
# Deeds that end what went before, so that a headline with one more of them is no repeat.
_DEEDS = frozenset(f"v:{deed}" for deed in "retake resume release arrest charge jail ruled return halt".split())
# What the police, a court or an authority does after an event: it says more of the event's thread, not of its state.
_RESPONSES = frozenset(f"v:{deed}" for deed in "arrest charge jail appeal sue fine discover visit accuse".split()) | {
    "x:probe",
    "x:convicted",
}
_NO_NEWS = frozenset(("r:after", "v:announce"))  # a figure of a series is one that somebody announces
_RATES = frozenset(("n:rate", "v:hold"))
_AKIN, _VERY_LIKE = 0.75, 0.8  # likeness of a repeat with some other words, with and without a telling figure
_RETOLD = 0.68  # likeness of a repeat with the same figures
_STRONG = 3.2  # weight in common that does without a name or an event
_KEPT = 0.6  # share of a headline that its shortened repeat has
_THREAD, _TIED = 2.3, 0.5  # weight in common and overlap of two stories of one thread
# The same for lines with few equal words: items in one mould have many.
_APART, _TOLD_ANEW, _HALF = 0.6, 1.9, 0.4
_TELLING, _PLAIN = 0.8, 0.3  # weight of an equal figure that few events have (31.1, 16,000), and of another one


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
    if a.concepts.keys.isdisjoint(b.concepts.keys):
        return None
    found = compare_concepts(a.concepts, b.concepts, literal)
    if a.source or b.source:
        _forget_sources(found, a, b)
    sure = found.telling or _anchored(found.common) or (found.alike >= _ALIKE and found.shared >= _ENOUGH)
    if found.shared + found.codes < _LEAST or not sure:
        return None
    if two_items(found) or exclude_each_other(a, b):
        return None
    apart = two_things(found)
    if label := _label(found, a, b, apart):
        if tells_another(label[0], found, a, b):
            return Reworded("thread", "same event", round(found.alike, 3))
        return Reworded(label[0], label[1], round(found.alike, 3))
    return None


def _label(
    found: Comparison, a: ComparedHeadline, b: ComparedHeadline, apart: bool
) -> tuple[Literal["duplicate", "update", "thread"], str] | None:
    later = went_on(found, a, b)
    if apart and found.literal >= MOULD and later != "later state":
        return None
    if later == "later stage" and not _same_deed(found):
        later = None
    if later and found.overlap >= _EVENT and not (apart if found.series else two_names(found)):
        return "update", later
    other_source = a.source and b.source and not one_source(a.source, b.source)
    if other_source and (found.series or found.alike < _NEARLY or found.literal >= MOULD):
        return None
    if _previews(found):
        return None
    if found.series and a.labels and b.labels:  # the desk's next item on its market
        return None
    same_count = not tolls_differ(a, b)
    if not apart and not other_source and same_count and _repeats(found):
        return "duplicate", "reworded"
    if two_names(found) or two_tolls(found) or not _tied(found):
        return None
    if not other_source and same_count and (_surely_repeats(found) or _recounts(found)):
        return "duplicate", "reworded"
    return ("update", "later state") if not apart and _adds_news(found) else ("thread", "same event")


def tell_two_events(a: ComparedHeadline, b: ComparedHeadline) -> bool:
    """Whether two headlines each name a place, person, office, day or event that the other does not name."""
    found = compare_concepts(a.concepts, b.concepts)
    return two_kinds(found) or two_names(found)


def may_be_one_event(a: ComparedHeadline, b: ComparedHeadline) -> bool:
    """Whether two headlines have something in common, and no place, name or event that differs.

    >>> from wirecrawl.news.dedupe.words.compared_headline import read_line
    >>> lines = [read_line(line, "ap") for line in ("Ferry sinks off Samar", "Passenger boat capsizes near Samar")]
    >>> may_be_one_event(*lines), may_be_one_event(lines[0], read_line("Ferry sinks off Cebu", "ap"))
    (True, False)
    """
    found = compare_concepts(a.concepts, b.concepts)
    if found.series or found.shared < _ADDED:
        return False
    any_word = found.a.open or found.b.open  # may be a name
    return not two_items(found) and not (two_things(found) if any_word else two_names(found))


def _anchored(common: Set[str]) -> bool:
    """Whether something in common tells one event from others of its kind: a name, a place, an office."""
    return bool(of_class(common, "wcol")) or len(of_class(common, "h")) > 1


def _forget_sources(found: Comparison, a: ComparedHeadline, b: ComparedHeadline) -> None:
    """Take out what one headline prints as its source and the other as a word."""
    for keys, line in ((found.only_a, b), (found.only_b, a)):
        keys -= {key for key in of_class(keys, "w") if any(word.startswith(key[2:]) for word in line.source)}


def _repeats(found: Comparison) -> bool:
    """Whether the later headline says nothing that the earlier one does not say."""
    a, b = found.a, found.b
    if (
        found.other_figures[1]
        or found.denied
        or (found.shared + _TELLING * found.telling < _MUCH and found.alike < _NEARLY)
    ):
        return False
    if of_class(found.only_b, "txecol") or plans_differ(a, b) or of_class(found.only_b, "v") & _DEEDS:
        return False
    if found.series:
        return (
            weight(found.only_a) <= _ADDED
            and not found.only_b - _NO_NEWS
            and (not found.other_figures[0] or found.telling > 0)
        )
    if of_class(found.only_a, "vd") and of_class(found.only_b, "vd"):
        return False
    if not found.only_b:
        common = found.shared + _TELLING * found.telling
        return common >= _KEPT * (common + found.rests[0])
    return found.alike >= _SAME and weight(found.only_b) <= _ADDED


def _surely_repeats(found: Comparison) -> bool:
    """Whether a headline that has some other words still repeats: it is very like, or has figures that few events have.

    The caller knows that no name, country or event is another one, and that the words are not those of one mould.
    """
    a, b = found.a, found.b
    if a.open or b.open or any(found.other_figures) or found.denied or plans_differ(a, b):
        return False
    if of_class(found.only_a | found.only_b, "txde") or of_class(found.only_b, "vol") - WEAK:
        return False
    return found.alike >= (_AKIN if any(map(is_telling, a.figures)) else _VERY_LIKE)


def _recounts(found: Comparison) -> bool:
    """Whether two headlines count the same of one event in one place and differ in a verb or a thing alone.

    In a series or in one mould equal figures mean little: then they are the figures of two items.
    """
    a, b = found.a, found.b
    if not a.figures or a.figures != b.figures or found.series or found.literal >= _APART or found.denied:
        return False
    only = found.only_a | found.only_b
    if of_class(only, "txedcol") or only & (found.a.names | found.b.names) or plans_differ(a, b):
        return False
    if (found.only_b & (_DEEDS | _RESPONSES)) or not of_class(found.common, "wcl"):
        return False
    return found.shared >= _MUCH and found.alike >= _RETOLD


def _adds_news(found: Comparison) -> bool:
    """Whether the later headline has nearly all of the earlier one, and a state, deed or figure more."""
    a, b = found.a, found.b
    if (
        found.series
        or found.denied
        or not of_class(found.common, "wcohl")
        or of_class(found.only_b, "cglo")
        or plans_differ(b, a)
    ):
        return False
    if found.only_b & _RESPONSES and not found.only_b & TOLLS:
        return False
    news = of_class(found.only_b, "txev") or (found.other_figures[1] and not found.other_figures[0])
    return bool(news) and found.shared >= _MUCH and found.rests[0] <= _LEFT_OUT * found.shared


def _previews(found: Comparison) -> bool:
    """Whether one headline says what is expected of a central bank or a rate, and the other what was decided."""
    return plans_differ(found.a, found.b) and bool(_RATES & (found.common | found.only_a | found.only_b))


def _same_deed(found: Comparison) -> bool:
    """Whether both tell one event or deed, and not only of the same actors: a mark alone makes no later stage."""
    if of_class(found.common, "ext") or found.telling or found.shared >= _STRONG:
        return True
    return bool(of_class(found.common, "v") and of_class(found.common, "wlh"))


def _other_deeds(found: Comparison) -> bool:
    """Whether two headlines have nothing but actors and places in common, and tell other deeds of them."""
    if found.telling or of_class(found.common, "extvw") or found.a.open or found.b.open:
        return False
    return all(of_class(only, "vxet") for only in (found.only_a, found.only_b))


def _tied(found: Comparison) -> bool:
    """Whether two headlines have enough in common for one thread, equal figures included."""
    a, b = found.a, found.b
    if _other_deeds(found):
        return False
    named = found.telling or of_class(found.common, "exthl") or found.common & found.names
    if not (named or found.shared >= _STRONG or a.open or b.open):
        return False
    mould = found.literal >= _APART or not of_class(found.common, "extw")
    if (all(found.other_figures) and mould) or (found.series and not found.telling):
        return False
    plain = len(a.figures & b.figures) + len(a.identities & b.identities) - found.telling
    common = found.shared + _TELLING * found.telling + _PLAIN * plain
    rest = min(found.rests)
    if found.literal < _APART and not found.series and of_class(found.common, "wehl"):
        return common >= _TOLD_ANEW and common >= _HALF * (common + rest)
    return common >= _THREAD and common >= _TIED * (common + rest)
