"""The dates that a text prints, in a closed set of forms of many languages and calendars."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from unicodedata import normalize

from wirecrawl.news.markup.months import MONTHS, PERSIAN

_NAME = r"(?P<name>(?:كانون|تشرين)\s(?:الأول|الثاني)|[^\W\d_][^\s\d,./()|:-]{1,14})"
_SHORT = r"\d\d(?=,?\s\d{1,2}:\d\d)"  # a year of two digits has a clock behind it
_FORMS = (
    # 2026-11-20 | 2026/11/20 | 2024年04月24日 | 2026년 11월 20일 | 2026. 11. 20. | 2023 11/ 17
    re.compile(
        r"(?<!\d)(?P<year>\d{4})(?:\s?[-/.年년]\s?|\s(?=\d{1,2}\s?/))(?P<month>\d{1,2})\s?[-/.月월]\s?"
        r"(?P<day>\d{1,2})(?!\d(?!\d?:\d\d))(?:\s?[日일号]|\.(?!\d))?"
    ),
    # 20200516T14:51:53Z: ISO 8601 basic | 20120111 20:54
    re.compile(
        r"(?<!\d)(?P<year>\d{4})(?P<month>\d\d)(?P<day>\d\d)T(?P<hour>\d\d):?(?P<minute>\d\d)(?::?(?P<second>\d\d))?"
        r"(?P<before>)(?P<zone>Z|[+-]\d\d:?\d\d)?"
    ),
    re.compile(r"(?<!\d)(?P<year>\d{4})(?P<month>\d\d)(?P<day>\d\d)(?=\s\d\d:\d\d)"),
    # February 16, 2017 | Feb.16, 2017 | Jan 12,2012
    re.compile(rf"(?<!\w){_NAME}(?:\.\s?|\s)(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:,\s?|\s)(?P<year>\d{{4}})(?!\d)"),
    # 20.11.2026 | 28. 04. 2023 | 28.11.11 16:58: with dots the day is first
    re.compile(rf"(?<![\d.])(?P<day>\d{{1,2}})\.\s?(?P<month>\d{{1,2}})\.\s?(?P<year>\d{{4}}|{_SHORT})(?!\d)"),
    # 20-11-2026: with dashes too, unless it cannot be
    re.compile(r"(?<![\d-])(?P<first>\d{1,2})(?P<dash>-)(?P<second_part>\d{1,2})-(?P<year>\d{4})(?![\d-])"),
    # 16 February 2017 | 16. März 2017 | 20 de noviembre de 2026 | 4 sty 12 11:54 | 20-Nov-2026
    re.compile(
        rf"(?<!\d)(?P<day>\d{{1,2}})(?:st|nd|rd|th|er|[º°ª])?\.?(?:\s|-|\sde\s|\sdi\s|\sdel\s){_NAME}"
        rf"(?:\s?/\s?[^\W\d_]{{2,10}})?\.?,?(?:\s(?:de\s|del\s|di\s)?|-)(?P<year>\d{{4}}|{_SHORT})(?!\d)(?:\s[гр]\.)?"
    ),
    # 20 tháng 11, 2026
    re.compile(r"(?<!\d)(?P<day>\d{1,2})\stháng\s(?P<month>\d{1,2}),?\s(?:năm\s)?(?P<year>\d{4})(?!\d)"),
    # 2024. január 12. | 2024 m. sausio 12 d. | 2024. gada 12. janvāris | 2024 жылғы 12 қаңтар
    re.compile(
        rf"(?<!\d)(?P<year>\d{{4}})\.?(?:\s(?:m\.|gada|жылғы|жыл|оны))?\s"
        rf"(?:(?P<number>\d{{1,2}})\.?\s)?{_NAME}(?(number)|\s(?P<day>\d{{1,2}}))(?!\d)"
    ),
    # Tue Dec 30 11:03:00 UTC 2014
    re.compile(
        r"\b(?P<name>[A-Z][a-z]{2})\s(?P<day>\d{1,2})\s(?P<hour>\d\d):(?P<minute>\d\d):(?P<second>\d\d)"
        r"(?:\s(?P<zone>[A-Z]{2,4}))?(?P<before>)\s(?P<year>\d{4})\b"
    ),
    # 11/17/2023 | 17/11/2023
    re.compile(r"(?<![\d/])(?P<first>\d{1,2})/(?P<second_part>\d{1,2})/(?P<year>\d{4})(?!\d)"),
    # 民國101年1月12日 | 令和6年1月12日 | Juche108.12.10.
    re.compile(
        r"(?P<era>民國|民国|令和|平成|昭和|Juche|주체)\s?(?P<year>\d{1,3})[年.]\s?(?P<month>\d{1,2})[月.]\s?"
        r"(?P<day>\d{1,2})[日.]?"
    ),
)
_ERAS = {"民國": 1911, "民国": 1911, "令和": 2018, "平成": 1988, "昭和": 1925, "Juche": 1911, "주체": 1911}
_BUDDHIST, _BUDDHIST_YEARS = 543, range(2533, 2644)
_PERSIAN_YEARS = range(1369, 1480)
EARLIEST = date(1990, 1, 1)  # nothing on the web is older; 0001 and 1970 are what databases print for "no date"
_MONTHS_A_YEAR = 12


def dates(text: str, day_first: bool | None) -> Iterator[tuple[re.Match[str], date]]:
    """Every date in a text, form by form; `day_first` tells which of 10/12/2018 is the day, None for neither."""
    for form in _FORMS:
        for found in form.finditer(text):
            try:
                yield found, _date(found.groupdict(), day_first)
            except (ValueError, KeyError):
                continue


def _date(part: dict[str, str | None], day_first: bool | None) -> date:
    """The day of a match. Raises ValueError or KeyError where it is none."""
    printed = part["year"] or ""
    year, number = _year(printed, part.get("era")), int(part.get("day") or part.get("number") or 0)
    if name := part.get("name"):
        name = normalize("NFC", name.lower())
        return _persian(year, PERSIAN[name], number) if name in PERSIAN else date(year, MONTHS[name], number)
    if part.get("first"):
        order = True if part.get("dash") and day_first is None else day_first
        return date(year, *_month_and_day(int(part["first"] or 0), int(part["second_part"] or 0), order))
    month = int(part["month"] or 0)
    if year in _PERSIAN_YEARS:
        return _persian(year, month, number)
    return date(year, month, number)


def _year(printed: str, era: str | None) -> int:
    """The year of our era: 26 is 2026, 民國101 is 2012, the Buddhist 2567 is 2024."""
    year = int(printed)
    if era:
        return year + _ERAS[era]
    if year in _BUDDHIST_YEARS:
        return year - _BUDDHIST
    return year + 2000 - 100 * (year >= EARLIEST.year % 100) if len(printed) == len("26") else year


def _persian(year: int, month: int, day: int) -> date:
    """The day of a Persian date, whose leap years return in 33 years from 1343 to 1501."""
    leaps = sum((n % 33) in (1, 5, 9, 13, 17, 22, 26, 30) for n in range(min(_PERSIAN_YEARS), year))
    longest = 31 if month <= 6 else 30
    if not (1 <= month <= _MONTHS_A_YEAR and 1 <= day <= longest and year in _PERSIAN_YEARS):
        raise ValueError("no day of the Persian calendar")
    days = 365 * (year - min(_PERSIAN_YEARS)) + leaps + 30 * (month - 1) + min(month - 1, 6) + day - 1
    return date(1990, 3, 21) + timedelta(days=days)


def _month_and_day(first: int, second: int, day_first: bool | None) -> tuple[int, int]:
    """Tell month from day where one of them can be no month; agencies print either first."""
    if first <= _MONTHS_A_YEAR and second <= _MONTHS_A_YEAR and first != second and day_first is None:
        raise ValueError("day and month could be swapped")
    swapped = first > _MONTHS_A_YEAR or (bool(day_first) and second <= _MONTHS_A_YEAR)
    return (second, first) if swapped else (first, second)
