"""Times that a page prints relative to the moment at which it is read: "6 hours ago", "yesterday", a clock alone.

Only a capture has such a moment for sure: a page that is fetched again tells another time.
"""

import re
from datetime import date, datetime, time, timedelta, tzinfo

from wirecrawl.items import Precision
from wirecrawl.news.markup.clock import time_of
from wirecrawl.news.markup.times import Printed

_LONGEST = 60  # characters of a printed time; more is prose
_SECONDS, _MINUTES, _HOURS, _DAYS = 1, 60, 3600, 86_400
# English, Chinese, Japanese, Korean, German, French, Spanish, Portuguese, Italian, Russian, Ukrainian, Turkish.
_UNITS = {
    _SECONDS: "seconds?|secs?|秒|초|sekunden?|secondes?|segundos?|second[oi]|секунд[уы]?|saniye",
    _MINUTES: "minutes?|mins?|分钟?|分鐘|분|minuten?|minutos?|minut[oi]|минут[уы]?|хвилин[уи]?|dakika",
    _HOURS: "hours?|hrs?|小时|小時|時間|시간|stunden?|heures?|horas?|or[ae]|час(?:а|ов)?|годин[уи]?|saat",
    _DAYS: "days?|天|日|일|tag(?:en)?|jours?|d[ií]as?|giorn[oi]|день|дня|дней|днів|gün",
}
_NUMBER = r"\d{1,3}|an?|one|einer|einem|une?|una?|um|uma|uno"
_UNIT = "|".join(_UNITS.values())
_AGO = re.compile(
    rf"(?<![^\W_])(?:(?P<number>{_NUMBER})\s?(?P<unit>{_UNIT})\s?(?:ago|前|전|fa|atrás|назад|тому|önce)"
    rf"|(?:vor|il\sy\sa|hace|há)\s(?P<later>{_NUMBER})\s(?P<measure>{_UNIT}))(?![^\W_])",
    re.IGNORECASE,
)
_KINDS = [(re.compile(words, re.IGNORECASE), seconds) for seconds, words in _UNITS.items()]
_TODAY = re.compile(
    r"\b(?:today|heute|aujourd['’]hui|hoy|hoje|oggi|сегодня|сьогодні|bugün)\b|今天|今日|오늘", re.IGNORECASE
)
_YESTERDAY = re.compile(r"\b(?:yesterday|gestern|hier|ayer|ontem|ieri|вчера|вчора|dün)\b|昨天|昨日|어제", re.IGNORECASE)
_CLOCK = re.compile(
    r"(?<![\d:.])(?P<hour>\d{1,2})[:：](?P<minute>\d\d)(?:[:：](?P<second>\d\d))?"
    r"(?:\s?(?P<half>[AaPp]\.?\s?[Mm]\b))?(?![\d:])"
)
_DATED = re.compile(r"\d{3,4}")  # digits that no clock has: a year


def parse_relative(text: str, moment: datetime, zone: tzinfo, day: date | None = None) -> Printed | None:
    """The time that a page means which was as it is at `moment`; None where it prints none of these forms.

    `zone` is that of its clocks. A clock without a day is of `day`, else the last one before the moment.

    >>> from datetime import UTC
    >>> parse_relative("6 hours ago", datetime(2017, 2, 17, 6, 15, tzinfo=UTC), UTC).iso
    '2017-02-17T00:15:00+00:00'
    """
    text = " ".join(text.split())
    if not text or len(text) > _LONGEST:
        return None
    here = moment.astimezone(zone)
    if found := _AGO.search(text):
        return _ago(found, here)
    back = 1 if _YESTERDAY.search(text) else 0 if _TODAY.search(text) else None
    if back is not None:
        return _on(text, here.date() - timedelta(days=back), zone)
    return _of_clock(text, here, zone, day) if not _DATED.search(text) else None


def _ago(found: re.Match[str], here: datetime) -> Printed:
    number, unit = found["number"] or found["later"], found["unit"] or found["measure"]
    seconds = next(seconds for words, seconds in _KINDS if words.fullmatch(unit))
    then = here - timedelta(seconds=seconds * (int(number) if number.isdecimal() else 1))
    if seconds == _DAYS:
        midnight = then.replace(hour=0, minute=0, second=0, microsecond=0)
        return Printed(midnight.isoformat(timespec="seconds"), found[0], "day", True)
    return Printed(then.replace(second=0, microsecond=0).isoformat(timespec="seconds"), found[0], "minute", True)


def _on(text: str, day: date, zone: tzinfo) -> Printed:
    clock = _CLOCK.search(text)
    at = time_of(clock) if clock else None
    moment = datetime.combine(day, at or time(), tzinfo=zone)
    return Printed(moment.isoformat(timespec="seconds"), text, _precision(clock) if clock and at else "day", True)


def _of_clock(text: str, here: datetime, zone: tzinfo, day: date | None) -> Printed | None:
    clock = _CLOCK.search(text)
    at = time_of(clock) if clock else None
    if clock is None or at is None:
        return None
    moment = datetime.combine(day or here.date(), at, tzinfo=zone)
    if day is None and moment > here:
        moment -= timedelta(days=1)
    return Printed(moment.isoformat(timespec="seconds"), clock[0], _precision(clock), True)


def _precision(clock: re.Match[str]) -> Precision:
    return "second" if clock["second"] else "minute"
