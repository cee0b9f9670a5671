"""The time a page prints, with how exact it is and whether its zone was assumed.

A closed set of printed forms, no guessing: agencies print few of them, and a parser that accepts anything
finds dates in phone numbers.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo

from wirecrawl.items import Precision

_MONTHS = {name: n for n, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)}
_MONTHS |= {"mär": 3, "mai": 5, "okt": 10, "dez": 12}  # where German differs
_ZONES = {"EST": timedelta(hours=-5), "EDT": timedelta(hours=-4)}  # other names mean several zones
_ZONE = r"(?:UTC|GMT)?[+-]\d{1,2}(?::?\d\d)?|Z\b|UTC|GMT|E[SD]T\b"
_CLOCK = (
    r"(?:(?:[\sT,|/]{0,3}|\s[-–]\s)(?P<clock>\d{1,2}:\d\d(?::\d\d)?(?:\.\d+)?)"
    rf"(?:\s?(?P<half>[AaPp]\.?[Mm]\b\.?))?(?:\s?(?P<zone>{_ZONE}))?)?"
)
_FORMS = (
    # 2026-11-20 09:30:00 | 2026-11-20T01:30:00Z | 2026/11/20 | 2024年04月24日23:52 | 2023 11/ 17 20:52:15
    re.compile(r"(?P<year>\d{4})\s?[-/.年\s]\s?(?P<month>\d{1,2})\s?[-/.月]\s?(?P<day>\d{1,2})日?" + _CLOCK),
    # 20200516T14:51:53Z: ISO 8601 basic
    re.compile(r"\b(?P<year>\d{4})(?P<month>\d\d)(?P<day>\d\d)(?=T\d)" + _CLOCK),
    # February 16, 2017 | Feb. 16, 2017, 10:30 | Jul 23, 2021 - 19:40 | April 28, 2024 3:00 PM
    re.compile(r"\b(?P<name>[A-Z][a-z]{2,8})\.?\s(?P<day>\d{1,2}),?\s(?P<year>\d{4})" + _CLOCK),
    # 20.11.2026 | 28. 04. 2023 09:30: with dots the day is first
    re.compile(r"(?<![\d.])(?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})\.\s?(?P<year>\d{4})(?!\d)" + _CLOCK),
    # 16 February 2017 | 16. März 2017
    re.compile(r"\b(?P<day>\d{1,2})\.?\s(?P<name>[A-Z][a-zä]{2,8})\.?,?\s(?P<year>\d{4})" + _CLOCK),
    # Tue Dec 30 11:03:00 UTC 2014
    re.compile(
        r"\b(?P<name>[A-Z][a-z]{2})\s(?P<day>\d{1,2})\s(?P<clock>\d\d:\d\d:\d\d)\s(?P<zone>UTC|GMT|E[SD]T)\s(?P<year>\d{4})\b"
    ),
    # 11/17/2023 05:40 PM | 17/11/2023
    re.compile(r"(?<![\d/])(?P<first>\d{1,2})/(?P<second>\d{1,2})/(?P<year>\d{4})" + _CLOCK),
)
_SECONDS = re.compile(r"@(1\d{9})")  # Unix seconds, 2001 to 2033; a selector sets the @ before a bare number
_YEARS = (1900, 2100)  # 0001 and 9999 are what databases print for "no date"
_OFFSET = re.compile(r"([+-])(\d{1,2}?):?(\d\d)?$")
_LARGEST_OFFSET = timedelta(hours=14)  # Kiribati
_UPDATED = re.compile(
    r"(?:last\s)?updated?(?:\son|\sat)?\s?[:：]?\s?|更新时间\s?[:：]?\s?|güncelleme\s?:\s?|"
    r"(?:zuletzt\s)?aktualisiert|mise?\sà\sjour|actualizado|atualizado|aggiornat[oa]|обновлено|bijgewerkt|opdateret",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Printed:
    """A time as a page prints it; `iso` has the page's offset, or the agency's when `zone_assumed`.

    `raw` is None for a day that stands in the address only.
    """

    iso: str
    raw: str | None
    precision: Precision
    zone_assumed: bool

    @property
    def day(self) -> date:
        return datetime.fromisoformat(self.iso).date()


def parse_time(text: str, zone: tzinfo) -> Printed | None:
    """The first time printed in `text`, None when there is none; `zone` is that of a clock without one.

    >>> parse_time("Xinhua, February 16, 2017 Adjust font size:", timezone(timedelta(hours=8))).iso
    '2017-02-16T00:00:00+08:00'
    """
    if seconds := _SECONDS.fullmatch(text):
        return _instant(seconds[1], zone)
    found = [match for form in _FORMS for match in form.finditer(text) if _is_date(match)]
    return _printed(min(found, key=lambda match: match.start()), zone) if found else None


def _instant(seconds: str, zone: tzinfo) -> Printed:
    """Unix seconds name an instant, so nothing is assumed; it is told by the clock of the agency, as on its page."""
    moment = datetime.fromtimestamp(int(seconds), zone)
    return Printed(moment.isoformat(), seconds, "second", False)


def exact_first(printed: Sequence[str]) -> list[str]:
    """Times as printed, in their order, but one with a clock before the first if that has only the same day.

    >>> exact_first(["2020-03-23", "2020-03-23T17:10:08Z"])
    ['2020-03-23T17:10:08Z', '2020-03-23']
    """
    read = [(text, time) for text in printed if (time := parse_time(text, UTC))]
    if not read or read[0][1].precision != "day":
        return list(printed)
    day = read[0][1].day
    exact = next((text for text, time in read if time.precision != "day" and time.day == day), None)
    return [exact, *(text for text in printed if text != exact)] if exact else list(printed)


def split_updated(text: str) -> tuple[str, str]:
    """The parts of a printed time line before and after its word for "updated", "" where there is none.

    >>> split_updated("2026-11-20 09:30 Updated: 2026-11-20 11:00")
    ('2026-11-20 09:30 ', '2026-11-20 11:00')
    """
    parts = _UPDATED.split(text, maxsplit=1)
    return (parts[0], parts[1]) if len(parts) == 2 else (text, "")


def _is_date(match: re.Match[str]) -> bool:
    try:
        return bool(_date(match))
    except (ValueError, KeyError):
        return False


def _date(match: re.Match[str]) -> date:
    part = match.groupdict()
    if part.get("first"):
        month, number = _month_and_day(int(part["first"]), int(part["second"]))
    else:
        month = _MONTHS[part["name"][:3].lower()] if part.get("name") else int(part["month"])
        number = int(part["day"])
    day = date(int(part["year"]), month, number)
    if not _YEARS[0] <= day.year <= _YEARS[1]:
        raise ValueError("a placeholder, not a date")
    return day


def _month_and_day(first: int, second: int) -> tuple[int, int]:
    """Tell month from day where one of them can be no month; agencies print either first."""
    if first <= 12 and second <= 12 and first != second:
        raise ValueError("day and month could be swapped")
    return (second, first) if first > 12 else (first, second)


def _printed(match: re.Match[str], assumed: tzinfo) -> Printed:
    clock = match["clock"]
    at = _clock(clock, match.groupdict().get("half"))
    precision: Precision = "day" if at is None else "second" if clock.count(":") == 2 else "minute"
    zone = _zone(match["zone"]) if at is not None else None  # a clock that cannot be is not read, nor its zone
    moment = datetime.combine(_date(match), at or time(), tzinfo=zone or assumed)
    return Printed(moment.isoformat(timespec="seconds"), " ".join(match[0].split()), precision, zone is None)


def _clock(printed: str | None, half: str | None) -> time | None:
    """The time of day; `half` is am or pm as printed. A clock of 24 hours may have one too: 17:40 PM."""
    try:
        hour, minute, *second = (printed or "").split(".")[0].split(":")
        hours = int(hour) % 12 + 12 * (half[0] in "Pp") if half and int(hour) <= 12 else int(hour)
        return time(hours, int(minute), int(second[0]) if second else 0)
    except ValueError:
        return None


def _zone(printed: str | None) -> timezone | None:
    """The zone as printed, None for none and for one that cannot be."""
    if printed in _ZONES:
        return timezone(_ZONES[printed])
    offset = _OFFSET.search(printed or "")
    if not offset:
        return UTC if printed else None
    sign, hours, minutes = offset.groups()
    span = timedelta(hours=int(hours), minutes=int(minutes or 0))
    return None if span > _LARGEST_OFFSET else timezone(-span if sign == "-" else span)
