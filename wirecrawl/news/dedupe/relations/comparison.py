"""Compares what two headlines are about: what they have in common, and what only one of them has."""

from collections.abc import Iterable, Set
from dataclasses import dataclass
from functools import cached_property
from math import fsum

from wirecrawl.news.dedupe.meaning.concepts import Concepts

# How much a concept of each class says; others count half.
_WEIGHTS = {"w": 1.0, "l": 1.5, "c": 0.8, "e": 1.0, "v": 0.6, "n": 0.8, "o": 0.8, "x": 0.4}
_NAME = 1.5
# Events that may be told by a general word, and the kinds for which it may stand.
KINDS = {
    "e:attack": frozenset(f"e:{kind}" for kind in "attack blast shooting stab strikes".split()),
    "e:accident": frozenset(
        f"e:{kind}" for kind in "accident crash capsize derail collapse avalanche blast stampede fire".split()
    ),
}
_ENDED = frozenset(("x:ended", "x:canceled"))  # a strike that is called off is over
# Bodies whose head is called chief as well as by the title, and the titles.
_BODIES = frozenset(
    f"o:{body}" for body in "ec un imf who iaea opec centralbank worldbank wto fifa ioc uefa asean".split()
) | {
    "c:un",
    "c:nato",
    "c:eu",
    "n:police",
    "n:company",
}
_HEADS = frozenset(("o:president", "o:governor", "o:bankgov", "o:ceo", "o:chair", "o:unsg", "n:chair", "n:director"))
# Concepts of which the tables of some languages have one and those of others two, and words that say one thing.
_TWINS = {
    key: group
    for group in (
        "d:up v:raise,d:down v:axe v:ease,x:signed v:sign,n:jobs n:worker,n:plant n:factory,n:jobless n:unemployment,"
        "v:evict v:deport,n:army n:soldier,"
        "v:rescind v:abolish,n:province n:region,v:accuse v:charge,n:export v:export,n:gunfight e:shooting"
    ).split(",")
    for key in group.split()
}
_MINISTERS = frozenset(("o:fm", "o:finmin", "o:defmin", "o:interior"))
_CHIEF = "n:chief"
_ROUND = 4  # digits; longer figures are telling though round
_PREFIX = 4  # letters in common by which an unknown word is a form of another
_LONGEST_ENDING = 3  # letters
_COMPOUND = 5  # letters; Lawine is in Lawinenabgang


@dataclass
class Comparison:
    """What two headlines have in common and what only one has. `literal`: the share of words that both print alike."""

    a: Concepts
    b: Concepts
    literal: float
    common: set[str]
    only_a: set[str]
    only_b: set[str]

    @property
    def series(self) -> bool:
        """Whether one is of a series, where other figures mean another item."""
        return self.a.series or self.b.series

    @cached_property
    def names(self) -> frozenset[str]:
        """The names of both, of lines in which names can be told."""
        return frozenset() if self.a.open or self.b.open else self.a.names | self.b.names

    @cached_property
    def shared(self) -> float:
        """Weight of what is in common."""
        return weight(self.common, self.names)

    @cached_property
    def rests(self) -> tuple[float, float]:
        """Weights of what only one of them has."""
        return weight(self.only_a, self.names), weight(self.only_b, self.names)

    @cached_property
    def codes(self) -> int:
        """How many names with figures are equal: A9, MH370."""
        return sum(not name.isdigit() for name in self.a.identities & self.b.identities)

    @cached_property
    def telling(self) -> int:
        """How many figures that few events have are equal, and codes: 31.1, 16,300, MH370."""
        return sum(map(is_telling, self.a.figures & self.b.figures)) + self.codes

    @cached_property
    def other_figures(self) -> tuple[set[str], set[str]]:
        """The figures of each headline that the other has not, not even rounded."""
        return _unmatched(self.a.figures, self.b.figures), _unmatched(self.b.figures, self.a.figures)

    @property
    def denied(self) -> bool:
        """Whether only one of them denies something."""
        return ("neg" in self.a.flags) != ("neg" in self.b.flags)

    @cached_property
    def overlap(self) -> float:
        """Weight in common over the weight of the headline with less of it."""
        return self.shared / (self.shared + min(self.rests) or 1)

    @cached_property
    def alike(self) -> float:
        """Weight in common over the weight of both."""
        common = 2 * self.shared
        return common / (common + sum(self.rests) or 1)


def weight(keys: Iterable[str], names: Set[str] = frozenset()) -> float:
    """How much some concepts say; the `names` among them say more. In any order the sum is the same."""
    return fsum([_NAME if key in names else _WEIGHTS.get(key[0], 0.5) for key in keys])


def is_telling(figure: str) -> bool:
    """Whether few events have this figure: it has a fraction or several digits."""
    return "." in figure or len(figure.rstrip("0")) > 1 or len(figure) > _ROUND


