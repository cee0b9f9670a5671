"""Times in ISO 8601 and the hours between them."""

from datetime import datetime

import pytest

from wirecrawl.utils.times import hours_before, hours_between, utc_iso


def test_a_time_is_written_in_utc_without_parts_of_a_second() -> None:
    assert utc_iso(datetime.fromisoformat("2026-01-01T01:00:00.999+08:00")) == "2025-12-31T17:00:00+00:00"


@pytest.mark.parametrize(
    ("one", "other", "hours"),
    [
        ("2026-11-20T08:00:00+08:00", "2026-11-20T00:00:00+00:00", 0.0),
        ("2026-11-20T12:00:00+00:00", "2026-11-20T13:30:00+00:00", 1.5),
        ("2026-11-20T13:30:00+00:00", "2026-11-20T12:00:00+00:00", 1.5),
        ("2026-11-19T12:00:00+00:00", "2026-11-20T13:00:00+00:00", 25.0),
        (None, "2026-11-20T12:00:00+00:00", 0.0),
        ("2026-11-20T12:00:00+00:00", None, 0.0),
    ],
)
def test_hours_between_two_times_whatever_their_order_and_zones(
    one: str | None, other: str | None, hours: float
) -> None:
    assert hours_between(one, other) == hours


def test_hours_before_a_time_are_in_utc() -> None:
    assert hours_before("2026-11-20T01:00:00+08:00", 20) == "2026-11-18T21:00:00+00:00"
    assert hours_before("2026-11-20T12:00:00+00:00", 0.5) == "2026-11-20T11:30:00+00:00"
    assert hours_before(None, 20) is None
