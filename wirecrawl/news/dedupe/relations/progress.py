"""What shows that a headline tells a later stage of an event: a mark, a toll, or a state that follows another."""

from wirecrawl.news.dedupe.meaning.concepts import Concepts
from wirecrawl.news.dedupe.relations.comparison import Comparison, of_class
from wirecrawl.news.dedupe.relations.tolls import TOLLS, tolls_rise
from wirecrawl.news.dedupe.words.compared_headline import ComparedHeadline

# A state or toll and those that it may turn into.
NEXT = {
    "t:missing": {"x:found", "x:safe", "t:dead", "t:hurt"},
    "t:trapped": {"x:safe", "t:dead", "x:found", "t:hurt"},
    "t:feared": {"t:dead", "t:hurt"},
    "t:hurt": {"t:dead"},
    "x:search": {"x:found", "x:safe", "t:dead", "v:arrest"},
    "x:nears": {"x:landfall", "v:hit"},
    "n:talks": {"v:agree"},
    "x:vote": {"x:approved", "x:rejected", "x:ousted", "x:won", "x:lost", "v:withstand", "v:issue", "v:order"},
    "x:bid": {"v:buy", "x:rejected", "x:approved"},
    "x:probe": {"x:resigned", "v:arrest", "v:charge"},
    "e:fire": {"x:contained"},
    "e:wildfire": {"x:contained"},
    "v:warn": {"x:lifted"},
    "e:attack": {"x:claimed"},
    "e:blast": {"x:claimed"},
    "e:shooting": {"x:claimed"},
    "v:urge": {"v:issue", "v:give"},
    "v:kidnap": {"v:release", "x:safe"},
    "v:flee": {"v:arrest", "x:found", "x:surrendered", "v:retake"},
    "v:shut": {"v:resume", "v:start"},
    "v:halt": {"v:resume", "v:start"},
    "v:strike": {"x:ended", "x:canceled", "v:agree"},
    "n:hostage": {"x:ended", "x:safe", "v:release"},
    "v:start": {"x:convicted", "x:acquitted"},
}
# What a plan comes to, and what shows that it was carried out if nothing else differs.
_OUTCOMES = frozenset(("x:approved", "x:rejected", "x:signed", "x:won", "x:picked", "x:ousted", "x:resigned"))
_PLANNED = frozenset(("p", "to"))
_REVISED = 0.5  # magnitudes that differ by this much are two earthquakes unless one revises the other
_CARRIED_OUT = 0.8  # likeness of a plan and of the headline that says that it was carried out
# States in which an event or a part of it ends.
_ENDS = frozenset(
    f"x:{state}"
    for state in (
        "safe acquitted contained landfall approved rejected resigned ousted claimed lifted picked won lost signed"
        " convicted evacuated surrendered"
    ).split()
) | {"v:release"}


def went_on(found: Comparison, a: ComparedHeadline, b: ComparedHeadline) -> str | None:
    """Return the evidence that the later headline tells a later stage of the event; None if there is none."""
    if b.rank > a.rank or (b.marks.handling in ("correction", "refile") and b.marks.handling != a.marks.handling):
        return "later stage"
    if _measured_anew(found):
        return "other figures"
    if found.series:
        return None
    if _counts_more(found) or tolls_rise(a, b):
        return "other figures"
    return "later state" if _turned_into(found) else None


def plans_differ(a: Concepts, b: Concepts) -> bool:
    """Whether one headline tells a plan and the other none, or only an intention ("to visit")."""
    return ("p" in a.flags) != ("p" in b.flags)


def _turned_into(found: Comparison) -> bool:
    """Whether the later headline tells a state that follows from one of the earlier headline."""
    if found.a.flags & _PLANNED and (
        not found.b.flags & _PLANNED or ("p" in found.a.flags and "v:ruled" in found.only_b)
    ):
        done = found.alike >= _CARRIED_OUT and "v:visit" not in found.common  # a visit has a preview
        carried_out = done or (found.common & _OUTCOMES and found.only_b & found.b.names)
        if carried_out or found.only_b & _OUTCOMES:
            return True
    if found.only_b & _ENDS and not found.only_a & _ENDS and not of_class(found.only_b, "c"):
        return True
    if "x:vote" in found.only_a and found.common & _OUTCOMES:  # debates a motion to oust; ousts
        return True
    return any(NEXT[key] & found.only_b for key in found.a.keys & NEXT.keys())


def _measured_anew(found: Comparison) -> bool:
    """Whether the later headline revises the strength of an earthquake."""
    if "e:quake" not in found.common or found.a.keys & TOLLS or found.b.keys & TOLLS:
        return False
    old, new = ([_value(figure) for figure in figures if "." in figure] for figures in found.other_figures)
    return len(old) == len(new) == 1 and ("v:change" in found.only_b or abs(old[0] - new[0]) < _REVISED)


def _counts_more(found: Comparison) -> bool:
    """Whether the later headline has a toll that is new or higher."""
    a, b = found.a, found.b
    tolls, new = b.keys & TOLLS, b.figures - a.figures
    if not new or not (tolls or "grow" in b.flags):
        return False
    if tolls & found.only_b:
        return True
    return max(map(_value, new)) >= min(map(_value, a.figures - b.figures), default=0.0)


def _value(figure: str) -> float:
    try:
        return float(figure)
    except ValueError:  # a score: 3-1
        return 0.0
