"""Times as the crawler itself writes them."""

from datetime import UTC, datetime


def utc_iso(moment: datetime) -> str:
    """ISO 8601 in UTC, whole seconds: the form of every time the crawler itself writes.

    >>> utc_iso(datetime.fromisoformat("2026-11-20T09:30:00+08:00"))
    '2026-11-20T01:30:00+00:00'
    """
    return moment.astimezone(UTC).isoformat(timespec="seconds")
