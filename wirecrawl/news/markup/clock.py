"""The clock that is printed beside a date, in the forms of many languages, and its zone."""

import re
from datetime import datetime, time, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

# Names of zones by hours and minutes from UTC, the most usual meaning first. Of several meanings that of the agency's
# own clock counts: CST is +08:00 in Beijing.
_NAMED = {
    name: meanings.split()
    for name, _, meanings in (
        zone.partition(" ")
        for zone in (
            "EST -5, EDT -4, CST -6 +8, CDT -5, MST -7 +8, MDT -6, PST -8 +8, PDT -7, AKST -9, AKDT -8, HST -10, "
            "AST -4 +3, ADT -3, BRT -3, ART -3, CLT -4, COT -5, PET -5, VET -4, WET +0, WEST +1, CET +1, CEST +2, "
            "MEZ +1, MESZ +2, EET +2, EEST +3, BST +1 +6, IST +5:30 +1 +2, TRT +3, SAST +2, CAT +2, WAT +1, EAT +3, "
            "GST +4, IRST +3:30, PKT +5, UZT +5, NPT +5:45, BDT +6, ICT +7, WIB +7, WITA +8, WIT +9, HKT +8, SGT +8, "
            "MYT +8, PHT +8, AWST +8, JST +9, KST +9, ACST +9:30, ACDT +10:30, AEST +10, AEDT +11, NZST +12, NZDT +13"
        ).split(", ")
    )
}
_PLACES = {
    "ET": "America/New_York",
    "CT": "America/Chicago",
    "MT": "America/Denver",
    "PT": "America/Los_Angeles",
    "MSK": "Europe/Moscow",
    "МСК": "Europe/Moscow",
}
_HIGHEST, _LOWEST = timedelta(hours=14), timedelta(hours=-12)  # Kiribati, Baker Island
_SIGN = r"[+\-\u2212\u2013\ufe63\uff0b\uff0d]"
_ZONE = (
    rf"(?:(?:UTC|GMT|Z)\s?{_SIGN}\s?\d{{1,2}}(?::?\d\d)?(?!\d)|{_SIGN}\d\d:?\d\d(?!\d)|(?<=\d){_SIGN}\d{{1,2}}(?!\d)"
    rf"|(?:UTC|GMT|UT|Z|мск|{'|'.join((*_NAMED, *_PLACES))})\b)"
)
_OFFSET = re.compile(rf"({_SIGN})\s?(\d{{1,2}}?):?(\d\d)?$")
_MINUTE = (
    r"(?:[:\uff1a]|\s?[hH]\s?|u(?=\d)|時|时|點|点|\s?시\s?|\.(?=\d\d(?![\d.,%]))|(?<=\d\d)(?=\d\d\s?(?:GMT|UTC|[Hh]rs|HRS)\b))"
    r"(?P<minute>\d\d|(?<=[時时點点시\s])\d(?=\s?[分분]))"
)
_SECOND = r"(?:(?:[:\uff1a]|分|\s?분\s?)(?P<second>\d\d)[秒초]?(?:[.,]\d+)?|\s?[分분])?"
# The half of the day behind a clock, in English, Arabic, Greek, Malay, Persian, Hindi, Bengali, Vietnamese, Spanish.
_LATE = (
    r"[Pp]\.?\s?[Mm]\b\.?|مساء\w{0,2}|م\b|[μΜ]\.?\s?[μΜ]\b\.?|petang\b|malam\b|ب\.?ظ\b|بعدازظهر|عصر\b|अपराह्न|"
    r"বিকেল|রাত|chiều\b|tối\b|du\.|(?:de la|da) (?:tarde|noche|noite)\b"
)
_MORNING = (
    r"[AaΑα]\.?\s?[Mm]\b\.?|[πΠ]\.?\s?[μΜ]\b\.?|صباح\w{0,2}|ص\b|ق\.?ظ\b|صبح\b|pagi\b|पूर्वाह्न|সকাল|sáng\b|de\.|"
    r"(?:de la mañana|da manhã)\b"
)
_HALF = rf"(?P<half>{_LATE}|{_MORNING})"
_IS_LATE = re.compile(_LATE)
_IS_NIGHT = re.compile(r"malam|রাত|रात|رات|(?:de la noche|da noite)")  # from evening to morning: 12:30 of it is 0:30
_BEFORE_DAWN = 5
_EARLY = (
    r"(?:(?P<early>上午|早上|凌晨|午前|오전|সকাল|ভোর|सुबह|तड़के|صبح)"
    r"|(?P<late>下午|晚上?|午後|오후|দুপুর|বিকাল|বিকেল|সন্ধ্যা|রাত|दोपहर|शाम|रात|شام|رات))?\s?"
)
_CLOCK = (
    rf"{_EARLY}(?P<hour>\d{{1,2}})(?:{_MINUTE}{_SECOND}|(?=\s?[AaPp]\.?\s?[Mm]\b)|\s?[hH]\b|時|时|點|点|\s?시|(?=\sUhr\b))"
    rf"(?:\s?{_HALF})?(?:\s?(?:Uhr|[Hh](?:rs?)?|HRS|ч|น)\b\.?)?(?:\s?[(\uff08\[]?(?P<zone>{_ZONE})[)\uff09\]]?)?"
)
_WORDS = (
    r"at|um|kl\.?|klo\.?|kello|à|às|as|a\sl[ae]s|ore|alle\sore|alle|saat|u|o|в|о|om|at\sabout|ob|pukul|jam|στις|lúc|la\sora|ora|"
    r"plkst\.?|klokken|v|у|(?:o\s)?godz\.?|الساعة|ساعت|เวลา"
)
_AFTER = re.compile(
    # Between them may stand a weekday: (木) | ‧星期四 | , péntek; and what a language puts behind a day: sausio 12 d.
    r"(?:\sd\.)?(?:\s?[(\uff08][^()\uff08\uff09\d]{1,12}[)\uff09]|[‧·\s]?(?:星期|週|周)[一二三四五六日天]|\.?,\s[^\s\d,.:;()]{4,14}(?=,?\s\d))?"
    r"(?:[\sT,،.|/·•;@【\[]{0,4}|\.?,?\s?[-\u2013\u2014]\s?)"
    rf"(?:(?i:{_WORDS})[\s:]{{1,2}})?(?:(?P<before>HKT|GMT|UTC)\s)?{_CLOCK}"
)
# Words that no list has: "14 Mart 2025 Cuma 14:05", "14. mars 2025 klokken 14:05", "14.03.2025 г. в 14:05".
_AFTER_WORDS = re.compile(
    r"[.,]?\s?[,|–-]?\s?(?:[^\W\d_]{1,3}[.,]{0,2}\s){0,2}(?:[^\W\d_]{1,10}[.,]?\s)?"
    rf"(?:[-\u2013|]\s(?i:{_WORDS})\s)?(?P<before>)(?=\d\d[:.]\d\d(?![\d.]))" + _CLOCK
)
_BEFORE = re.compile(
    r"(?<![\d:.])(?:(?P<before>GMT|UTC)\s)?(?P<hour>\d{1,2})(?:[:hH]|(?=\d\d\s?(?:GMT|UTC|[Hh]rs|HRS)\b))(?P<minute>\d\d)(?::(?P<second>\d\d))?"
    rf"(?:\s?{_HALF})?(?:\s?[Hh]rs\b|\s?HRS\b)?(?:\s?[(\uff08]?(?P<zone>{_ZONE})[)\uff09]?)?"
    r"[\s,|/·•¤\u2013\u2014-]{1,4}(?:[^\W\d]{2,12}[.,]{0,2}\s)?$"
)
_ZONE_BEHIND = re.compile(rf"\s[(\uff08]?(?P<zone>UTC|GMT|{'|'.join((*_NAMED, *_PLACES))})\b(?P<before>)")
_BACK = 40  # characters before a date in which its clock is looked for


