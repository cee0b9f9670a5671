"""Days of datelines in every language that agencies print, and the year that they leave out."""

import datetime

import pytest

from wirecrawl.news.wire.dates import Day, full_date, read_day


@pytest.mark.parametrize(
    ("printed", "day"),
    [
        ("Feb. 16", (None, 2, 16)),
        ("February 16", (None, 2, 16)),
        ("Jan. 2, 2017", (2017, 1, 2)),
        ("Sept 30", (None, 9, 30)),
        ("10 août", (None, 8, 10)),
        ("1er février 2026", (2026, 2, 1)),
        ("28 LUG", (None, 7, 28)),
        ("3 de março de 2026", (2026, 3, 3)),
        ("9 mei", (None, 5, 9)),
        ("12. Dezember", (None, 12, 12)),
        ("5 Jänner", (None, 1, 5)),
        ("18 KASIM", (None, 11, 18)),
        ("7 Ağustos", (None, 8, 7)),
        ("4 Nısan", (None, 4, 4)),
        ("29 июня", (None, 6, 29)),
        ("12月9日", (None, 12, 9)),
        ("2026年12月9日", (2026, 12, 9)),
        ("21日", (None, None, 21)),
        ("１月１６日", (None, 1, 16)),
        ("31/07", (None, 7, 31)),
        ("14. července", (None, 7, 14)),
        ("12. januára", (None, 1, 12)),
        ("9 października", (None, 10, 9)),
        ("2026. január 12.", (2026, 1, 12)),
        ("30 septembrie", (None, 9, 30)),
        ("12. siječnja", (None, 1, 12)),
        ("5 янв", (None, 1, 5)),
        ("25 март", (None, 3, 25)),
        ("12 січня", (None, 1, 12)),
        ("12 студзеня", (None, 1, 12)),
        ("12 يناير", (None, 1, 12)),
        ("25 أغسطس", (None, 8, 25)),
        ("12th January, 2026", (2026, 1, 12)),
    ],
)
def test_a_printed_day_is_read(printed: str, day: Day) -> None:
    assert read_day(printed) == day


@pytest.mark.parametrize("printed", ["Ma 3", "Foo 3", "3", "3 Foobar", "日", "月日", "May", "May 2026", "3 listopada"])
def test_what_has_no_number_or_no_certain_month_is_no_day(printed: str) -> None:
    assert read_day(printed) is None


@pytest.mark.parametrize("printed", ["Ju 3", "Mar 3", "Juni 3"])
def test_a_month_needs_a_beginning_that_fits_one_month(printed: str) -> None:
    assert (read_day(printed) or (0, 0, 0))[1] == {"Ju 3": 0, "Mar 3": 3, "Juni 3": 6}[printed]


@pytest.mark.parametrize(
    ("day", "published", "date"),
    [
        ((2017, 1, 2), None, "2017-01-02"),
        ((2017, 1, 2), datetime.date(2026, 5, 1), "2017-01-02"),
        ((None, 5, 2), datetime.date(2026, 6, 1), "2026-05-02"),
        ((None, 12, 31), datetime.date(2018, 1, 1), "2017-12-31"),
        ((None, 1, 1), datetime.date(2017, 12, 31), "2018-01-01"),
        ((None, 11, 30), datetime.date(2018, 1, 1), "2018-11-30"),
        ((None, 2, 29), datetime.date(2026, 3, 1), None),
        ((None, 2, 29), datetime.date(2028, 3, 1), "2028-02-29"),
        ((None, 5, 2), None, None),
        ((None, None, 21), datetime.date(2026, 11, 21), "2026-11-21"),
        ((None, None, 22), datetime.date(2026, 11, 21), "2026-11-22"),  # dated ahead by a day
        ((None, None, 23), datetime.date(2026, 11, 21), "2026-10-23"),
        ((None, None, 1), datetime.date(2026, 11, 30), "2026-12-01"),
        ((None, None, 31), datetime.date(2026, 1, 2), "2025-12-31"),
        ((None, None, 31), datetime.date(2026, 3, 2), None),
        ((None, None, 21), None, None),
    ],
)
def test_what_a_day_leaves_out_is_that_of_the_publication(
    day: Day, published: datetime.date | None, date: str | None
) -> None:
    assert full_date(day, published) == date
