"""Days of other calendars: Persian, Islamic, Buddhist, of the Republic of China, of the Japanese eras, of Korea.

Each turns the numbers that a page prints into a day of our calendar, and raises ValueError where there is no such day.
"""

from datetime import date, timedelta

_FIRST_PERSIAN, _FIRST_HIJRI = 1369, 1410
PERSIAN_YEARS = range(_FIRST_PERSIAN, 1480)
_NOWRUZ, _MUHARRAM = date(1990, 3, 21), date(1989, 8, 2)  # the first day of these years
_BUDDHIST, _BUDDHIST_YEARS = 543, range(2533, 2644)
_ERAS = {"民國": 1911, "民国": 1911, "令和": 2018, "平成": 1988, "昭和": 1925, "Juche": 1911, "주체": 1911}
_CHINESE = {
    sign: n for n, signs in enumerate(("〇零○", "一", "二", "三", "四", "五", "六", "七", "八", "九")) for sign in signs
}
# The calendar of Umm al-Qura from 1410 to 1500: for each year three hexadecimal digits, in which the bits of the months
# that have 30 days are set, the first month's the lowest. After hijridate 2.6.0 (MIT).
_LONG_MONTHS = (
    "95d 2da 5d9 db2 ba4 b4a a55 2b5 575 b6a bd2 bc4 b89 a95 52d 5ad b6a 6d4 dc9 d92 aa6 956 2ae 56d 36a b55 aaa "
    "94d 49d 95d 2ba 5b5 5aa d55 a9a 92e 26e 55d ada 6d4 6a5 54b a97 54e aae 5ac ba9 d92 b25 64b cab 55a b55 6d2 "
    "ea5 e4a a95 52d aad 36c 759 6d2 695 52d a5b 4ba 9ba 3b4 b69 b52 aa6 4b6 96d 2ec 6d9 eb2 d54 d2a a56 4ae 96d "
    "d6a b54 b29 a93 52b a57 536 ab5 6aa e93 "
)
_HIJRI_YEARS = [int(bits, 16) for bits in _LONG_MONTHS.split()]
HIJRI_YEARS = range(_FIRST_HIJRI, _FIRST_HIJRI + len(_HIJRI_YEARS))
_MONTHS_A_YEAR = 12


def year_of_era(era: str, year: int) -> int:
    """The year of our calendar for one of an era.

    >>> year_of_era("民國", 101), year_of_era("令和", 6)
    (2012, 2024)
    """
    return year + _ERAS[era]


def without_buddhist(year: int) -> int:
    """The year of our calendar for one that may be Buddhist, as Thai pages print it.

    >>> without_buddhist(2567), without_buddhist(2024)
    (2024, 2024)
    """
    return year - _BUDDHIST if year in _BUDDHIST_YEARS else year


def persian(year: int, month: int, day: int) -> date:
    """The day of a Persian date, whose leap years return in 33 years from 1343 to 1501.

    >>> persian(1402, 10, 22)
    datetime.date(2024, 1, 12)
    """
    leaps = sum((n % 33) in (1, 5, 9, 13, 17, 22, 26, 30) for n in range(_FIRST_PERSIAN, year))
    longest = 31 if month <= 6 else 30
    if not (1 <= month <= _MONTHS_A_YEAR and 1 <= day <= longest and year in PERSIAN_YEARS):
        raise ValueError("no day of the Persian calendar")
    days = 365 * (year - _FIRST_PERSIAN) + leaps + 30 * (month - 1) + min(month - 1, 6) + day - 1
    return _NOWRUZ + timedelta(days=days)


def hijri(year: int, month: int, day: int) -> date:
    """The day of an Islamic date by the calendar of Umm al-Qura.

    >>> hijri(1441, 10, 11)
    datetime.date(2020, 6, 3)
    """
    if year not in HIJRI_YEARS or not 1 <= month <= _MONTHS_A_YEAR:
        raise ValueError("no day of the Islamic calendar")
    bits = _HIJRI_YEARS[year - _FIRST_HIJRI]
    if not 1 <= day <= 29 + (bits >> (month - 1) & 1):
        raise ValueError("no day of the Islamic calendar")
    years = sum(_MONTHS_A_YEAR * 29 + one.bit_count() for one in _HIJRI_YEARS[: year - _FIRST_HIJRI])
    months = (month - 1) * 29 + (bits & ((1 << (month - 1)) - 1)).bit_count()
    return _MUHARRAM + timedelta(days=years + months + day - 1)


def number(printed: str) -> int:
    """A number in digits of any script or in Chinese words.

    >>> number("12"), number("一〇一"), number("十二"), number("二十"), number("元")
    (12, 101, 12, 20, 1)
    """
    if printed.isdecimal():
        return int(printed)
    if printed == "元":  # the first year of an era
        return 1
    tens, ten, ones = printed.rpartition("十")
    if not ten:
        return int("".join(str(_CHINESE[sign]) for sign in printed))
    return 10 * (_CHINESE[tens] if tens else 1) + (_CHINESE[ones] if ones else 0)
