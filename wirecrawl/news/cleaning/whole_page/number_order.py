"""Whether a page writes the day or the month first, by what else it prints: sites differ in this, not languages."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, timedelta

from wirecrawl.news.cleaning.blocks import Block
from wirecrawl.news.markup.times import parse_time, split_updated

_NUMBERS = re.compile(r"(?<![\d./-])(\d{1,2})([./])(\d{1,2})\2(?:\d{4}|\d\d)(?![\d./])")
_EITHER = re.compile(r"(?<![\d./-])(?:0?[1-9]|1[0-2])\s?[./-]\s?(?:0?[1-9]|1[0-2])\s?[./-]\s?(?:\d{4}|\d\d)(?!\d)")
_LINE = 100  # characters of a line whose date counts
_CLOSE = timedelta(days=2)
_MONTHS = 12


def order_on_page(
    lines: Iterable[str], known: date | None, stated: Sequence[str], blocks: Sequence[Block]
) -> bool | None:
    """Whether the day is first in the lines that could be read either way; None where nothing on the page tells.

    `known` is the day in the page's address, `stated` are times that it states.
    """
    unclear = [line for line in lines if _EITHER.search(line)]
    if not unclear:
        return None
    for days in (
        filter(None, [known]),
        _days(stated),
        _days(block.text for block in blocks if len(block.text) <= _LINE),
    ):
        orders = {order for day in days for line in unclear for order in _orders(line, day)}
        if len(orders) == 1:
            return orders.pop()
    return _order_of_others(blocks, {sign for line in unclear for sign in "./" if sign in line})


def is_unclear(lines: Iterable[str]) -> bool:
    """Whether a line has a date of which either number may be the month."""
    return any(map(_EITHER.search, lines))


def _days(texts: Iterable[str]) -> Iterator[date]:
    """The days that can be read one way only."""
    for text in texts:
        if not _EITHER.search(text) and (found := parse_time(split_updated(text)[0], UTC)):
            yield found.day


def _orders(line: str, day: date) -> Iterator[bool]:
    """The orders in which a line prints about the day."""
    for order in (True, False):
        found = parse_time(split_updated(line)[0], UTC, day_first=order)
        if found and abs(found.day - day) <= _CLOSE:
            yield order


def _order_of_others(blocks: Sequence[Block], signs: set[str]) -> bool | None:
    """The order of other dates on the page that are written with the same sign, one number of which is no month."""
    found = (match for block in blocks for match in _NUMBERS.findall(block.text))
    pairs = [(int(one), int(two)) for one, sign, two in found if sign in signs]
    orders = {one > _MONTHS for one, two in pairs if (one > _MONTHS) != (two > _MONTHS)}
    return orders.pop() if len(orders) == 1 else None
