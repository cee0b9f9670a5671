"""Reads the days of datelines: ``Feb. 16``, ``Jan. 2, 2017``, ``10 août``, ``28 LUG``, ``29 июня``, ``12月9日``."""

import datetime
import re
import unicodedata

# Full names without accents, in English, French, Spanish, German, Italian, Portuguese, Dutch, Turkish and Russian (in
# the genitive, as in dates). A printed month is three or more first letters of a name, if they fit one month only.
_MONTHS = (
    "january janvier enero januar janner gennaio janeiro januari ocak января",
    "february fevrier febrero februar febbraio fevereiro februari subat февраля",
    "march mars marzo marz marco maart mrt mart марта",
    "april avril abril aprile nisan апреля",
    "may mai mayo maggio maio mei mayis мая",
    "june juin junio juni giugno junho haziran июня",
    "july juillet julio juli luglio julho temmuz июля",
    "august aout agosto augustus agustos августа",
    "september septembre septiembre setiembre settembre setembro eylul сентября",
    "october octobre octubre oktober ottobre outubro ekim октября",
    "november novembre noviembre novembro kasim ноября",
    "december decembre diciembre dezember dicembre dezembro aralik декабря",
)
# The forms of a day, for the dateline patterns of the tables. Every repetition has an upper bound.
DAY = (
    r"(?:[^\W\d_]{3,10}\.?\s?\d{1,2}(?:\s?,?\s\d{4})?"
    r"|\d{1,2}(?:er|º|\.)?\s(?:de\s)?[^\W\d_]{3,10}\.?(?:\s(?:del?\s)?\d{4})?"
    r"|(?:\d{4}\s?年\s?)?\d{1,2}\s?月\s?\d{1,2}\s?日)"
)
_NUMBERS = re.compile(r"\d+")
_NAME = re.compile(r"[^\W\d_]{3,10}")
Day = tuple[int | None, int | None, int]  # year, month, day of the month


def read_day(printed: str) -> Day | None:
    """Return (year or None, month, day) of a printed day; None if it has no number or no month that is known.

    The month is None if only the day of the month is printed: ``21日``.

    >>> read_day("Jan. 2, 2017"), read_day("29 июня")
    ((2017, 1, 2), (None, 6, 29))
    """
    numbers = _NUMBERS.findall(printed)
    year = next((int(number) for number in numbers if len(number) == 4), None)
    small = [int(number) for number in numbers if len(number) < 4]
    if not small:
        return None
    if "日" in printed:
        return year, small[0] if "月" in printed else None, small[-1]
    name = _NAME.search(printed)
    month = _month(name[0]) if name else None
    return (year, month, small[0]) if month else None


def full_date(day: Day, published: datetime.date | None) -> str | None:
    """Return the day in ISO form; a missing year or month is that of ``published``.

    Around New Year or the end of a month, it may be the one before or after instead.

    Returns None if the year cannot be found or the day does not exist.

    >>> full_date((None, 12, 31), datetime.date(2018, 1, 1))
    '2017-12-31'
    """
    year, month, number = day
    if month is None:
        year, month = _month_before(number, published) if published else (None, 1)
    elif year is None and published:
        year = published.year + _new_year_step(month, published.month)
    try:
        return datetime.date(year, month, number).isoformat() if year else None
    except ValueError:
        return None


def _new_year_step(month: int, published: int) -> int:
    return {(12, 1): -1, (1, 12): 1}.get((month, published), 0)


def _month_before(number: int, published: datetime.date) -> tuple[int, int]:
    """Return year and month of the last such day up to the day after publication: a story may be dated ahead."""
    latest = published + datetime.timedelta(days=1)
    if number <= latest.day:
        return latest.year, latest.month
    before = latest.replace(day=1) - datetime.timedelta(days=1)
    return before.year, before.month


def _month(name: str) -> int | None:
    letters = unicodedata.normalize("NFKD", name.lower())
    key = "".join(letter for letter in letters if not unicodedata.combining(letter)).replace("ı", "i")
    fits = [number for number, names in enumerate(_MONTHS, 1) if any(n.startswith(key) for n in names.split())]
    return fits[0] if len(key) >= 3 and len(fits) == 1 else None
