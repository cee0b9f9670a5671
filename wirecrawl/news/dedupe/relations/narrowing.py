"""Says whether one of two like headlines means another item: a relative of the person, a youth team, one more strike.

One word more seldom makes another item, so that a repeat may have one; of these words each does.
"""

from wirecrawl.news.dedupe.relations.alignment import is_reordered
from wirecrawl.news.dedupe.relations.comparison import Comparison, of_class
from wirecrawl.news.dedupe.relations.contrasts import members_of
from wirecrawl.news.dedupe.words.compared_headline import ComparedHeadline

_ALONE = "+"  # begins the groups of the table of which a member in one headline alone makes another item
_NO_REPEAT = "++"  # begins those with which it is no repeat, but may be an update
_FIRST = frozenset(("i:1", "i:year", "i:half"))  # a first strike may be called a strike


def tells_another(label: str, found: Comparison, a: ComparedHeadline, b: ComparedHeadline) -> bool:
    """Whether two headlines that are alike, and would have this label, are of two items of one thread.

    A translation is a work of its own.

    >>> from wirecrawl.news.dedupe.relations.comparison import compare_concepts
    >>> from wirecrawl.news.dedupe.words.compared_headline import read_line
    >>> a, b = (read_line(f"{who}opposition leader jailed in Minsk", "ap") for who in ("Son of ", ""))
    >>> tells_another("duplicate", compare_concepts(a.concepts, b.concepts), a, b)
    True
    """
    if a.concepts.script != b.concepts.script or is_reordered(a, b):
        return True
    apart = _narrowing(a) ^ _narrowing(b)
    if label == "duplicate":
        return bool(apart) or _counts_on(found)
    return any(not name.startswith(_NO_REPEAT) for name in apart)


def _narrowing(line: ComparedHeadline) -> set[str]:
    """The members of groups that count alone, with their groups."""
    names = {f"{group}/{one}" for group, members in members_of(line.words).items() for one in members}
    return {name for name in names if name.startswith(_ALONE)}


def _counts_on(found: Comparison) -> bool:
    """Whether only one headline tells of the second or a further one of a kind; the other may print it as a figure."""
    sides = ((found.only_a, found.b), (found.only_b, found.a))
    return any(
        not any(figure.startswith(key[2:]) for figure in other.figures | other.identities)
        for only, other in sides
        for key in of_class(only, "i") - _FIRST
    )
