"""What reads foreign text takes time in proportion to its length: every pattern and every public reader.

Each gets its own worst inputs, and the exponent with which its time grows is measured within one process. A machine
that is slow or busy changes every time, and the exponent hardly.
"""

import re
from collections.abc import Callable
from functools import cache
from importlib import import_module
from operator import attrgetter
from typing import Any

import pytest

from tests.support import attackers, caches, packed_readers, patterns
from tests.support.growth import STEEP, slope
from tests.support.readers import READERS, read_marks
from wirecrawl.news import wire

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
        (lambda text: re.findall("a+b", text), "a", True),
    ],
)
def test_the_measure_tells_a_steep_slope(work: Callable[[str], object], unit: str, steep: bool) -> None:
    assert (slope(work, lambda size: unit * size) > STEEP) is steep


# What repeats in the worst inputs of feeds, lists, JSON-LD and times.
_UNITS = (
    *("<item>", "<x>", "<!--", "<![CDATA[", "&amp;", "&", "&#55357;", "&lt;b ", "<a:b>", "<b ", "<div>", "<a href=b>"),
    *("Off the wire • ", '{"a":', "[", '\\\\"', '", "', "2026-11-20 ", "12:30 ", "20 Nov ", "Editor: ", "(Xinhua) -- "),
    *("By A B, ", "。", "a='' ", "</body", "//", "../", "%41", "?a&", ";sid"),
)


# To clean or to draft a page without a layout takes seconds for all units; some of them are tried.
SLOW = ("paragraph of an unknown page", "names and pictures of a page", "page of a new agency")


@pytest.mark.parametrize("reader", READERS)
def test_every_reader_takes_time_in_proportion_to_its_input(reader: str) -> None:
    work = caches.without_caches(READERS[reader])
    work("20 Nov " * 3)  # what a reader loads once, such as trafilatura, dateparser and tables, is no time of an input
    units = [(repr(unit), attackers.repeated("", unit, "")) for unit in _UNITS]
    general = list(attackers.general())
    made = [*units[::8], *units[3::8], *units[5::8], *general[1::6]] if reader in SLOW else [*units, *general]
    slopes = {name: slope(work, make) for name, make in made}
    assert {name: one for name, one in slopes.items() if one > STEEP} == {}


@pytest.mark.parametrize("reader", packed_readers.READERS)
def test_every_reader_of_packed_bytes_takes_time_in_proportion_to_them(reader: str) -> None:
    work, make = packed_readers.READERS[reader]
    assert slope(work, make) <= STEEP


# Public functions whose bytes are wirecrawl's own, which they write or hash.
OWN_BYTES = (
    *("storage.archive.digests.digest", "storage.archive.fixtures.fixture_files"),
    *("storage.archive.fixtures.page_files", "storage.feed.formats.json_lines.write"),
    *("utils.files.write_whole", "utils.files.write_new", "drafting.files.write"),
)


def test_every_public_function_that_takes_bytes_is_reached_by_a_case() -> None:
    short = [attackers.repeated("", "<p>a b</p>", "")(100), '{"a": 1}']
    reached = patterns.called(lambda: [work(text) for work in READERS.values() for text in short]) | patterns.called(
        lambda: [work(make(100)) for work, make in packed_readers.READERS.values()]
    )
    takers = patterns.functions_of("bytes", *ROOMS)
    assert set(OWN_BYTES) <= set(takers)
    assert [name for name, code in takers.items() if code not in reached and name not in OWN_BYTES] == []
