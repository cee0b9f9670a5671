"""Printed times of agencies in their forms, languages and calendars, with the right reading of each."""

from datetime import date, timedelta, timezone

import pytest

from wirecrawl.news.markup import parse_time, split_updated

INDIA = timezone(timedelta(hours=5, minutes=30))
LATEST = date(2026, 12, 1)


def read(printed: str, *, day_first: bool | None = None) -> str | None:
    found = parse_time(split_updated(printed)[0], INDIA, latest=LATEST, day_first=day_first)
    if found is None:
        return None
    return found.iso[: {"day": 10, "minute": 16, "second": 19}[found.precision]]


@pytest.mark.parametrize(
    ("printed", "time"),
    [
        # English
        ("Mar. 12, 2013 at 10:26 AM", "2013-03-12T10:26"),
        ("March 17, 2013 11:48PM", "2013-03-17T23:48"),
        ("Posted at: Aug 24 2022 10:06AM", "2022-08-24T10:06"),
        ("PTI | 04:02 PM,Mar 13,2013", "2013-03-13T16:02"),
        ("AP Business Writer / March 12, 2013", "2013-03-12"),
        ("17 March 2013", "2013-03-17"),
        ("the 13th of March 2025", "2025-03-13"),
        ("13/Mar/2025", "2025-03-13"),
        ("13 Mar 25 11:54", "2025-03-13T11:54"),
        ("3:42pm IST, March 13, 2025", "2025-03-13T15:42"),
        ("HARBOUR TOWN | Wed Mar 12, 2014 5:41pm EST", "2014-03-12T17:41"),
        # German, Dutch, Scandinavian, Finnish
        ("Publiziert: 02.08.2024, 12:17", "2024-08-02T12:17"),
        ("13. Januar 2025, 8:30 Uhr", "2025-01-13T08:30"),
        ("11. marts 2021 kl. 21:01", "2021-03-11T21:01"),
        ("03. januar 2021 kl. 11:22", "2021-01-03T11:22"),
        ("13.01.25 kl. 08:30", "2025-01-13T08:30"),
        ("29.6.2021 18:44", "2021-06-29T18:44"),
        ("13.1.2025 klo 8.30", "2025-01-13T08:30"),
        ("13 januari 2025 kl 08.30", "2025-01-13T08:30"),
        # Romance languages
        ("le 13 janvier 2025 à 08h30", "2025-01-13T08:30"),
        ("miércoles 27 de abril de 2023 - 8:11 p.m.", "2023-04-27T20:11"),
        ("13/ene/2025", "2025-01-13"),
        ("13 de janeiro de 2025 às 08h30", "2025-01-13T08:30"),
        ("Publicado em 23/11/2021 - 05:31", "2021-11-23T05:31"),
        ("13 gennaio 2025 ore 08:30", "2025-01-13T08:30"),
        # Slavic and Baltic languages, Hungarian, Greek, Turkish, Kazakh, Mongolian
        ("02:06 06.02.2013", "2013-02-06T02:06"),
        ("29.12.12 17:59", "2012-12-29T17:59"),
        ("18.02.13", "2013-02-18"),
        ("11:20:17 ¤ 12 мая 2014", "2014-05-12T11:20:17"),
        ("суббота, 16.02.2013, 07:36", "2013-02-16T07:36"),
        ("13 січня 2025, 08:30", "2025-01-13T08:30"),
        ("13 студзеня 2025", "2025-01-13"),
        ("5 lut 13 12:55", "2013-02-05T12:55"),
        ("03.02.2013 , aktualizacja: 03.02.2013 09:21", "2013-02-03"),
        ("13. ledna 2025, 8:30", "2025-01-13T08:30"),
        ("13. siječnja 2025. u 08:30", "2025-01-13T08:30"),
        ("13. јануар 2025. 08:30", "2025-01-13T08:30"),
        ("2021.11.27 14:45", "2021-11-27T14:45"),
        ("2025 m. sausio 13 d. 08:30", "2025-01-13T08:30"),
        ("2025. gada 13. janvārī plkst. 08:30", "2025-01-13T08:30"),
        ("2025. január 13., hétfő 8:30", "2025-01-13T08:30"),
        ("13 Ιανουαρίου 2025, 08:30", "2025-01-13T08:30"),
        ("15.12.2025 - 17:03", "2025-12-15T17:03"),
        ("2025 ж. 13 қаңтар", "2025-01-13"),
        ("2025 оны 1 дүгээр сарын 13", "2025-01-13"),
        # Arabic, Urdu
        ("04 يونيو 2021", "2021-06-04"),
        ("الاثنين، 13 يناير، 2025 - 08:30", "2025-01-13T08:30"),
        ("١٣ يناير ٢٠٢٥ ٠٨:٣٠ م", "2025-01-13T20:30"),
        ("18 مارس/ آذار 2021", "2021-03-18"),
        ("13 جنوری، 2025", "2025-01-13"),
        # Chinese, Japanese, Korean, Vietnamese, Thai
        ("2013年02月18日 18:34", "2013-02-18T18:34"),
        ("2013年2月13日‧星期三 【15:16】", "2013-02-13T15:16"),
        ("20130212 19:53", "2013-02-12T19:53"),
        ("2013年02月12日19:53", "2013-02-12T19:53"),
        ("２０１３年２月１８日　０９：３２：１７", "2013-02-18T09:32:17"),
        ("二〇一三年二月十八日", "2013-02-18"),
        ("2021年8月16日 12時01分", "2021-08-16T12:01"),
        ("2025.01.13. 오후 8:30", "2025-01-13T20:30"),
        ("송고시간 2025-01-13 08:30", "2025-01-13T08:30"),
        ("2013-02-12 HKT 20:42", "2013-02-12T20:42"),
        ("14 ม.ค. 2568 08:30 น.", "2025-01-14T08:30"),
        ("14 มกราคม 2568 08:30 น.", "2025-01-14T08:30"),
    ],
)
def test_a_printed_time_is_read_right(printed: str, time: str) -> None:
    assert read(printed) == time


