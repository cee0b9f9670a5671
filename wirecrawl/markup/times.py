"""The time a page prints, with how exact it is and whether its zone was assumed.

A closed set of printed forms, no guessing: agencies print few of them, and a parser that accepts anything
finds dates in phone numbers.
"""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone

from wirecrawl.items import Precision

_MONTHS = {
    name: n
    for n, name in enumerate(["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"], 1)
}
_CLOCK = r"(?:[\sT,|]{0,3}(?P<clock>\d{1,2}:\d\d(?::\d\d)?(?:\.\d+)?)(?:\s?(?P<zone>Z\b|UTC|GMT|[+-]\d\d:?\d\d))?)?"
_FORMS = (
    # 2026-11-20 09:30:00 | 2026-11-20T01:30:00Z | 2026/11/20 | 2024年04月24日23:52 | 2023 11/ 17 20:52:15
    re.compile(r"(?P<year>\d{4})\s?[-/.年\s]\s?(?P<month>\d{1,2})\s?[-/.月]\s?(?P<day>\d{1,2})日?" + _CLOCK),
    # February 16, 2017 | Feb. 16, 2017, 10:30
    re.compile(r"\b(?P<name>[A-Z][a-z]{2,8})\.?\s(?P<day>\d{1,2}),?\s(?P<year>\d{4})" + _CLOCK),
    # 16 February 2017
    re.compile(r"\b(?P<day>\d{1,2})\s(?P<name>[A-Z][a-z]{2,8})\.?,?\s(?P<year>\d{4})" + _CLOCK),
)
_UPDATED = re.compile(r"(?:last\s)?updated?(?:\son|\sat)?\s?[:：]?\s?|更新时间\s?[:：]?\s?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Printed:
    """A time as a page prints it. `iso` has the page's offset, or the agency's when `zone_assumed`."""

    iso: str
    raw: str
    precision: Precision
    zone_assumed: bool

    @property
    def day(self) -> date:
        return datetime.fromisoformat(self.iso).date()


def parse_time(text: str, zone: timedelta) -> Printed | None:
    """The first time printed in `text`, None when there is none; `zone` is the offset of a clock without one.

    >>> parse_time("Xinhua, February 16, 2017 Adjust font size:", timedelta(hours=8)).iso
    '2017-02-16T00:00:00+08:00'
    """
    found = [match for form in _FORMS for match in form.finditer(text) if _is_date(match)]
    return _printed(min(found, key=lambda match: match.start()), zone) if found else None


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
    month = _MONTHS[part["name"][:3].lower()] if part.get("name") else int(part["month"])
    return date(int(part["year"]), month, int(part["day"]))


def _printed(match: re.Match[str], zone: timedelta) -> Printed:
    clock, offset = match["clock"], match["zone"]
    at = _clock(clock)
    precision: Precision = "day" if at is None else "second" if clock.count(":") == 2 else "minute"
    offset = offset if at is not None else None  # a clock that cannot be is not read, nor its zone
    moment = datetime.combine(_date(match), at or time(), tzinfo=_zone(offset, zone))
    return Printed(moment.isoformat(timespec="seconds"), " ".join(match[0].split()), precision, offset is None)


def _clock(printed: str | None) -> time | None:
    try:
        hour, minute, *second = (printed or "").split(".")[0].split(":")
        return time(int(hour), int(minute), int(second[0]) if second else 0)
    except ValueError:
        return None


def _zone(printed: str | None, assumed: timedelta) -> timezone:
    if not printed:
        return timezone(assumed)
    if printed in ("Z", "UTC", "GMT"):
        return UTC
    sign = -1 if printed[0] == "-" else 1
    return timezone(sign * timedelta(hours=int(printed[1:3]), minutes=int(printed[-2:])))
