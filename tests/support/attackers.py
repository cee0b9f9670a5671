"""Inputs on which a pattern or a reader may take more time than its input is long."""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from re import _constants as sre  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

Maker = Callable[[int], str]
_GENERAL = (
    *("a", " ", "\t", "\n", "1", ".", "<", "(", "\u3000", "-", "A", "\u65b0", "/", "&", ","),
    *("a ", "A ", "1 ", "a.", "1.", "Aa ", "1/", "a-", "\u65b0 ", " \n", "\r\n", "a, "),
)
_MANY = 40  # repetitions, from which a repeat is worth an attack
_CATEGORIES = {
    sre.CATEGORY_DIGIT: "1",
    sre.CATEGORY_SPACE: " ",
    sre.CATEGORY_WORD: "a",
    sre.CATEGORY_NOT_DIGIT: "a",
    sre.CATEGORY_NOT_SPACE: "a",
    sre.CATEGORY_NOT_WORD: " ",
}
_CANDIDATES = "aA1 .-/,:;(<[{\"'\n\t\u65b0\xa0\u3000|_=#%&\xe9z0Z!?"
_ENDS = ("\0",)


def general() -> Iterator[tuple[str, Maker]]:
    """Attackers that suit nothing in particular."""
    for unit in _GENERAL:
        for end in _ENDS:
            yield f"{unit!r}*n+{end!r}", repeated("", unit, end)


def for_pattern(pattern: str) -> Iterator[tuple[str, Maker]]:
    """Attackers by the pattern itself: what its repeats accept, what it begins with, and then no match."""
    try:
        tree = parser.parse(pattern)
    except re.error:  # a pattern of the package regex, whose properties this parser does not know
        tree = parser.parse(re.sub(r"\\p\{[^}]*\}", ".", pattern).replace("--", ""))
    seen: set[tuple[str, str]] = set()
    for prefix, unit in (*_parts(tree, ""), *_beginnings(tree)):
        if unit and (prefix, unit) not in seen:
            seen.add((prefix, unit))
            for end in _ENDS:
                yield f"{prefix!r}+{unit!r}*n+{end!r}", repeated(prefix, unit, end)


def repeated(prefix: str, unit: str, end: str) -> Maker:
    """An input of about the length that is asked for."""
    return lambda size: prefix + unit * max(1, size // len(unit)) + end


def _parts(items: Any, before: str) -> Iterator[tuple[str, str]]:
    """Each repeat of a pattern, with what stands before it."""
    for op, value in items:
        for inner in _inner(op, value):
            yield from _parts(inner, before)
        if op in (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT) and value[1] >= _MANY:
            for unit in _samples(value[2]):
                yield before, unit
                yield "", unit
                yield "", before + unit
        before += _sample([(op, value)])


def _beginnings(items: Sequence[Any]) -> Iterator[tuple[str, str]]:
    """What a pattern begins with, again and again."""
    flat = list(items)
    for number in range(1, min(len(flat), 12) + 1):
        yield "", _sample(flat[:number])


def _inner(op: Any, value: Any) -> Iterator[Any]:
    if op is sre.SUBPATTERN:
        yield value[3]
    elif op is sre.BRANCH:
        yield from value[1]
    elif op in (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT):
        yield value[2]
    elif op in (sre.ASSERT, sre.ASSERT_NOT):
        yield value[1]
    elif op is sre.ATOMIC_GROUP:
        yield value
    elif op is sre.GROUPREF_EXISTS:
        yield from (one for one in value[1:] if one)


def _samples(items: Any) -> list[str]:
    """Some texts that a part of a pattern accepts: of a set of characters, several."""
    flat = list(items)
    if len(flat) == 1 and flat[0][0] is sre.IN:
        return _accepted(tuple(flat[0][1]))[:4]
    if len(flat) == 1 and flat[0][0] is sre.BRANCH:
        return [_sample(branch) for branch in flat[0][1][1][:6]]
    if len(flat) == 1 and flat[0][0] is sre.SUBPATTERN:
        return _samples(flat[0][1][3])
    return [_sample(flat)]


def _sample(items: Any) -> str:
    """One short text that a part of a pattern accepts, as far as a look at each piece alone can tell."""
    return "".join(_piece(op, value) for op, value in items)


def _piece(op: Any, value: Any) -> str:
    if op is sre.LITERAL:
        return chr(value)
    if op is sre.NOT_LITERAL:
        return "b" if value == ord("a") else "a"
    if op is sre.ANY:
        return "a"
    if op is sre.IN:
        return (_accepted(tuple(value)) or ["a"])[0]
    if op in (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT):
        return _sample(value[2]) * int(min(value[0], 20))
    if op is sre.BRANCH:
        return _sample(value[1][0])
    return "".join(_sample(inner) for inner in _inner(op, value) if op not in (sre.ASSERT, sre.ASSERT_NOT))


@cache  # a set of characters stands in many patterns
def _accepted(members: tuple[Any, ...]) -> list[str]:
    """Characters of a set, of different kinds."""
    found = [one for one in _CANDIDATES if _is_in(one, members)]
    return found or [_CATEGORIES.get(value, "a") if op is sre.CATEGORY else _first(op, value) for op, value in members]


def _first(op: Any, value: Any) -> str:
    return chr(value[0] if op is sre.RANGE else value) if op in (sre.RANGE, sre.LITERAL) else ""


def _is_in(one: str, members: Any) -> bool:
    negated = any(op is sre.NEGATE for op, _ in members)
    return negated != any(_is(one, op, value) for op, value in members)


def _is(one: str, op: Any, value: Any) -> bool:
    if op is sre.LITERAL:
        return ord(one) == int(value)
    if op is sre.RANGE:
        return bool(value[0] <= ord(one) <= value[1])
    return op is sre.CATEGORY and bool(re.fullmatch(_CLASSES[value], one))


_CLASSES = {
    sre.CATEGORY_DIGIT: r"\d",
    sre.CATEGORY_SPACE: r"\s",
    sre.CATEGORY_WORD: r"\w",
    sre.CATEGORY_NOT_DIGIT: r"\D",
    sre.CATEGORY_NOT_SPACE: r"\S",
    sre.CATEGORY_NOT_WORD: r"\W",
}
