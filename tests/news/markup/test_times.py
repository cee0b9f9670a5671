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
        ("Veröffentlicht am 13. Mai 2026 um 15:44", "2026-05-13T15:44:00+08:00", "minute"),
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
        ("Published: 4:35pm, 19 May, 2023 HKT", "2023-05-19T16:35:00+08:00"),
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


@pytest.mark.parametrize(("printed", "offset"), [("2026-07-01 09:30", "-04:00"), ("2025-12-01 09:30", "-05:00")])
def test_a_clock_that_keeps_summer_time_does_so(printed: str, offset: str) -> None:
    found = parse_time(printed, get("upi").clock)
    assert found
    assert (found.iso[-6:], found.zone_assumed) == (offset, True)


@pytest.mark.parametrize(
    ("printed", "iso"),
    [
        ("Mar. 3, 2025 at 11:27 AM", "2025-03-03T11:27"),
        ("March 3, 2025 12:49PM", "2025-03-03T12:49"),
        ("03:01 PM,Mar 13,2025", "2025-03-13T15:01"),
        ("20250313T0609", "2025-03-13T06:09"),
        ("20250313 06:09", "2025-03-13T06:09"),
        ("06:35 13.03.2025", "2025-03-13T06:35"),
        ("13.03.25 06:35", "2025-03-13T06:35"),
        ("jueves 13 de marzo de 2025 - 9:10 p.m.", "2025-03-13T21:10"),
        ("13 de março de 2025 às 09h30", "2025-03-13T09:30"),
        ("le 13 mars 2025 à 9h30", "2025-03-13T09:30"),
        ("1er mars 2025", "2025-03-01T00:00"),
        ("13 marzo 2025 ore 09.30", "2025-03-13T09:30"),
        ("13. März 2025, 9:30 Uhr", "2025-03-13T09:30"),
        ("13. marts 2025 kl. 20:00", "2025-03-13T20:00"),
        ("13.3.2025 klo 9.30", "2025-03-13T09:30"),
        ("13 mar 25 11:54", "2025-03-13T11:54"),
        ("13 grudnia 2024 9:30", "2024-12-13T09:30"),
        ("13. března 2025, 9:30", "2025-03-13T09:30"),
        ("13. ožujka 2025. u 09:30", "2025-03-13T09:30"),
        ("2025. március 13. 9:30", "2025-03-13T09:30"),
        ("2025 m. kovo 13 d.", "2025-03-13T00:00"),
        ("2025. gada 13. marts", "2025-03-13T00:00"),
        ("13 марта 2025, 09:30", "2025-03-13T09:30"),
        ("13 березня 2025 р., 09:30", "2025-03-13T09:30"),
        ("13 Наурыз 2025, 09:30", "2025-03-13T09:30"),
        ("13 Μαρτίου 2025, 09:30", "2025-03-13T09:30"),
        ("13 Mart 2025 Saat 09:30", "2025-03-13T09:30"),
        ("13 مارس/ آذار 2025", "2025-03-13T00:00"),
        ("13 كانون الثاني 2025", "2025-01-13T00:00"),
        ("13 मार्च 2025", "2025-03-13T00:00"),
        ("১৩ জানুয়ারি ২০২৫", "2025-01-13T00:00"),
        ("2025年3月13日上午9:30", "2025-03-13T09:30"),
        ("2025年3月13日 下午9:30", "2025-03-13T21:30"),
        ("2025年3月13日(木) 9時30分", "2025-03-13T09:30"),
        ("2025.03.13. 오후 9:30", "2025-03-13T21:30"),
        ("2025년 3월 13일 9시 30분", "2025-03-13T09:30"),
        ("13-03-2025 10.12", "2025-03-13T10:12"),
        ("03-04-2025 10.12", "2025-04-03T10:12"),
        ("20 tháng 3, 2025", "2025-03-20T00:00"),
        ("13 มีนาคม 2568 09:30 น.", "2025-03-13T09:30"),
        ("民國114年3月13日", "2025-03-13T00:00"),
        ("令和7年3月13日", "2025-03-13T00:00"),
        ("۲۳ اسفند ۱۴۰۳ - ۰۹:۳۰", "2025-03-13T09:30"),
        ("1403/12/30", "2025-03-20T00:00"),
        ("1404/01/01", "2025-03-21T00:00"),
    ],
)
def test_forms_of_many_languages_and_calendars(printed: str, iso: str) -> None:
    found = parse_time(printed, CHINA)
    assert found
    assert (found.iso[:16], found.zone_assumed) == (iso, True)
    assert (found.precision == "day") == iso.endswith("T00:00")


