"""The day in the address of a page: most papers put the day of publication there."""

import re
from datetime import date
from urllib.parse import urlsplit

from wirecrawl.news.markup.dates import EARLIEST

_DAY = re.compile(
    r"(?<![\da-z])(?P<year>(?:19|20)\d\d)[-/_](?P<month>\d{1,2})[-/_](?P<day>\d{1,2})(?![\da-z])"
    # 20130218 and 20130218093000; a last part that is nothing else may be the number of a story
    r"|(?<![\da-z])(?P<stamp>(?:19|20)\d\d[01]\d[0-3]\d)(?:[0-2]\d[0-5]\d(?:[0-5]\d)?)?(?=[-_./]|$)"
)
_NUMBER = re.compile(r"/\d+(?:\.\w+)?/?$")
_LATIN = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_NAMED = re.compile(rf"(?<!\d)(?P<year>(?:19|20)\d\d)/(?P<name>{'|'.join(_LATIN)})/(?P<day>\d{{1,2}})(?![\da-z])")


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
    number = _NUMBER.search(path)
    for form in (_DAY, _NAMED):
        for found in form.finditer(path):
            part = found.groupdict()
            is_number = part.get("stamp") and number and found.start() > number.start()
            if not is_number and (day := _day(part)):
                return day
    return None


def _day(part: dict[str, str | None]) -> date | None:
    stamp, name = part.get("stamp"), part.get("name")
    try:
        if stamp:
            found = date(int(stamp[:4]), int(stamp[4:6]), int(stamp[6:]))
        else:
            month = 1 + _LATIN.index(name) if name else int(part.get("month") or 0)
            found = date(int(part["year"] or 0), month, int(part["day"] or 0))
    except ValueError:
        return None
    return found if found >= EARLIEST else None
