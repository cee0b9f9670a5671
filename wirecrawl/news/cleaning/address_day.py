"""The day in the address of a page: most papers put the day of publication there."""

import re
from datetime import date
from urllib.parse import urlsplit

from wirecrawl.news.markup.dates import EARLIEST

_DAY = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d\d)(?:(?P<joint>[-/_])(?P<month>\d{1,2})[-/_](?P<day>\d{1,2})|(?P<short>[01]\d[0-3]\d))"
    r"(?!\d)"
)
_LATIN = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_NAMED = re.compile(rf"(?<!\d)(?P<year>(?:19|20)\d\d)/(?P<name>{'|'.join(_LATIN)})/(?P<day>\d{{1,2}})(?!\d)")


def day_in_address(url: str | None) -> date | None:
    """The day in the path of an address, None for none.

    >>> day_in_address("https://post.example/news/2013/02/18/rain.html")
    datetime.date(2013, 2, 18)
    >>> day_in_address("https://post.example/20130218/1.html"), day_in_address("https://post.example/2013/feb/18/rain")
    (datetime.date(2013, 2, 18), datetime.date(2013, 2, 18))
    """
    try:
        path = urlsplit(url or "").path.lower()
    except ValueError:
        return None
    for form in (_DAY, _NAMED):
        for found in form.finditer(path):
            if day := _day(found.groupdict()):
                return day
    return None


def _day(part: dict[str, str | None]) -> date | None:
    short, name = part.get("short") or "", part.get("name")
    month = 1 + _LATIN.index(name) if name else int(part.get("month") or short[:2])
    try:
        found = date(int(part["year"] or 0), month, int(part.get("day") or short[2:]))
    except ValueError:
        return None
    return found if found >= EARLIEST else None
