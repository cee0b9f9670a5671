"""The time a page prints, with how exact it is and whether its zone was assumed.

A closed set of printed forms, no guessing: agencies print few of them, and a parser that accepts anything
finds dates in phone numbers. Of 93 forms in 44 languages dateparser 1.5.0 read 66 right and 2
wrong, with 2 ms each.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from wirecrawl.items import Precision
from wirecrawl.news.markup.clock import clock_beside, is_offset, time_of, zone_behind, zone_of
from wirecrawl.news.markup.dates import EARLIEST, dates

_SECONDS = re.compile(r"@(1\d{9})")  # Unix seconds, 2001 to 2033; a selector sets the @ before a bare number
_UNIX = re.compile(r"1\d{9}(?:\d{3})?")
# As pages state times for programs: a day and a clock, which need no search.
_ISO = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(?P<second>:\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)?", re.ASCII)
_BASIC = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)")  # a day in ISO 8601 without its dashes
_DIGIT = re.compile(r"\d|年")  # every date has one
_AHEAD = timedelta(days=1)  # where it is tomorrow already
# In lower case, each beginning with a letter: such a pattern is searched for ten times as fast as re.IGNORECASE.
_UPDATED = re.compile(
    r"(?:updated?(?:\son|\sat)?|modified|更新(?:时间|時間|日時|于|於)?|güncelleme|güncellendi|aktualisiert|aktualizacja|"
    r"aktualizováno|aktualizované|mise?\sà\sjour|actualizad[oa]|actualización|atualizad[oa]|aggiornat[oa]|aggiornamento|"
    r"обновлен[оа]|изменено|оновлено|жаңартылды|bijgewerkt|opdateret|oppdatert|uppdaterad|päivitetty|frissítve|"
    r"ενημερώθηκε|diperbarui|수정|تحديث|actuali(?:zat|tzat)|ažurirano|ажурирано|обновена|atnaujinta|atjaunots|uuendatud|"
    r"cập\snhật|به‌?روزرسانی|עודכן|আপডেট|হালনাগাদ|अपडेट(?:ेड)?|अद्यतन)\s?[:：]?\s?"
)
_LAST = re.compile(r"(?:last\s|zuletzt\s|最終|最后|最後|senast\s|sist\s|dernière\s|última\s|ultimo\s)$")
_PUBLISHED = re.compile(
    r"(?:first\s)?(?:published|posted|created)|veröffentlicht|publié|publicad[oa]|pubblicat[oa]|опубликовано|发布|發布|"
    r"公開|掲載|입력|등록|yayın(?:lanma)?|gepubliceerd|publicerad|udgivet|publisert|julkaistu|opublikowano|publikováno|"
    r"publikované|publicat|objavljeno|објављено|опубліковано|публикувана|δημοσιεύ[θτ]ηκε|đăng|diterbitkan|نُ?شر|انتشار|"
    r"פורסם|প্রকাশ|प्रकाशित",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Printed:
    """A time as a page prints it; `iso` has the page's offset, or the agency's when `zone_assumed`.

    `raw` is None for a day that stands in the address only.
    """

    iso: str
    raw: str | None
    precision: Precision
    zone_assumed: bool

    @property
    def day(self) -> date:
        return datetime.fromisoformat(self.iso).date()


def parse_time(text: str, zone: tzinfo, *, latest: date | None = None, day_first: bool | None = None) -> Printed | None:
    """The first time printed in `text`, None when there is none; `zone` is that of a clock without one.

    No day after `latest` is one, by default tomorrow. `day_first` tells which of 10/12/2018 is the day; without it
    such a date is none.

    >>> from datetime import timedelta, timezone
    >>> parse_time("Xinhua, February 16, 2017 Adjust font size:", timezone(timedelta(hours=8))).iso
    '2017-02-16T00:00:00+08:00'
    """
    if seconds := _SECONDS.fullmatch(text):
        return _instant(seconds[1], zone)
    if not _DIGIT.search(text):
        return None
    last = latest or datetime.now(UTC).date() + _AHEAD
    if (stated := _ISO.fullmatch(text)) and (moment := _in_full(stated, zone, last)):
        return moment
    first: tuple[re.Match[str], date] | None = None
    for found, day in dates(text, day_first):
        if EARLIEST <= day <= last and (first is None or found.start() < first[0].start()):
            first = found, day
            if not found.start():
                break
    return _printed(text, *first, zone) if first else None


def _in_full(stated: re.Match[str], zone: tzinfo, last: date) -> Printed | None:
    """A time in ISO 8601 from 1990 to the last day, in a zone that there is; None for any other, which is searched."""
    try:
        moment = datetime.fromisoformat(stated[0])
    except ValueError:
        return None
    if not EARLIEST <= moment.date() <= last or not is_offset(moment.utcoffset() or timedelta()):
        return None
    iso = moment.replace(tzinfo=moment.tzinfo or zone).isoformat(timespec="seconds")
    return Printed(iso, stated[0], "second" if stated["second"] else "minute", moment.tzinfo is None)


def unix_time(printed: str) -> str:
    """Mark a number of Unix seconds or milliseconds as such; for values of attributes, in which it is no phone number.

    A day of eight digits gets its dashes, for the same reason.

    >>> unix_time("1741961100000"), unix_time("20250314"), unix_time("14 March 2025")
    ('@1741961100', '2025-03-14', '14 March 2025')
    """
    if day := _BASIC.fullmatch(printed):
        return "-".join(day.groups())
    return f"@{printed[:10]}" if _UNIX.fullmatch(printed) else printed


def _instant(seconds: str, zone: tzinfo) -> Printed:
    """Unix seconds name an instant, so nothing is assumed; it is told by the clock of the agency, as on its page."""
    moment = datetime.fromtimestamp(int(seconds), zone)
    return Printed(moment.isoformat(), seconds, "second", False)


def exact_first(printed: Sequence[str]) -> list[str]:
    """Times as printed, in their order, but one with a clock before the first if that has only the same day.

    >>> exact_first(["2020-03-23", "2020-03-23T17:10:08Z"])
    ['2020-03-23T17:10:08Z', '2020-03-23']
    """
    read = [(text, time) for text in printed if (time := parse_time(text, UTC))]
    if not read or read[0][1].precision != "day":
        return list(printed)
    day = read[0][1].day
    exact = next((text for text, time in read if time.precision != "day" and time.day == day), None)
    return [exact, *(text for text in printed if text != exact)] if exact else list(printed)


def split_updated(text: str) -> tuple[str, str]:
    """The parts of a printed time line before and after its word for "updated", "" where there is none.

    What follows a word for "published" is in the first part, also where the line begins with the update.

    >>> split_updated("2026-11-20 09:30 Updated: 2026-11-20 11:00")
    ('2026-11-20 09:30 ', '2026-11-20 11:00')
    """
    lower = _lower(text)
    if not (found := _UPDATED.search(lower)):
        return text, ""
    last = _LAST.search(lower, 0, found.start())
    before, after = text[: last.start() if last else found.start()], text[found.end() :]
    published = _PUBLISHED.search(after)
    return (before + after[published.start() :], after[: published.start()]) if published else (before, after)


def says_updated(text: str) -> bool:
    """Whether a text has a word for "updated".

    >>> says_updated("Last Updated: 09:30"), says_updated("Posted 09:30")
    (True, False)
    """
    return bool(_UPDATED.search(_lower(text)))


def _lower(text: str) -> str:
    """The text in lower case, each letter in its place: İ alone would become two."""
    return text.replace("İ", "i").lower()


def _printed(text: str, found: re.Match[str], day: date, assumed: tzinfo) -> Printed:
    """The time of a date and of the clock beside it; a clock that cannot be is not read, nor its zone."""
    clock = found if "hour" in found.groupdict() else clock_beside(text, *found.span())
    at = time_of(clock) if clock else None
    start, end = found.span()
    if not clock or at is None:
        raw, moment = found[0], datetime.combine(day, time(), tzinfo=assumed)
        return Printed(moment.isoformat(timespec="seconds"), " ".join(raw.split()), "day", True)
    raw = text[min(start, clock.start()) : max(end, clock.end())]
    naive = datetime.combine(day, at)
    zone = zone_of(clock, naive, assumed)
    if zone is None and clock.end() <= end and (behind := zone_behind(text, end)):
        zone = zone_of(behind, naive, assumed)
    iso = naive.replace(tzinfo=zone or assumed).isoformat(timespec="seconds")
    return Printed(iso, " ".join(raw.split()), "second" if clock["second"] else "minute", zone is None)