def _unmatched(figures: Set[str], others: Set[str]) -> set[str]:
    rest = figures - others
    return {figure for figure in rest if not any(_rounded(*sorted((figure, other), key=_digits)) for other in others)}


def _rounded(short: str, long: str) -> bool:
    """Whether the shorter figure is the longer one rounded: 367.4 and 367.47."""
    digits = _digits(short)
    if digits < _ROUND - 1 or "-" in short + long:
        return False
    return float(f"{float(long):.{digits - 1}e}") == float(short)


def _digits(figure: str) -> int:
    """The number of digits that count: 3 of 27400 and of 0.274."""
    return len(figure.strip("0.").replace(".", ""))


def of_class(keys: Iterable[str], kinds: str) -> set[str]:
    """Those of the concepts that are of some classes, each a letter."""
    return {key for key in keys if key[0] in kinds}


def compare_concepts(a: Concepts, b: Concepts, literal: float = 0.0) -> Comparison:
    """Return what two headlines have in common. An unknown word may be a form of an unknown word of the other."""
    common = {key for key in a.keys & b.keys if _one_word(a, b, key, key)}
    only_a, only_b = set(a.keys - common), set(b.keys - common)
    for key in sorted(of_class(only_a, "w")):
        other = next((k for k in sorted(of_class(only_b, "w")) if k != key and _one_word(a, b, key, k)), None)
        if other:
            common.add(key)
            only_a.discard(key)
            only_b.discard(other)
    if only_a & _ENDED and only_b & _ENDED:
        common |= only_a & _ENDED
        only_a, only_b = only_a - _ENDED, only_b - _ENDED
    _match_twins(common, only_a, only_b)
    for general, kinds in KINDS.items():
        if common & kinds:
            only_a.discard(general)
            only_b.discard(general)
    for only, line in ((only_a, b), (only_b, a)):
        if _MINISTERS & line.keys:
            only.discard("o:minister")
    for leader in of_class(common, "l"):
        only_a -= _held(leader)
        only_b -= _held(leader)
    _match_leaders(common, only_a, only_b)
    _match_leaders(common, only_b, only_a)
    _match_chiefs(common, only_a, only_b)
    _match_chiefs(common, only_b, only_a)
    return Comparison(a, b, literal, common, only_a, only_b)


def _match_twins(common: set[str], only_a: set[str], only_b: set[str]) -> None:
    """Count two concepts as what both have if they are one thing: a rate is raised, a rate is up."""
    others = {_TWINS[key]: key for key in only_b if key in _TWINS}
    for key in [key for key in only_a if _TWINS.get(key) in others] if others else ():
        twin = others.pop(_TWINS[key], None)
        if twin:
            only_a.discard(key)
            only_b.discard(twin)
            common.add(key)


def _held(leader: str) -> set[str]:
    """The office and the country of a leader, which say nothing new beside the name."""
    _, office, country = leader.split("/")
    return {f"o:{office}", f"n:{office}", f"c:{country}", _CHIEF}


def _match_chiefs(common: set[str], called: set[str], titled: set[str]) -> None:
    """Count the head of a body as what both have if one headline says chief, the other the title: the Commission's."""
    if _CHIEF in called and not _BODIES.isdisjoint(common) and len(titles := titled & _HEADS) == 1:
        called.discard(_CHIEF)
        titled -= titles
        common.add(_CHIEF)


def _match_leaders(common: set[str], named: set[str], titled: set[str]) -> None:
    """Count a leader as what both have if the other has the office: Putin, Russian president.

    If the other has the country alone, the country is what both have: Putin, Russia.
    """
    for leader in sorted(of_class(named, "l")):
        own = f"c:{leader.rpartition('/')[2]}"
        held = titled & _held(leader)
        if own in held or (held - {_CHIEF} and not of_class(titled, "c")):
            named.discard(leader)
            titled -= held
            common.add(own if held == {own} else leader)


def _one_word(a: Concepts, b: Concepts, key: str, other: str) -> bool:
    """Whether two unknown words are forms of one; of names, only short endings may differ."""
    if key[0] != "w":
        return True
    one, two = a.full.get(key, key[2:]), b.full.get(other, other[2:])
    if one[:_PREFIX] != two[:_PREFIX]:  # true of nearly all
        return False
    short, long = sorted((one, two), key=len)
    if short == long:
        return True
    names = key in a.names and other in b.names
    same = next((at for at, (x, y) in enumerate(zip(short, long, strict=False)) if x != y), len(short))
    if names or a.open or b.open:
        return same == len(short) >= _PREFIX and (len(long) - same <= _LONGEST_ENDING or same > _COMPOUND)
    return same >= max(_PREFIX, len(short) - _LONGEST_ENDING)
