"""Numbers, spans and days in words, as the page says them."""

from collections.abc import Iterable
from datetime import date, datetime

from wirecrawl.utils.terminal import counted

_HOUR, _DAY = 60, 24 * 60  # minutes


def number(value: float | None) -> str:
    """A whole number with commas, a small one with a digit more, an en dash for none.

    >>> number(12345.0), number(2.5), number(None)
    ('12,345', '2.5', '–')
    """
    if value is None:
        return "\N{EN DASH}"
    return f"{value:,.0f}" if value == int(value) or value >= 100 else f"{value:.1f}"


def share(value: float | None) -> str:
    """A share in per cent; no share that is not whole is rounded to none or all.

    >>> share(0.5), share(0.999), share(0.001), share(1.0)
    ('50 %', '>99 %', '<1 %', '100 %')
    """
    if value is None:
        return "\N{EN DASH}"
    if 0.99 <= value < 1:
        return ">99 %"
    if 0 < value < 0.01:
        return "<1 %"
    return f"{value:.0%}".replace("%", " %")


def span(minutes: float | None) -> str:
    """A span of time.

    >>> span(0.4), span(12.3), span(90), span(120), span(3000)
    ('under a minute', '12 min', '1.5 h', '2 h', '2.1 days')
    """
    if minutes is None:
        return "\N{EN DASH}"
    if minutes < 1:
        return "under a minute"
    if minutes < _HOUR:
        return f"{minutes:.0f} min"
    amount, unit = (minutes / _HOUR, "h") if minutes < _DAY else (minutes / _DAY, "days")
    return f"{amount:.1f}".removesuffix(".0") + f" {unit}"


def size(count: float) -> str:
    """A number of bytes.

    >>> size(512), size(2_345_678)
    ('512 B', '2.3 MB')
    """
    for unit, factor in (("GB", 1e9), ("MB", 1e6), ("kB", 1e3)):
        if count >= factor:
            return f"{count / factor:.1f} {unit}"
    return f"{count:.0f} B"


def day(iso: str) -> str:
    """A day in words.

    >>> day("2026-11-05"), day("2026-11-05T06:00:00+00:00")
    ('5 November 2026', '5 November 2026')
    """
    found = date.fromisoformat(iso[:10])
    return f"{found.day} {found:%B %Y}"


def moment(iso: str) -> str:
    """A time in UTC in words.

    >>> moment("2026-11-05T06:07:08+00:00")
    '5 November 2026, 06:07 UTC'
    """
    return f"{day(iso)}, {datetime.fromisoformat(iso):%H:%M} UTC"


def listed(parts: Iterable[str]) -> str:
    """Parts of a sentence.

    >>> listed(["3 new", "1 update"]), listed(["a", "b", "c"]), listed([])
    ('3 new and 1 update', 'a, b and c', '')
    """
    *first, last = list(parts) or [""]
    return f"{', '.join(first)} and {last}" if first else last


def share_of(part: float, whole: float, noun: str) -> str:
    """A part of some things and its share.

    >>> share_of(3, 12, "story")
    '3 of 12 stories (25 %)'
    """
    return f"{number(part)} of {plural(whole, noun)} ({share(part / whole if whole else 0)})"


def plural(count: float, noun: str) -> str:
    """A number with commas and its noun.

    >>> plural(12345, "link"), plural(1, "story")
    ('12,345 links', '1 story')
    """
    return f"{count:,.0f} {counted(int(count), noun).partition(' ')[2]}"
