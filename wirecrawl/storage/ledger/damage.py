"""Rows that hold what no wirecrawl writes: each is an error of the ledger, told where the row is read."""

import zlib
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any, TypeVar

import msgspec

from wirecrawl.errors import LedgerError, error_line

T = TypeVar("T")

# What comes of reading values of wrong types, cut JSON, texts that are not packed.
WRONG_VALUES = (ValueError, TypeError, LookupError, AttributeError, msgspec.MsgspecError, zlib.error)


def wrong_values(path: str, error: Exception) -> LedgerError:
    """The error of a ledger with a row that cannot be what its reader needs."""
    what = f"a row in it holds what no wirecrawl writes ({error_line(error)[:300]})"
    return LedgerError(f"{path or 'the ledger'}: {what}; restore a backup")


def read_row(path: str, make: Callable[[], T]) -> T:
    """What `make` makes of a row. Raises LedgerError, naming the ledger, for a row with wrong values."""
    try:
        return make()
    except WRONG_VALUES as error:
        raise wrong_values(path, error) from error


def as_texts(row: Any) -> Mapping[str, str | None]:
    """The columns of a row, which are all texts. Raises TypeError for another value."""
    found = dict(row)
    for name, value in found.items():
        if not isinstance(value, str | None):
            raise TypeError(f"{name} is no text")
    return found


def text_in(path: str, row: Any, name: str) -> str:
    """The text in a column of a row. Raises LedgerError, naming the ledger, for another value."""
    if isinstance(value := row[name], str):
        return value
    raise wrong_values(path, TypeError(f"{name} is no text"))


def number_in(path: str, row: Any, name: str) -> float:
    """The number in a column of a row. Raises LedgerError, naming the ledger, for another value."""
    if isinstance(value := row[name], int | float):
        return value
    raise wrong_values(path, TypeError(f"{name} is no number"))


def require_count(row: dict[str, Any], name: str) -> int:
    """Take a column out of a row whose value is a number from 0. Raises TypeError or ValueError for another value."""
    value = row.pop(name)
    if not isinstance(value, int):
        raise TypeError(f"{name} is no number")
    if value < 0:
        raise ValueError(f"{name} is {value}")
    return value


def require_times(row: Mapping[str, str | None], *names: str) -> None:
    """Raise ValueError or TypeError where a column holds no time in ISO 8601; null is none."""
    for name in names:
        if (value := row[name]) is not None:
            datetime.fromisoformat(value)
