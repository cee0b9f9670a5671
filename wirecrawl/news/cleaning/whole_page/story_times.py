"""When the story of a page without a layout was published: what the page states and what it prints, weighed together.

What JSON-LD and metas state may be a template's time, or have a false offset; what is printed near the headline or the
foot may be a day alone. Each is a witness for the other, and so is the day in the address.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from wirecrawl.news.cleaning.address_day import day_in_address
from wirecrawl.news.cleaning.blocks import Block, Part
from wirecrawl.news.cleaning.letters import letters
from wirecrawl.news.cleaning.metadata import PageMetadata
from wirecrawl.news.cleaning.whole_page.near_lines import dated_lines, later_lines, lines_above
from wirecrawl.news.cleaning.whole_page.number_order import is_unclear, order_on_page
from wirecrawl.news.cleaning.whole_page.yearless import with_year
from wirecrawl.news.markup.sentences import ends_sentence
from wirecrawl.news.markup.times import Printed, parse_time, split_updated
from wirecrawl.news.markup.zones import zone_of_clock

_CLOSE = timedelta(days=2)  # between the day of a story and that in its address
_NEXT = timedelta(days=1)  # between two days of one time, in two zones
_WIDEST = timedelta(hours=14)  # between the clocks of one moment
_LABEL, _SHORT_LABEL = 80, 30  # letters beside a time with a clock, beside a day; more are prose
_CLOCK = re.compile(
    r"(?:^|[\[【(（|])\s*(?P<clock>[01]?\d[:：][0-5]\d(?:\s?[AaPp]\.?[Mm]\.?)?|2[0-3][:：][0-5]\d)\s*(?:[\]】)）|]|$)"
)
_NOT_OF_STORY = re.compile(
    r"\b(?:print(?:ed|[ -]date|[ -]time)\b|druckdatum|imprimé\s+le|impreso\s+el|impresso\s+em|stampato\s+il|"
    r"распечатано|(?:local|current|server)\s+time|today\s+is|expires?\b|valid\s+until)|"
    r"打印时间|列印時間|列印日期|現在時間|现在时间",
    re.IGNORECASE,
)
_BAR, _LONGEST = re.compile(r"\s[|·•]\s"), 160  # what parts a line; characters of a line with a part that is a time
_ADDRESS = re.compile(r"(?:www\.|https?://)\S+")  # the story's own, printed under it
_NO_CLOCK = ("00:00", "0:00")  # a player's


@dataclass(frozen=True, slots=True)
class StoryTimes:
    """Times, the surest first; whether the day is first in 10/12/2018; a stated time that has the zone.

    `printed` is the line of a time whose day is printed without the year that it has here.
    """

    published: Iterable[str]
    day_first: bool | None = None
    instant: str | None = None
    printed: str | None = None


@dataclass(frozen=True, slots=True)
class _Time:
    text: str
    time: Printed

    @property
    def has_clock(self) -> bool:
        return self.time.precision != "day"


class _Page:
    """What is read of one page; the order of day and month is that of its own dates, else `day_first`."""

    def __init__(self, stated: PageMetadata, page: Sequence[Part], url: str | None, day_first: bool | None) -> None:
        self.blocks = [part for part in page if isinstance(part, Block)]
        self.known = day_in_address(url)
        self.stated, self.day_first = stated, day_first

    def learn_order(self, lines: Sequence[str], language: Callable[[], str]) -> None:
        """Take the order of day and month from other dates of the page, where a line could be read either way.

        Where nothing tells, only English may have the month first.
        """
        said = [*self.stated.times, *self.stated.element_times, *self.stated.weak_times]
        order = order_on_page(lines, self.known, said, self.blocks)
        self.day_first = self.day_first if order is None else order
        if self.day_first is None and is_unclear(lines):
            self.day_first = not language().startswith("en") or None

    def read(self, texts: Iterable[str], *, prose: bool = True) -> list[_Time]:
        """The texts that print a time of publication; with `prose` off only those that are a time and a label."""
        found = ((text, parse_time(split_updated(text)[0], UTC, day_first=self.day_first)) for text in texts)
        return [_Time(text, time) for text, time in found if time and (prose or _is_label_in(text, time))]

    def read_updates(self, texts: Iterable[str]) -> list[_Time]:
        """The times of a change, where a page prints nothing else."""
        return [one for text in texts for one in self.read([split_updated(text)[1]])]

    def is_close(self, one: _Time) -> bool:
        return self.known is None or abs(one.time.day - self.known) <= _CLOSE


def story_times(
    stated: PageMetadata,
    page: Sequence[Part],
    story: Sequence[Part],
    url: str | None,
    day_first: bool | None,
    guess: Callable[[], str],
    language: Callable[[], str],
) -> StoryTimes:
    """The times of a story, which is a part of its `page` at `url`; `guess` finds a day where nothing else does.

    `day_first` tells which of 10/12/2018 is the day by what the page declares, None for neither: then `language`, that
    of the text, does. A guess counts only where the page prints that day behind the headline.
    """
    lines = dated_lines(page, story, stated.headline or "")
    seen = _Page(stated, page, url, day_first)
    seen.learn_order(
        [*lines.below, *lines.foot, *lines.above, *lines.spaced, *stated.weak_times, *stated.element_times], language
    )
    near, foot = (seen.read(part, prose=False) for part in ([*lines.below, *lines.above], lines.foot))
    printed = [*near, *foot]
    best, instant = _best(seen, near, foot, seen.read_updates(lines.below))
    best = best or next(filter(seen.is_close, seen.read(lines.spaced, prose=False)), None)
    clock = _clock_of(lines.below) if best is None or (best in printed and not best.has_clock) else ""
    if best is None and clock:  # a clock alone is one of the day in the nearest line above it, unless that is a clock
        above = seen.read(lines_above(page, story, stated.headline or ""), prose=False)
        best = next((one for one in above[:1] if not one.has_clock), None)
    if best is None and (found := _yearless(seen, [*lines.below, *lines.above, *lines.foot])):
        return StoryTimes([found[0].text], seen.day_first, printed=found[1])
    if best is None:
        return StoryTimes(_guessed(guess, seen), seen.day_first)
    return StoryTimes([f"{best.time.raw} {clock}"] if clock else [best.text], seen.day_first, instant)


def _yearless(seen: _Page, lines: Sequence[str]) -> tuple[_Time, str] | None:
    """The time of a line whose day has no year, with the year that the page gives it; and the line."""
    page = [block.text for block in seen.blocks if len(block.text) <= _LABEL]
    stated = [one.time.day for one in seen.read([*seen.stated.weak_times, *seen.stated.updates])]
    labels = [line for line in lines if len(letters(line)) <= _LABEL and not _NOT_OF_STORY.search(line)]
    dated = with_year(labels, seen.known, stated, page)
    if dated is None:
        return None
    return next(((one, dated[1]) for one in seen.read(dated[:1], prose=False) if seen.is_close(one)), None)


def _best(
    seen: _Page, near: Sequence[_Time], foot: Sequence[_Time], updates: Sequence[_Time]
) -> tuple[_Time | None, str | None]:
    """The time that most witnesses agree on, and the stated time that has its zone."""
    sure = seen.read(seen.stated.times)
    stated = next(filter(seen.is_close, sure), None)
    if stated is None:
        elements, weak, titles = map(
            seen.read, (seen.stated.element_times, seen.stated.weak_times, seen.stated.title_times)
        )
        own = [one for one in elements if one.text not in seen.stated.weak_times]  # metas may be such elements
        best = _agreed(seen, [[*near, *own, *updates, *foot], weak, titles, sure])
        exact = (one for one in (*own, *weak) if best and one.has_clock and _is_about(one, best))
        return _completed(next(exact, None), best, [])
    return _completed(stated, next((line for line in (*near, *foot) if _is_about(stated, line)), None), sure)


def _is_about(one: _Time, other: _Time) -> bool:
    return abs(one.time.day - other.time.day) <= _NEXT


def _completed(stated: _Time | None, line: _Time | None, others: Sequence[_Time]) -> tuple[_Time | None, str | None]:
    """The surer of a stated and a printed time, and the stated one if it has the zone of the other."""
    if stated is None or line is None:
        return _with_clock(stated or line, others), None
    chosen = _of_two(stated, line)
    return _with_clock(chosen, others), stated.text if chosen is line else None


def _agreed(seen: _Page, groups: Sequence[Sequence[_Time]]) -> _Time | None:
    """The time on whose day most kinds of witnesses agree, the first of several; that day's clock from any of them."""
    close = [(n, one) for n, group in enumerate(groups) for one in group if seen.is_close(one)]

    def agreeing(one: tuple[int, _Time]) -> int:
        return len({n for n, other in close if n != one[0] and _is_about(other, one[1])})

    chosen = max(close, key=agreeing, default=None)
    return _with_clock(chosen[1], [one for _, one in close]) if chosen else None


