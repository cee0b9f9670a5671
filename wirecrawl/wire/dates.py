"""Days as datelines print them: ``Feb. 16``, ``Jan. 2, 2017``, ``10 août``, ``18 jun``, ``12月9日``."""

import datetime
import re
import unicodedata

# Full names without accents; a printed month is any beginning of three letters or more that fits one month only.
_MONTHS = (
    "january janvier enero",
    "february fevrier febrero",
    "march mars marzo",
    "april avril abril",
    "may mai mayo",
    "june juin junio",
    "july juillet julio",
    "august aout agosto",
    "september septembre septiembre setiembre",
    "october octobre octubre",
    "november novembre noviembre",
    "december decembre diciembre",
)
# The shapes of a day, for the dateline patterns of the tables; every repetition has a bound.
DAY = (
    r"(?:[^\W\d_]{3,10}\.?\s?\d{1,2}(?:\s?,?\s\d{4})?"
    r"|\d{1,2}(?:er|º)?\s(?:de\s)?[^\W\d_]{3,10}\.?(?:\s(?:del?\s)?\d{4})?"
    r"|(?:\d{4}\s?年\s?)?\d{1,2}\s?月\s?\d{1,2}\s?日)"
)
_NUMBERS = re.compile(r"\d+")
_NAME = re.compile(r"[^\W\d_]{3,10}")


def read_day(printed: str) -> tuple[int | None, int, int] | None:
    """Return (year or None, month, day) of a printed day, None when its month is no month.

    >>> read_day("Jan. 2, 2017")
    (2017, 1, 2)
    """
    numbers = _NUMBERS.findall(printed)
    year = next((int(number) for number in numbers if len(number) == 4), None)
    small = [int(number) for number in numbers if len(number) < 4]
    if "月" in printed:
        return year, small[0], small[1]
    name = _NAME.search(printed)
    month = _month(name[0]) if name else None
    return (year, month, small[0]) if month else None


def full_date(day: tuple[int | None, int, int], published: datetime.date | None) -> str | None:
    """Return the ISO day; a missing year is that of ``published``, or its neighbour across a New Year.

    None when the year is unknown or the day does not exist.

    >>> full_date((None, 12, 31), datetime.date(2018, 1, 1))
    '2017-12-31'
    """
    year, month, number = day
    if year is None and published:
        year = published.year + _new_year_step(month, published.month)
    try:
        return datetime.date(year, month, number).isoformat() if year else None
    except ValueError:
        return None


def _new_year_step(month: int, published: int) -> int:
    return {(12, 1): -1, (1, 12): 1}.get((month, published), 0)


def _month(name: str) -> int | None:
    key = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    fits = [number for number, names in enumerate(_MONTHS, 1) if any(n.startswith(key) for n in names.split())]
    return fits[0] if len(key) >= 3 and len(fits) == 1 else None
