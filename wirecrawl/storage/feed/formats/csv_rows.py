"""CSV, flat: a column for each key of a line, nested ones with a dot, such as `dateline.places`."""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, get_args, get_type_hints

from wirecrawl.items import Headline, Story
from wirecrawl.storage.feed.formats.characters import writable

_JOINT = "; "
# What a spreadsheet takes for a formula, full-width signs too, also behind quotes and spaces, which some take away.
_FORMULA = re.compile(r"[\t\r\n]|[\s\"'`\ufeff]*+[=+\-@＝＋－＠]")
_AS_TEXT = "'"  # before a cell: what follows is text


@cache
def columns(*kinds: type) -> tuple[str, ...]:
    """The columns for classes of items, in the order of their fields; a column that several have is there once.

    >>> columns(Headline)[:6]
    ('id', 'agency', 'language', 'headline', 'headline_raw', 'marks.urgency')
    """
    return tuple(dict.fromkeys(name for kind in kinds for name in _names(kind)))


def _names(kind: type) -> Iterator[str]:
    hints = get_type_hints(kind)
    for one in fields(kind):
        nested = _nested(hints[one.name])
        yield from (f"{one.name}.{name}" for name in _names(nested)) if nested else (one.name,)


def _nested(hint: Any) -> type | None:
    """The class of items within a type, such as that of `list[Image]`; None for a type without one."""
    if isinstance(hint, type) and is_dataclass(hint):
        return hint
    return next(filter(None, map(_nested, get_args(hint))), None)


def row(line: Story | Headline, names: Sequence[str], *, formulas_as_text: bool) -> list[str]:
    """The cells of a line for these columns; "" for null, and for a column that its kind does not have.

    Items of a list are joined by "; ". With `formulas_as_text` a cell that a spreadsheet would run begins with "'".
    """
    return [cell(_value(line, _path(name)), formulas_as_text=formulas_as_text) for name in names]


@cache
def _path(name: str) -> tuple[str, ...]:
    return tuple(name.split("."))


def _value(value: Any, path: Sequence[str]) -> Any:
    for number, name in enumerate(path):
        if isinstance(value, list):
            return [_value(one, path[number:]) for one in value]
        value = getattr(value, name, None)
    return value


def cell(value: Any, *, formulas_as_text: bool) -> str:
    """One value as the text of its cell, with characters that every program reads.

    >>> cell(["Sun Jinxia", "Wu Qi"], formulas_as_text=True), cell("=1+1", formulas_as_text=True)
    ('Sun Jinxia; Wu Qi', "'=1+1")
    """
    if value is None:  # as most cells of a story are
        return ""
    text = _text(value)
    runs = formulas_as_text and not _is_number(value) and _FORMULA.match(text)
    return writable(f"{_AS_TEXT}{text}" if runs else text)


def _is_number(value: Any) -> bool:
    return isinstance(value, (int, float))


def _text(value: Any) -> str:
    if isinstance(value, list):
        return _JOINT.join(map(_text, value))
    if isinstance(value, (bool, dict)):
        return json.dumps(value, ensure_ascii=False)
    return "" if value is None else str(value)