def _of_two(stated: _Time, line: _Time) -> _Time:
    """The surer form of one time, which a page states and prints."""
    same_day = stated.time.day == line.time.day
    if not line.has_clock:
        in_utc = stated.has_clock and stated.time.iso.endswith("+00:00")
        return stated if same_day or not in_utc else line
    if not stated.has_clock:
        return line
    if stated.time.iso[:16] == line.time.iso[:16]:
        return stated
    is_same = stated.time.zone_assumed or zone_of_clock(line.time, stated.time)
    return line if is_same or _clock_time(line) < _clock_time(stated) - _WIDEST else stated


def _clock_time(one: _Time) -> datetime:
    return datetime.fromisoformat(one.time.iso).replace(tzinfo=None)


def _with_clock(one: _Time | None, others: Iterable[_Time]) -> _Time | None:
    """The first time of the same day that has a clock, where one has none."""
    if one is None or one.has_clock:
        return one
    return next((other for other in others if other.has_clock and other.time.day == one.time.day), one)


def _is_label_in(text: str, time: Printed) -> bool:
    """Whether a line, or the part of it between its bars that has the time, is a label."""
    parts = _BAR.split(text)
    part = next((part for part in parts if (time.raw or "") in part), text)
    return _is_label(text, time) or (len(parts) > 1 and len(text) <= _LONGEST and _is_label(part, time))


