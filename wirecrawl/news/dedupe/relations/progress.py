"""What shows that a headline tells a later stage of an event: a mark, a toll, or a state that follows another."""

from wirecrawl.news.dedupe.meaning.concepts import Concepts
from wirecrawl.news.dedupe.relations.comparison import Comparison
from wirecrawl.news.dedupe.words.compared_headline import ComparedHeadline

# A state or toll and those that it may turn into.
NEXT = {
    "t:missing": {"x:found", "x:safe", "t:dead", "t:hurt"},
    "t:trapped": {"x:safe", "t:dead", "x:found", "t:hurt"},
    "t:feared": {"t:dead", "t:hurt"},
    "t:hurt": {"t:dead"},
    "x:search": {"x:found", "x:safe", "t:dead", "v:arrest"},
    "x:nears": {"x:landfall", "v:hit"},
    "x:vote": {"x:approved", "x:rejected", "x:ousted", "x:won", "x:lost"},
    "x:bid": {"v:buy", "x:rejected", "x:approved"},
    "x:probe": {"x:resigned", "v:arrest", "v:charge"},
    "e:fire": {"x:contained"},
    "e:wildfire": {"x:contained"},
    "v:warn": {"x:lifted"},
    "e:attack": {"x:claimed"},
    "e:blast": {"x:claimed"},
    "e:shooting": {"v:arrest", "x:claimed"},
    "v:ask": {"v:issue", "v:give"},
    "v:kidnap": {"v:release", "x:safe"},
    "v:start": {"x:convicted", "x:acquitted"},
}
# What a plan comes to, and what shows that it was carried out if nothing else differs.
_OUTCOMES = frozenset(("x:approved", "x:rejected", "x:signed", "x:won", "x:picked", "x:ousted", "x:resigned"))
_DONE = frozenset(("e:launch", "x:landfall", "x:signed", "x:approved"))
_PLANNED = frozenset(("p", "to"))
_COUNTS = frozenset(("t:dead", "t:hurt", "t:missing", "t:trapped"))
_NEARLY = 0.9  # likeness of two headlines that are the same in all but a little


def went_on(found: Comparison, a: ComparedHeadline, b: ComparedHeadline) -> str | None:
    """Return the evidence that the later headline tells a later stage of the event; None if there is none."""
    if b.rank > a.rank or (b.marks.handling in ("correction", "refile") and b.marks.handling != a.marks.handling):
        return "later stage"
    if found.series:
        return None
    if _counts_more(found):
        return "other figures"
    return "later state" if _turned_into(found) else None


def plans_differ(a: Concepts, b: Concepts) -> bool:
    """Whether one headline tells a plan and the other not even an intention ("to visit")."""
    return ("p" in a.flags and not b.flags & _PLANNED) or ("p" in b.flags and not a.flags & _PLANNED)


def _turned_into(found: Comparison) -> bool:
    """Whether the later headline tells a state that follows from one of the earlier headline."""
    if "p" in found.a.flags and "p" not in found.b.flags:
        return bool(found.only_b & _OUTCOMES or (found.alike >= _NEARLY and found.common & _DONE))
    if "to" in found.a.flags and not found.b.flags & _PLANNED:  # to name a commissioner; picks Reyes as commissioner
        return bool(found.common & _OUTCOMES and found.only_b & found.b.names)
    return any(NEXT[key] & found.only_b for key in found.a.keys & NEXT.keys())


def _counts_more(found: Comparison) -> bool:
    """Whether the later headline has a toll that is new or higher."""
    a, b = found.a, found.b
    tolls, new = b.keys & _COUNTS, b.figures - a.figures
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
