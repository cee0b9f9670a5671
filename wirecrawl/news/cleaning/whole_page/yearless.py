"""Days that a page prints without a year: "4 March, 14:05", "Tue, Mar 4", "3月4日", "3/4(火)".

The year is that of the address or of a time that the page states. Else the day is the last such one up to the latest
day that the page prints elsewhere, or up to the end of the year in its copyright line. A page that has none of these
tells no year: what is read of it must not depend on the day on which it is read. A weekday beside it must agree.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, timedelta

from wirecrawl.news.markup.months import MONTHS
from wirecrawl.news.markup.times import parse_time
from wirecrawl.news.markup.weekdays import weekday_beside

_NO_YEAR = r"(?![^\W_])(?!\.?,?\s?(?:de\s|г\.?\s)?(?:19|20)\d\d)"
_FORMS = (
    re.compile(
        rf"(?<![\d./:-])(?P<day>\d{{1,2}})(?:\.|st|nd|rd|th|er|º)?\s(?:de\s)?(?P<name>[^\W\d_]{{3,12}}){_NO_YEAR}\.?"
    ),
    re.compile(rf"(?<!\w)(?P<name>[^\W\d_]{{3,12}})\.?\s(?P<day>\d{{1,2}})(?:st|nd|rd|th)?{_NO_YEAR}(?![:.]\d)"),
    re.compile(r"(?<![\d年])(?P<month>\d{1,2})\s?[月월]\s?(?P<day>\d{1,2})\s?[日일]"),
    re.compile(r"(?<![\d/])(?P<month>\d{1,2})/(?P<day>\d{1,2})(?=\s?[(（](?P<weekday>[月火水木金土日])[)）])"),
)
_COPYRIGHT = re.compile(r"(?:©|\(c\)|copyright)\D{0,30}(?:(?:19|20)\d\d\s?[-–]\s?)?(?P<year>(?:19|20)\d\d)", re.I)
_WEEK = "月火水木金土日"
_YEARS = 8  # back, in which a weekday is looked for
_AHEAD = timedelta(days=1)


def with_year(
    lines: Iterable[str], known: date | None, stated: Sequence[date], page: Sequence[str]
) -> tuple[str, str] | None:
    """The first line that prints a day without a year: with its year put in, and as it is printed; None for none.

    `known` is the day in the address, `stated` are days that the page states, `page` are its short lines.

    >>> with_year(["Tuesday, 4 March, 14:05"], None, [], ["© 2025 Post"])
    ('Tuesday, 4 March 2025, 14:05', 'Tuesday, 4 March, 14:05')
    """
    for line in lines:
        for found in _found(line):
            if day := _day(found, known, stated, page):
                return f"{line[: found.start()]}{_printed(found, day)}{line[found.end() :]}", line
    return None


def _found(line: str) -> Iterator[re.Match[str]]:
    for form in _FORMS:
        if (found := form.search(line)) and _month(found):
            yield found


def _month(found: re.Match[str]) -> int | None:
    part = found.groupdict()
    return MONTHS.get((part.get("name") or "").lower()) if "name" in part else int(part["month"] or 0)


def _printed(found: re.Match[str], day: date) -> str:
    if "month" in found.groupdict():
        return f"{day.year}年{day.month}月{day.day}日"
    text = found[0].removesuffix(".") if found[0].endswith(".") else found[0]
    joint = "," if found.start("name") < found.start("day") else ""
    return f"{text}{joint} {day.year}"


def _day(found: re.Match[str], known: date | None, stated: Sequence[date], page: Sequence[str]) -> date | None:
    month, number = _month(found) or 0, int(found["day"])
    weekday = _weekday(found)
    for year in (one.year for one in (known, *stated) if one):
        day = _date(year, month, number)
        if day and (weekday is None or day.weekday() == weekday):
            return day
    latest = _latest(page)
    if latest is None:
        return None
    years = range(latest.year, latest.year - (_YEARS if weekday is not None else 2), -1)
    days = (day for year in years if (day := _date(year, month, number)) and day <= latest + _AHEAD)
    return next((day for day in days if weekday is None or day.weekday() == weekday), None)


def _weekday(found: re.Match[str]) -> int | None:
    if sign := found.groupdict().get("weekday"):
        return _WEEK.index(sign)
    return weekday_beside(found.string, *found.span())


def _latest(page: Sequence[str]) -> date | None:
    """The latest day that a page prints, else the end of the year of its copyright, None without either."""
    if printed := [time.day for text in page if (time := parse_time(text, UTC))]:
        return max(printed)
    years = [int(found["year"]) for text in page if (found := _COPYRIGHT.search(text))]
    return date(max(years), 12, 31) if years else None


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
