"""Printed times: a closed set of forms, their precision, and whether the zone was assumed."""

from datetime import date, timedelta, timezone

import pytest

from wirecrawl.news.agencies import get
from wirecrawl.news.markup import parse_time, split_updated

CHINA = timezone(timedelta(hours=8))


@pytest.mark.parametrize(
    ("printed", "iso", "precision"),
    [
        ("2026-11-20 09:30:05", "2026-11-20T09:30:05+08:00", "second"),
        ("2026-11-20 09:30:05.123", "2026-11-20T09:30:05+08:00", "second"),
        ("2026-11-20T09:30:05", "2026-11-20T09:30:05+08:00", "second"),
        ("2026-11-20 09:30", "2026-11-20T09:30:00+08:00", "minute"),
        ("2026-11-20 9:30", "2026-11-20T09:30:00+08:00", "minute"),
        ("2026-11-20|09:30", "2026-11-20T09:30:00+08:00", "minute"),
        ("2026-11-20", "2026-11-20T00:00:00+08:00", "day"),
        ("2026/11/20", "2026-11-20T00:00:00+08:00", "day"),
        ("2026.1.2", "2026-01-02T00:00:00+08:00", "day"),
        ("2024年04月24日23:52", "2024-04-24T23:52:00+08:00", "minute"),
        ("2024年4月24日", "2024-04-24T00:00:00+08:00", "day"),
        ("2023 11/ 17 20:52:15", "2023-11-17T20:52:15+08:00", "second"),
        ("Xinhua, February 16, 2017 Adjust font size:", "2017-02-16T00:00:00+08:00", "day"),
        ("Feb. 16, 2017", "2017-02-16T00:00:00+08:00", "day"),
        ("Sept. 5, 2016, 10:30", "2016-09-05T10:30:00+08:00", "minute"),
        ("16 February 2017", "2017-02-16T00:00:00+08:00", "day"),
        ("English.news.cn   2010-10-08 14:20", "2010-10-08T14:20:00+08:00", "minute"),
        ("Source: Xinhua | 2026-11-20 09:30:00 | Editor: huaxia", "2026-11-20T09:30:00+08:00", "second"),
        ("20.11.2026", "2026-11-20T00:00:00+08:00", "day"),
        ("5.4.2026 9:30", "2026-04-05T09:30:00+08:00", "minute"),
        ("February 29, 2024", "2024-02-29T00:00:00+08:00", "day"),
        ("Jul 23, 2021 - 19:40", "2021-07-23T19:40:00+08:00", "minute"),
        ("April 28, 2024 3:00 AM", "2024-04-28T03:00:00+08:00", "minute"),
        ("April 28, 2024 3:00 PM", "2024-04-28T15:00:00+08:00", "minute"),
        ("April 28, 2024 12:05 a.m.", "2024-04-28T00:05:00+08:00", "minute"),
        ("April 28, 2024 12:05 p.m.", "2024-04-28T12:05:00+08:00", "minute"),
        ("April 28, 2024 17:40 PM", "2024-04-28T17:40:00+08:00", "minute"),
        ("April 28, 2024 3:00 Amman", "2024-04-28T03:00:00+08:00", "minute"),
        ("11/17/2023 05:40 PM", "2023-11-17T17:40:00+08:00", "minute"),
        ("17/11/2023 05:40 PM", "2023-11-17T17:40:00+08:00", "minute"),
        ("11/11/2023", "2023-11-11T00:00:00+08:00", "day"),
        ("January 19, 2020 / 12:25 PM / Updated 8 hours ago", "2020-01-19T12:25:00+08:00", "minute"),
        ("Feb. 16, 2017, 12:05 a.m.", "2017-02-16T00:05:00+08:00", "minute"),
        ("Tue Dec 30, 2014 4:33pm", "2014-12-30T16:33:00+08:00", "minute"),
        ("November 20, 2026 9:30 PMG", "2026-11-20T09:30:00+08:00", "minute"),
        ("Veröffentlicht am 13. Mai 2026 um 15:44", "2026-05-13T00:00:00+08:00", "day"),
        ("3. März 2026", "2026-03-03T00:00:00+08:00", "day"),
    ],
)
def test_every_printed_form_takes_the_zone_of_the_agency(printed: str, iso: str, precision: str) -> None:
    found = parse_time(printed, CHINA)
    assert found
    assert (found.iso, found.precision, found.zone_assumed) == (iso, precision, True)
    assert found.day == date.fromisoformat(iso[:10])