@pytest.mark.parametrize(
    ("zone", "offset"),
    [
        *((f"{name} {sign}8", "+08:00") for name in ("UTC", "GMT") for sign in ("+", "\N{FULLWIDTH PLUS SIGN}")),
        *(
            (f"{name}{minus}5", "-05:00")
            for name in ("UTC", "GMT ")
            for minus in ("-", "\N{MINUS SIGN}", "\N{EN DASH}")
        ),
        ("GMT +0800", "+08:00"),
        ("(GMT+8)", "+08:00"),
        ("(UTC +05:30)", "+05:30"),
        ("CET", "+01:00"),
        ("CEST", "+02:00"),
        ("BST", "+01:00"),
        ("IST", "+05:30"),
        ("EST", "-05:00"),
        ("ET", "-04:00"),
        ("PT", "-07:00"),
        ("JST", "+09:00"),
        ("(MSK)", "+03:00"),
        ("МСК", "+03:00"),
        ("HKT", "+08:00"),
        ("WIB", "+07:00"),
        ("PKT", "+05:00"),
        ("CST", "+08:00"),
    ],
)
def test_every_usual_spelling_of_a_zone(zone: str, offset: str) -> None:
    found = parse_time(f"13 June 2025 09:30 {zone}", CHINA)
    assert found
    assert (found.iso, found.zone_assumed) == (f"2025-06-13T09:30:00{offset}", False)


def test_a_name_of_several_zones_is_that_of_the_agency() -> None:
    found = [parse_time("13 June 2025 09:30 CST", timezone(timedelta(hours=hours))) for hours in (8, -6, 0)]
    assert [time.iso[-6:] for time in found if time] == ["+08:00", "-06:00", "-06:00"]


@pytest.mark.parametrize(
    ("day_first", "iso"), [(True, "2025-12-10"), (False, "2025-10-12"), (None, None)], ids=["day", "month", "unknown"]
)
def test_numbers_that_could_be_swapped_need_to_be_told(day_first: bool | None, iso: str | None) -> None:
    found = parse_time("10/12/2025 10:40", CHINA, day_first=day_first)
    assert (found.iso[:10] if found else None) == iso


@pytest.mark.parametrize("printed", ["2099-01-01", "1 January 2031", "1989-12-31", "1970-01-01T00:00:00Z"])
def test_nothing_was_published_in_the_future_or_before_the_web(printed: str) -> None:
    assert parse_time(printed, CHINA) is None
    assert parse_time(f"{printed}, then 2025-03-13", CHINA) is not None


def test_the_future_begins_where_the_caller_says() -> None:
    assert parse_time("2025-03-14", CHINA, latest=date(2025, 3, 13)) is None
    assert parse_time("2025-03-13", CHINA, latest=date(2025, 3, 13)) is not None


@pytest.mark.parametrize(
    "line",
    ["Updated 25 March 2025 10:00 Published 13 March 2025 09:30", "입력 2025. 3. 13. 09:30 수정 2025. 3. 25. 10:00"],
)
def test_an_update_may_stand_first(line: str) -> None:
    found = [parse_time(part, CHINA) for part in split_updated(line)]
    assert [time.iso[:10] for time in found if time] == ["2025-03-13", "2025-03-25"]


@pytest.mark.parametrize(
    "printed",
    ["2026 " * 5000, "12 " * 5000, "1 a" * 5000, "a" * 50_000, "12:30 " * 5000, "1/" * 9000, "12 a / " * 3000],
)
def test_hostile_lines_are_read_in_time(printed: str) -> None:
    assert parse_time(printed, CHINA) is None


_DAYS = ("2026-11-20", "1990-01-01", "1989-12-31", "2026-02-30", "1405-08-29", "2569-11-20", "9999-01-01")
_CLOCKS = ("09:30", "09:30:05", "09:30:05.123", "24:00", "23:59:60")
_ZONES = ("", "Z", "+08:00", "-0500", "+14:00", "+15:00", "+05:45")


@pytest.mark.parametrize("zone", _ZONES)
@pytest.mark.parametrize("clock", _CLOCKS)
@pytest.mark.parametrize("day", _DAYS)
def test_a_time_in_full_is_read_as_one_that_has_to_be_searched(day: str, clock: str, zone: str) -> None:
    stated, searched = (parse_time(text, CHINA) for text in (f"{day}T{clock}{zone}", f"{day}T{clock}{zone} | Post"))
    assert stated == searched
