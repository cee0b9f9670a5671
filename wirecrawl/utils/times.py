"""Times in ISO 8601: as the crawler itself writes them, and the hours between two."""

from datetime import UTC, datetime, timedelta
from functools import lru_cache


def utc_iso(moment: datetime) -> str:
    """ISO 8601 in UTC, whole seconds: the form of every time the crawler itself writes.

    >>> utc_iso(datetime.fromisoformat("2026-11-20T09:30:00+08:00"))
    '2026-11-20T01:30:00+00:00'
    """
    return moment.astimezone(UTC).isoformat(timespec="seconds")


@lru_cache(maxsize=1 << 10)  # the lines of a page share their times
def hours_between(one: str | None, other: str | None) -> float:
    """Hours between two times in ISO 8601, 0 when one is not known."""
    if not one or not other:
        return 0.0
    return abs((datetime.fromisoformat(other) - datetime.fromisoformat(one)).total_seconds()) / 3600


@lru_cache(maxsize=1 << 10)
def hours_before(time: str | None, hours: float) -> str | None:
    """The time `hours` before another, ISO 8601 UTC; None when that is not known."""
    if not time:
        return None
    return (datetime.fromisoformat(time) - timedelta(hours=hours)).astimezone(UTC).isoformat(timespec="seconds")
