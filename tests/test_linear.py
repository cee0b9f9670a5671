"""What reads foreign text takes time in proportion to its length: every pattern and every public reader.

Each gets its own worst inputs, and the exponent with which its time grows is measured within one process. A machine
that is slow or busy changes every time, and the exponent hardly.
"""

from collections.abc import Callable
from functools import cache
from importlib import import_module
from operator import attrgetter
from typing import Any

import pytest

from tests.support import attackers, patterns
from tests.support.growth import STEEP, slope
from wirecrawl.news import wire
from wirecrawl.news.wire.credit import take_name

ROOMS = ("news", "storage", "run", "web", "utils", "audit", "drafting")
# Patterns whose time may grow faster, since they are applied to short text only: where its length is checked.
BOUNDED = {
    "news.cleaning.not_story._GONE_TEXT": "news.cleaning.not_story._SHORT",
    "news.wire.byline._CAPITALS": "news.wire.dateline.REACH",
    "news.wire.credit._SPLIT": "news.wire.credit._LONGEST",
}
LONGEST_BOUND = 2000  # characters


@cache
def every_pattern() -> dict[str, Any]:
    """The patterns, also those that are made from the tables of agencies when a page is read."""
    for table in wire.all_tables().values():
        read_marks("A (B) c.", table)
    return patterns.compiled(*ROOMS)


def read_marks(text: str, table: wire.Table) -> None:
    """All that a table says of the marks of wire copy."""
    wire.parse_headline(text, table)
    wire.parse_dateline(text, table, None)
    for read in (wire.parse_byline, wire.parse_closing_credit, wire.parse_editor, wire.parse_caption, wire.is_note):
        read(text, table)
    for end in (wire.is_trailer, wire.parse_names, wire.take_end_mark):
        end(text, table)
    take_name(text, table.agency)


def steepest(work: Callable[[str], object], pattern: str | None = None) -> tuple[float, str]:
    """The first slope that is steep, with the input that made it so; else that of the last."""
    found = 0.0, ""
    for name, make in (*(attackers.for_pattern(pattern) if pattern else ()), *attackers.general()):
        found = slope(work, make), name
        if found[0] > STEEP:
            break
    return found


def source_of(pattern: Any) -> str:
    source = pattern.pattern
    return source if isinstance(source, str) else source.decode("latin-1")


def test_every_pattern_takes_time_in_proportion_to_the_text() -> None:
    found = {name: one for name, one in every_pattern().items() if name not in BOUNDED}
    assert len(found) > 300  # else they are not found
    slopes = {
        name: steepest(patterns.applied(one, patterns.use_of(name)), source_of(one)) for name, one in found.items()
    }
    assert {name: one for name, one in slopes.items() if one[0] > STEEP} == {}


@pytest.mark.parametrize("name", BOUNDED)
def test_a_pattern_with_a_bound_is_there_and_needs_it(name: str) -> None:
    module, bound = BOUNDED[name].rsplit(".", 1)
    assert attrgetter(bound)(import_module(f"wirecrawl.{module}")) <= LONGEST_BOUND
    one = every_pattern()[name]
    assert steepest(patterns.applied(one, patterns.use_of(name)), source_of(one))[0] > STEEP


@pytest.mark.parametrize(
    ("work", "unit", "steep"),
    [
        (lambda text: text.count("a"), "a", False),
        (lambda text: [text.find("b", at) for at in range(len(text))], "a", True),
    ],
)
def test_the_measure_tells_a_steep_slope(work: Callable[[str], object], unit: str, steep: bool) -> None:
    assert (slope(work, lambda size: unit * size) > STEEP) is steep