def clock_beside(text: str, start: int, end: int) -> re.Match[str] | None:
    """The clock behind the date that stands from `start` to `end`, else the one before it.

    >>> clock_beside("20 novembre 2026 à 9h30", 0, 16)["minute"]
    '30'
    """
    for form in (_AFTER, _AFTER_WORDS):
        if (found := form.match(text, end)) and time_of(found) is not None:
            return found
    before = _BEFORE.search(text, max(0, start - _BACK), start)
    return before if before and time_of(before) is not None else _AFTER.match(text, end)


def zone_behind(text: str, end: int) -> re.Match[str] | None:
    """The name of a zone behind the date that ends there: "4:35pm, 19 May, 2023 HKT".

    >>> zone_behind("4:35pm, 19 May, 2023 HKT", 20)["zone"]
    'HKT'
    """
    return _ZONE_BEHIND.match(text, end)


def time_of(clock: re.Match[str]) -> time | None:
    """The time of day, None for an impossible one. A clock of 24 hours may have a half of the day too: 17:40 PM."""
    part = clock.groupdict()
    half = part.get("half") or part.get("early") or part.get("late") or ""
    hour, noon = int(part["hour"]), 12
    if half and hour <= noon:
        late = bool(part.get("late") or _IS_LATE.match(half))
        hour %= noon
        hour += noon * (late and not (hour < _BEFORE_DAWN and _IS_NIGHT.match(half)))
    try:
        return time(hour, int(part["minute"] or 0), int(part["second"] or 0))
    except ValueError:
        return None


def zone_of(clock: re.Match[str], moment: datetime, assumed: tzinfo) -> tzinfo | None:
    """The zone as printed, None for none and for one that cannot be; `assumed` is that of the site's other clocks."""
    printed = clock["zone"] or clock["before"]
    if not printed:
        return None
    name = printed.upper()
    if name in _PLACES:
        return ZoneInfo(_PLACES[name])
    if name in _NAMED:
        meanings = [_span(meaning) for meaning in _NAMED[name]]
        own = moment.replace(tzinfo=assumed).utcoffset()
        return timezone(own if own in meanings and own is not None else meanings[0])
    span = _span(printed)
    return timezone(span) if is_offset(span) else None


def is_offset(span: timedelta) -> bool:
    """Whether a clock somewhere is so far from UTC.

    >>> is_offset(timedelta(hours=14)), is_offset(timedelta(hours=15))
    (True, False)
    """
    return _LOWEST <= span <= _HIGHEST


def _span(printed: str) -> timedelta:
    """The offset in "+08:00", "UTC -5", "GMT+0530"; none is that of UTC itself."""
    offset = _OFFSET.search(printed)
    if not offset:
        return timedelta()
    sign, hours, minutes = offset.groups()
    span = timedelta(hours=int(hours), minutes=int(minutes or 0))
    return span if sign in "+\ufe62\uff0b" else -span