@pytest.mark.parametrize(
    ("printed", "day"),
    [
        ("3 تير 1400", "2021-06-24"),
        ("۱۳ دی ۱۴۰۳ - ۰۸:۳۰", "2025-01-02T08:30"),
        ("1403/10/23 - 08:30", "2025-01-12T08:30"),
        ("13 جدی 1403", "2025-01-02"),
        ("12 شوال 1442هـ", "2021-05-24"),
        ("1 محرم 1445", "2023-07-19"),
        ("29 جمادى الآخرة 1446 هـ", "2024-12-30"),
        ("1446/07/01", "2025-01-01"),
        ("12 شوال 1442هـ - 24 مايو 2021م", "2021-05-24"),
        ("民國102年2月13日", "2013-02-13"),
        ("中華民國一〇二年二月十三日", "2013-02-13"),
        ("102年2月13日", "2013-02-13"),
        ("102/02/13 08:30", "2013-02-13T08:30"),
        ("令和7年2月13日", "2025-02-13"),
        ("令和元年6月3日", "2019-06-03"),
        ("平成25年2月13日", "2013-02-13"),
        ("Juche109.11.11.", "2020-11-11"),
        ("Juche 109 (2020).11.11", "2020-11-11"),
        ("14 ธ.ค. 2567", "2024-12-14"),
    ],
)
def test_other_calendars_give_the_day_of_ours(printed: str, day: str) -> None:
    assert read(printed) == day


@pytest.mark.parametrize(
    ("printed", "day_first", "time"),
    [
        ("Posted on Tuesday, 02.12.13", None, "2013-02-12"),
        ("Tuesday, 02/12/2013", None, "2013-02-12"),
        ("Monday, 02/12/2013", None, "2013-12-02"),
        ("Monday, 02/12/2013", False, "2013-12-02"),
        ("Thứ sáu, 07/02/2025 08:30", None, "2025-02-07T08:30"),
        ("вторник, 12.02.2013", None, "2013-02-12"),
        ("Posted: 02/12/2013 4:47 PM", False, "2013-02-12T16:47"),
        ("Posted: 02/12/2013 4:47 PM", None, None),
        ("10/ 6/13 08:18 PM ET, Post", False, "2013-10-06T20:18"),
        ("13/02/2025 à 8h30", None, "2025-02-13T08:30"),
        ("02/03/2025 à 8h30", True, "2025-03-02T08:30"),
    ],
)
def test_a_weekday_proves_which_number_is_the_month(printed: str, day_first: bool | None, time: str | None) -> None:
    assert read(printed, day_first=day_first) == time


@pytest.mark.parametrize(
    ("printed", "iso"),
    [
        ("20130206T0206+0400Z", "2013-02-06T02:06:00+04:00"),
        ("GMT 16:28 18.03.2021", "2021-03-18T16:28:00+00:00"),
        ("Senin, 13 Januari 2025 08:30 WIB", "2025-01-13T08:30:00+07:00"),
        ("2013-02-12 HKT 20:42", "2013-02-12T20:42:00+08:00"),
        ("13.01.2025, 08:30 МСК", "2025-01-13T08:30:00+03:00"),
        ("March 13, 2025 3:42pm IST", "2025-03-13T15:42:00+05:30"),
    ],
)
def test_a_printed_zone_is_that_of_the_time(printed: str, iso: str) -> None:
    found = parse_time(printed, INDIA, latest=LATEST)
    assert found and not found.zone_assumed and found.iso == iso


@pytest.mark.parametrize(
    "printed", ["version 10.04.12.3", "+1 12/34/56/78", "110/70/12", "29 February 2025", "31 شوال 1442", "1442/13/01"]
)
def test_what_is_no_day_in_its_calendar_is_no_time(printed: str) -> None:
    assert read(printed) is None


@pytest.mark.parametrize(
    "text", ["一" * 5000 + "年", "12/ " * 5000, "1.1." * 5000, "شوال " * 3000, "民國1" * 3000 + "年"]
)
def test_hostile_lines_in_other_calendars_are_read_in_time(text: str) -> None:
    assert read(text) is None
