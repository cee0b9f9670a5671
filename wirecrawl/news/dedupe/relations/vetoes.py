"""Why two headlines are not of one event, however alike they are: another place, team or direction, a reaction."""

from wirecrawl.news.dedupe.meaning.concepts import Concepts
from wirecrawl.news.dedupe.relations.comparison import KINDS, Comparison, of_class, weight

# Classes of which a concept on one side alone makes another item: sessions, other works, deputies and former ones.
_ALONE = "sgm"
_ALONE_IN_SERIES = "sgmyi"  # also days, months and ordinals
_EQUAL = "dyir"  # classes of which both sides must have the same if both have any: directions, days, before and after
_ONE = "dyicorl"  # classes of which another one on each side makes another item: countries, offices
_THINGS = "whncoevxlu"  # classes of which another one on each side means another thing
WEAK = frozenset(("v:hit", "v:record", "v:set"))  # words that often stand for another or for nothing
_UNDONE = frozenset(("x:ended", "x:canceled"))  # in one mould: announces a truce, announces the end of a truce
# Deeds and results that exclude each other: one in each headline means two items.
_OPPOSITES = tuple(
    tuple(pair.split("-"))
    for pair in (
        "v:buy-v:sell x:signed-v:sell x:won-x:lost v:raise-v:axe v:upgrade-v:downgrade v:strengthen-v:weaken"
        " v:import-v:export v:recall-v:evict v:meet-v:beat v:meet-x:won v:meet-x:lost v:beat-x:lost"
    ).split()
)
_LETTER = len("w:b")  # the key of a single letter: Group B
_ROMAN = frozenset("w:ii w:iii w:iv w:vi w:vii w:viii w:ix".split())
MOULD = 0.7  # share of equal words from which another thing means another item in the same mould
_LITTLE, _SHARE = 1.0, 0.35  # weight, and share of what is in common, that may differ if any word may be a name


def two_items(found: Comparison) -> bool:
    """Whether the headlines cannot be of one event, by their days, directions, countries, offices, figures or order."""
    a, b = found.a, found.b
    if a.identities and b.identities and a.identities != b.identities:
        return True
    extra = found.only_a | found.only_b
    if found.literal >= MOULD and (found.denied or extra & _UNDONE):
        return True
    if found.literal >= MOULD and any(key in _ROMAN or (key[0] == "w" and len(key) == _LETTER) for key in extra):
        return True
    if of_class(extra, _ALONE_IN_SERIES if found.series else _ALONE):
        return True
    if any({x, y} <= extra and {x, y} & found.only_a and {x, y} & found.only_b for x, y in _OPPOSITES):
        return True
    if any(_of_another_country(found, key) for key in found.common if key[0] == "l"):
        return True
    two_offices = a.offices != b.offices and len(a.offices) == len(b.offices)
    return two_offices or two_kinds(found) or _turned_round(a, b)


def _of_another_country(found: Comparison, bank: str) -> bool:
    """Whether one headline names a country whose central bank this is not; in Russian, "ЦБ" is the Russian one."""
    _, office, country = bank.split("/")
    if office != "centralbank":
        return False
    return any(of_class(only, "c") - {f"c:{country}"} for only in (found.only_a, found.only_b))


def two_kinds(found: Comparison) -> bool:
    """Whether the headlines have different days, directions, countries or offices."""
    kinds = {key[0] for key in found.only_a} | {key[0] for key in found.only_b}
    return any(_differs(found, kind) for kind in kinds if kind in _ONE)


def _differs(found: Comparison, kind: str) -> bool:
    """Whether each side has a concept of a class that the other has not."""
    sides = of_class(found.a.keys, kind), of_class(found.b.keys, kind)
    if kind in _EQUAL and all(sides) and sides[0] != sides[1]:
        return True
    return bool(of_class(found.only_a, kind) and of_class(found.only_b, kind))


def _turned_round(a: Concepts, b: Concepts) -> bool:
    """Whether two names or directions have changed places and the verb has not: India beat Oman, Oman beat India."""
    if sorted(a.moves) == sorted(b.moves) and a.moves != b.moves:
        return True
    if a.roles is not None and a.roles == b.roles:  # in Japanese, particles tell who did it
        return False
    spaceless = bool(of_class(a.keys & b.keys, "h")) and a.passive == b.passive  # in Chinese, order does
    if a.printed != b.printed and not (spaceless and a.keys == b.keys):
        return False
    both = set(a.order) & set(b.order)
    orders = [list(dict.fromkeys(key for key in line.order if key in both)) for line in (a, b)]
    return len(both) > 1 and orders[0] != orders[1]


def two_things(found: Comparison) -> bool:
    """Whether each headline has a thing, event or deed that the other has not: lithium and copper, buys and sells."""
    return all(_apart(of_class(found.only_a, _THINGS), of_class(found.only_b, _THINGS)))


def two_tolls(found: Comparison) -> bool:
    """Whether one headline tells of dead and the other of injured people instead."""
    return bool(of_class(found.only_a, "t") and of_class(found.only_b, "t"))


def two_names(found: Comparison) -> bool:
    """Whether each headline has a name, country or event that the other has not.

    Where any word may be a name (in Chinese, in a Title With Capitals), both sides may differ in a little of the whole.
    """
    sides = _apart(*(_names(line, keys) for line, keys in ((found.a, found.only_a), (found.b, found.only_b))))
    if found.a.open or found.b.open:
        return min(map(weight, sides)) >= max(_LITTLE, _SHARE * weight(found.common))
    if _person_and_office(found):
        return False
    return all(sides)


def _names(line: Concepts, keys: set[str]) -> set[str]:
    if line.open:
        return of_class(keys, _THINGS)
    return of_class(keys, "cel") | (keys & line.names)


def _apart(a: set[str], b: set[str]) -> tuple[set[str], set[str]]:
    """Return the two sides without what stands for nothing, and without an attack or accident and its kind."""
    a, b = a - WEAK, b - WEAK
    for general, kinds in KINDS.items():
        if a & kinds and b & kinds and general in a | b:
            a, b = a - kinds, b - kinds
    return a, b


def _person_and_office(found: Comparison) -> bool:
    """Whether one headline names persons and the other their offices: Putin, the Russian president."""
    for named, line, titled in ((found.only_a, found.a, found.only_b), (found.only_b, found.b, found.only_a)):
        offices = of_class(titled, "o") and titled == of_class(titled, "co")
        if offices and named & line.names and not of_class(named, "c"):
            return True
    return False
