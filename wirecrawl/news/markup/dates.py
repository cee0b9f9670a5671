"""The dates that a text prints, in a closed set of forms of many languages and calendars."""

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from unicodedata import normalize

from wirecrawl.news.markup.calendars import (
    HIJRI_YEARS,
    PERSIAN_YEARS,
    hijri,
    number,
    persian,
    without_buddhist,
    year_of_era,
)
from wirecrawl.news.markup.date_forms import FORMS, HIJRI_FORM
from wirecrawl.news.markup.months import BY_DOT, HIJRI, MONTHS, PERSIAN
from wirecrawl.news.markup.weekdays import weekday_beside

EARLIEST = date(1990, 1, 1)  # nothing on the web is older; 0001 and 1970 are what databases print for "no date"
_MONTHS_A_YEAR = 12
_FOLDED = str.maketrans({"ي": "ی", "ك": "ک", "\u200c": None, ".": None})


def dates(text: str, day_first: bool | None) -> Iterator[tuple[re.Match[str], date]]:
    """Every date in a text, form by form; `day_first` tells which of 10/12/2018 is the day, None for neither.

    A year of the Persian calendar may be one of the Islamic calendar too: then both days are given, the Persian first.
    """
    any_found = False
    for found in _matches(text):
        for day in _days(found, day_first):
            any_found = True
            yield found, day
    if not any_found and _is_arabic(text):
        yield from _hijri_dates(text)


def _matches(text: str) -> Iterator[re.Match[str]]:
    for signs, form in FORMS:
        for sign in signs:
            if sign in text:
                yield from form.finditer(text)
                break


def _hijri_dates(text: str) -> Iterator[tuple[re.Match[str], date]]:
    for found in HIJRI_FORM.finditer(text):
        with suppress(ValueError):
            yield found, hijri(int(found["year"]), HIJRI[" ".join(found["name"].split())], int(found["day"]))


def _is_arabic(text: str) -> bool:
    return any("\u0600" <= sign <= "\u06ff" for sign in text)


def _days(found: re.Match[str], day_first: bool | None) -> list[date]:
    """The days that a match may be, the likeliest first; none where it is no date."""
    part, days = found.groupdict(), []
    with suppress(ValueError, KeyError):
        days.append(_date(found, part, day_first))
    if part.get("month") and number(part["year"] or "") in HIJRI_YEARS:
        with suppress(ValueError):
            days.append(hijri(number(part["year"] or ""), int(part["month"] or 0), int(part["day"] or 0)))
    return days


def _date(found: re.Match[str], part: dict[str, str | None], day_first: bool | None) -> date:
    """The day of a match. Raises ValueError or KeyError where it is none."""
    year = _year(part["year"] or "", part)
    if name := part.get("name"):
        dotted = found.string[found.end("day") : found.end("day") + 1] == "."
        return _named(year, normalize("NFC", name.lower()), int(part.get("day") or part.get("number") or 0), dotted)
    if part.get("first"):
        return _numeric(found, year, day_first)
    month, day = number(part["month"] or "0"), number(part["day"] or "0")
    return persian(year, month, day) if year in PERSIAN_YEARS else date(year, month, day)


def _named(year: int, month: str, day: int, dotted: bool) -> date:
    if month in BY_DOT:
        return date(year, BY_DOT[month][dotted], day)
    if month in MONTHS:
        return date(year, MONTHS[month], day)
    month = month.translate(_FOLDED)
    return persian(year, PERSIAN[month], day) if month in PERSIAN else date(year, MONTHS[month], day)


def _year(printed: str, part: dict[str, str | None]) -> int:
    """The year of our calendar, but for Persian years: 26 is 2026, 民國101 is 2012, the Buddhist 2567 is 2024."""
    year = number(printed)
    if era := part.get("era"):
        return year_of_era(era, year)
    if part.get("republic") is not None:
        return year_of_era("民國", year)
    if part.get("buddhist") is not None:
        return without_buddhist(year + 2500)
    short = len(printed) == len("26")
    return year + 2000 - 100 * (year >= EARLIEST.year % 100) if short else without_buddhist(year)


def _numeric(found: re.Match[str], year: int, day_first: bool | None) -> date:
    """The day of 01.11.2012: which number is the month, the number itself, the weekday beside it or its signs tell."""
    first, second = int(found["first"]), int(found["second_part"])
    kind = found.groupdict()
    order = True if "dot" in kind or ("dash" in kind and day_first is None) else day_first
    if max(first, second) <= _MONTHS_A_YEAR and first != second:
        weekday = weekday_beside(found.string, *found.span())
        proven = [one for one in (True, False) if _ordered(year, first, second, one).weekday() == weekday]
        order = proven[0] if len(proven) == 1 else order
        if order is None:
            raise ValueError("day and month could be swapped")
        return _ordered(year, first, second, order)
    return _ordered(year, first, second, first > _MONTHS_A_YEAR)


def _ordered(year: int, first: int, second: int, day_first: bool) -> date:
    return date(year, second, first) if day_first else date(year, first, second)