def _is_label(text: str, time: Printed) -> bool:
    """Whether a line holds a time and at most a label of it, a place and a source: no prose, no time of printing."""
    rest = _ADDRESS.sub("", text.replace(time.raw or "", "", 1)).strip()
    if _NOT_OF_STORY.search(rest):
        return False
    at_edge = text.startswith(time.raw or "") or text.endswith(time.raw or "")
    most = _SHORT_LABEL if time.precision == "day" and not at_edge else _LABEL
    return len(letters(rest)) <= most and (len(letters(rest)) <= _SHORT_LABEL or not ends_sentence(rest))


def _clock_of(lines: Iterable[str]) -> str:
    """A clock that stands alone in a line, or in brackets."""
    clocks = (found["clock"] for line in lines if (found := _CLOCK.search(line)))
    return next((clock for clock in clocks if clock not in _NO_CLOCK), "")


def _guessed(guess: Callable[[], str], seen: _Page) -> Iterator[str]:
    """The guessed day, if a line behind the headline prints it; the day in the address goes before it."""
    if seen.known is None and (day := guess()):
        lines = later_lines(seen.blocks, seen.stated.headline or "")
        if _day(day) in {one.time.day for one in seen.read(lines, prose=False)}:
            yield day


def _day(printed: str) -> date | None:
    try:
        return datetime.fromisoformat(printed).date()
    except ValueError:
        return None