@pytest.mark.parametrize(
    ("printed", "iso"),
    [
        ("2026-11-20T01:30:00Z", "2026-11-20T01:30:00+00:00"),
        ("2026-11-20 01:30 UTC", "2026-11-20T01:30:00+00:00"),
        ("2026-11-20 01:30 GMT", "2026-11-20T01:30:00+00:00"),
        ("2026-11-20T09:30:00+08:00", "2026-11-20T09:30:00+08:00"),
        ("2026-11-20 09:30 +0800", "2026-11-20T09:30:00+08:00"),
        ("2026-11-19 20:30:00-05:00", "2026-11-19T20:30:00-05:00"),
        ("2026-11-20 07:00 +0530", "2026-11-20T07:00:00+05:30"),
        ("March 7, 2024 7:55 AM UTC", "2024-03-07T07:55:00+00:00"),
        ("June 13, 2016 4:03 PM EDT", "2016-06-13T16:03:00-04:00"),
        ("Tue Dec 30 11:03:00 UTC 2014", "2014-12-30T11:03:00+00:00"),
        ("Tue Dec 30 11:03:00 EST 2014", "2014-12-30T11:03:00-05:00"),
    ],
)
def test_a_printed_zone_is_kept_and_not_assumed(printed: str, iso: str) -> None:
    found = parse_time(printed, CHINA)
    assert found
    assert (found.iso, found.zone_assumed) == (iso, False)


def test_seconds_of_a_script_are_an_instant_by_the_clock_of_the_agency() -> None:
    found = parse_time("@1795138200", CHINA)
    assert found
    assert (found.iso, found.precision, found.zone_assumed) == ("2026-11-20T09:30:00+08:00", "second", False)
    assert found.raw == "1795138200"


@pytest.mark.parametrize("printed", ["2026-11-20 09:30 GMT+8", "2026-11-20 09:30 UTC+8", "2026-11-20 09:30 GMT+08:00"])
def test_an_offset_behind_gmt_is_not_lost(printed: str) -> None:
    found = parse_time(printed, CHINA)
    assert found
    assert found.iso == "2026-11-20T09:30:00+08:00"


@pytest.mark.parametrize(
    "printed",
    [
        "",
        "Thursday",
        "2026-02-30",
        "Feb. 30, 2026",
        "February 29, 2026",
        "2026-13-01",
        "2026-00-10",
        "0000-01-01",
        "Foo 12, 2026",
        "09:30",
        "Tel: 86-10-88828000",
        "content_40302849",
        "20261120",
        "05/04/2026 10:40 PM",
        "31/31/2026",
        "1795138200",
        "@2026112009",
        "@",
    ],
)
def test_what_is_no_day_is_no_time(printed: str) -> None:
    assert parse_time(printed, CHINA) is None


@pytest.mark.parametrize("printed", ["2026-11-20 25:61", "2026-11-20 09:75", "2026-11-20 10:30:99"])
def test_an_impossible_clock_leaves_the_day(printed: str) -> None:
    found = parse_time(printed, CHINA)
    assert found
    assert (found.iso, found.precision, found.zone_assumed) == ("2026-11-20T00:00:00+08:00", "day", True)


@pytest.mark.parametrize("printed", ["2026-11-20 09:30 +99:99", "2026-11-20 09:30:00 -2400", "2026-11-20 09:30+25:00"])
def test_an_impossible_zone_leaves_the_day(printed: str) -> None:
    found = parse_time(printed, CHINA)
    assert found
    assert found.day == date(2026, 11, 20)
    assert found.zone_assumed


def test_the_first_real_time_in_the_line_wins() -> None:
    found = parse_time("2026-02-30 or Nov. 20, 2026, then 2026-11-21", CHINA)
    assert found
    assert (found.iso, found.raw) == ("2026-11-20T00:00:00+08:00", "Nov. 20, 2026")


def test_the_printed_form_is_kept_with_its_space_folded() -> None:
    found = parse_time("Time: 2026-11-20\n  09:30 | China", CHINA)
    assert found
    assert found.raw == "2026-11-20 09:30"


@pytest.mark.parametrize(
    ("line", "before", "after"),
    [
        ("2026-11-20 09:30 Updated: 2026-11-20 11:00", "2026-11-20 09:30 ", "2026-11-20 11:00"),
        ("2026-11-20 Last updated at 2026-11-21", "2026-11-20 ", "2026-11-21"),
        ("2026-11-20 更新时间：2026-11-21", "2026-11-20 ", "2026-11-21"),
        ("05.04.2026 - Güncelleme : 06.04.2026", "05.04.2026 - ", "06.04.2026"),
        ("2026-11-20 09:30", "2026-11-20 09:30", ""),
    ],
)
def test_published_and_updated_are_told_apart(line: str, before: str, after: str) -> None:
    assert split_updated(line) == (before, after)


@pytest.mark.parametrize(("printed", "offset"), [("2026-07-01 09:30", "-04:00"), ("2026-12-01 09:30", "-05:00")])
def test_a_clock_that_keeps_summer_time_does_so(printed: str, offset: str) -> None:
    found = parse_time(printed, get("upi").clock)
    assert found
    assert (found.iso[-6:], found.zone_assumed) == (offset, True)
