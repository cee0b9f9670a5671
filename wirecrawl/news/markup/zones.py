"""The zone of a clock that a page prints without one, from an instant that the page states of the same time."""

from dataclasses import replace
from datetime import datetime, timedelta, timezone, tzinfo

from wirecrawl.news.markup.times import Printed

_WEST, _EAST = timedelta(hours=-11), timedelta(hours=14)
_HALVES = frozenset((-210, -150, 210, 270, 330, 345, 390, 570, 630))  # minutes of the zones that are no whole hour
_HOUR = timedelta(hours=1)


def zone_of_clock(printed: Printed, stated: Printed) -> tzinfo | None:
    """The zone in which a printed clock shows the stated instant; None where they are no two forms of one time.

    A stated offset may be false: its clock is that of UTC, and the offset the one of the printed clock.

    >>> from datetime import UTC
    >>> from wirecrawl.news.markup.times import parse_time
    >>> printed, stated = parse_time("20.11.2026 13:44", UTC), parse_time("2026-11-20T11:44:09Z", UTC)
    >>> str(zone_of_clock(printed, stated))
    'UTC+02:00'
    """
    if "day" in (printed.precision, stated.precision) or not printed.zone_assumed or stated.zone_assumed:
        return None
    clock = datetime.fromisoformat(printed.iso).replace(second=0, tzinfo=None)
    moment = datetime.fromisoformat(stated.iso).replace(second=0)
    offset = moment.utcoffset() or timedelta()
    naive = moment.replace(tzinfo=None)
    if clock in (naive, naive + offset):
        return timezone(offset)
    span = clock - (naive - offset)
    usual = _WEST <= span <= _EAST and (span % _HOUR == timedelta() or span / timedelta(minutes=1) in _HALVES)
    return timezone(span) if usual else None


def with_zone(printed: Printed, stated: Printed | None) -> Printed:
    """A printed time with the zone that a stated instant gives its clock; the same where it gives none."""
    zone = zone_of_clock(printed, stated) if stated else None
    if zone is None:
        return printed
    iso = datetime.fromisoformat(printed.iso).replace(tzinfo=zone).isoformat()
    return replace(printed, iso=iso, zone_assumed=False)
