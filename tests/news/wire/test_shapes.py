"""Shapes of datelines that several agencies share."""

import re

import pytest

from wirecrawl.news.wire.shapes import CAPITALS, alone, bare, credited


def first(patterns: tuple[str, ...], text: str) -> re.Match[str] | None:
    return next((found for found in (re.match(pattern, text) for pattern in patterns) if found), None)


@pytest.mark.parametrize(
    ("text", "places", "day"),
    [
        ("BERLIN, Nov 20 (dpa) - Rain", "BERLIN", "Nov 20"),
        ("Berlin (dpa) - Rain", "Berlin", None),
        ("San Diego (tca/dpa) – Rain", "San Diego", None),
        ("Berlin (dpa/lnw) - Rain", "Berlin", None),
        ("Washington (United States), 3 May (dpa) - Rain", "Washington (United States)", "3 May"),
        ("Agra, May 3 (dpa): Rain", "Agra", "May 3"),
        ("Nov 20 (dpa) -- Rain", None, "Nov 20"),
        ("(dpa) - Rain", None, None),
    ],
)
def test_a_credited_dateline_may_lack_its_city_or_its_day(text: str, places: str | None, day: str | None) -> None:
    found = first(credited("dpa"), text)
    assert found
    assert tuple(found.groupdict().get(name) for name in ("places", "day")) == (places, day)


@pytest.mark.parametrize("text", ["Berlin (afp) - Rain", "Berlin - Rain", "In 2017 (dpa) - Rain"])
def test_another_credit_is_none_of_the_agency(text: str) -> None:
    assert first(credited("dpa"), text) is None


def test_a_bare_dateline_has_a_dash_or_its_line_alone() -> None:
    assert first(bare(), "BEIJING, July 23 - Rain")
    assert first(bare(), "BEIJING, July 23")
    assert first(bare(), "BEIJING, July 23 was a day of rain") is None


@pytest.mark.parametrize(
    ("line", "fits"), [("ANKARA", True), ("KYIV, Ukraine", True), ("Ankara", False), ("A1", False)]
)
def test_a_city_in_capitals_is_a_line_of_its_own(line: str, fits: bool) -> None:
    assert bool(re.match(alone(CAPITALS), line)) is fits
