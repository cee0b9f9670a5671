"""The sighting of a line on a page, and the record that gathers the sightings of one headline."""

import sys
from collections.abc import Iterable
from dataclasses import dataclass

from wirecrawl.items import Headline
from wirecrawl.news import wire
from wirecrawl.news.dedupe.words.compared_headline import ComparedHeadline
from wirecrawl.utils.times import hours_between


@dataclass(frozen=True, slots=True)
class Sighting:
    """One line on one page. `position` counts from the top of the page, where the newest line is."""

    raw: str
    page: str
    position: int
    time: str | None = None  # as printed beside the line, else the time of fetching; ISO 8601 UTC
    url: str | None = None
    story: str | None = None
    fetched: str | None = None
    dated: bool = True  # whether `time` is printed; if not, the line may be older than that
    since: str | None = None  # when the page was last read before, if it showed the line then; ISO 8601 UTC


@dataclass(eq=False, slots=True)
class HeadlineRecord:
    """A headline with its chain, the times at which it was last seen, and the id of the story to which it links."""

    item: Headline
    line: ComparedHeadline
    chain: str
    printed: str | None = None  # the newest time printed beside it
    first_printed: str | None = None  # the oldest one
    undated: str | None = None  # the newest time of fetching of a page that prints it without a time
    link: str | None = None
    changed: bool = True  # whether it differs from what the feed has
    seen: bool = False  # whether this run saw it

    @property
    def last(self) -> str | None:
        """The time at which it was last seen, printed or fetched."""
        return _later(self.printed, self.undated)


def hours_apart(record: HeadlineRecord, sighting: Sighting) -> float:
    """Hours between a sighting and the time over which a record was seen; 0 within that time or if none is known.

    A printed time is compared with the printed times, a time of fetching with the times of fetching. A list shows its
    old lines again in each run, also those that are far older than the last stage of their record. A line without a
    time that its page goes on showing is as near as at the last look at that page, also if that was a day ago; but not
    one of a series (markets, weather), which has the same words each day.
    """
    seen = (record.first_printed, record.printed) if sighting.dated else (record.item.first_seen, record.undated)
    first, last = seen[0] or seen[1], seen[1]
    time = sighting.time
    if sighting.since and not sighting.dated and not (record.line.series or record.line.parsed.periodic):
        time = sighting.since
    if not (first and last and time) or first <= time <= last:
        return 0.0
    return min(hours_between(first, time), hours_between(last, time))


def oldest_first(sightings: Iterable[Sighting]) -> list[Sighting]:
    """Sort sightings for `join_headlines`: by time, then by page, and within a page from the bottom up."""
    return sorted(sightings, key=_age)


def _age(sighting: Sighting) -> tuple[str, str, int, str]:
    return (sighting.time or "", sighting.page, -sighting.position, sighting.raw)


def join(record: HeadlineRecord, line: ComparedHeadline, sighting: Sighting) -> None:
    """Add a sighting to its record.

    The record takes headline and marks from the line if the stage is new and not an older one, or if the record's own
    line was cut off and this one is complete.
    """
    item, stage = record.item, line.parsed.stage
    if not record.seen:
        record.seen, item.seen_on = True, []
    whole = record.line.cut and not line.cut and record.line.parsed.stage == stage
    if item.stages and stage not in item.stages and line.rank < record.line.rank:
        item.stages.insert(-1, stage)  # an earlier stage that is seen after a later one
        record.changed = True
    elif whole or stage not in item.stages:
        item.stages += [] if whole else [stage]
        item.headline, item.headline_raw = line.parsed.headline, wire.fold_space(sighting.raw)
        item.marks, record.line, record.changed = line.marks, line, True
    item.url = sighting.url or item.url
    record.link = sighting.story or record.link
    if sighting.dated:
        record.printed = _later(record.printed, sighting.time)
        record.first_printed = _earlier(record.first_printed, sighting.time)
    else:
        record.undated = _later(record.undated, sighting.time)
    item.first_seen = _earlier(item.first_seen, sighting.fetched)
    if item.seen_on[-1:] != [sighting.page]:
        item.seen_on.append(sys.intern(sighting.page))  # one copy of the address for all lines of the page


def _earlier(one: str | None, other: str | None) -> str | None:
    """Return the earlier of two times, the known one if the other is not known, None if neither is."""
    return min(one, other) if one and other else one or other or None


def _later(one: str | None, other: str | None) -> str | None:
    """Return the later of two times, None if neither is known."""
    return max(one or "", other or "") or None
