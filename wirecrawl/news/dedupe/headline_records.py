"""A line as it was seen, and the record that gathers the lines of one headline."""

import sys
from collections.abc import Iterable
from dataclasses import dataclass

from wirecrawl.items import Headline
from wirecrawl.news import wire
from wirecrawl.news.dedupe.words.compared_headline import ComparedHeadline


@dataclass(frozen=True, slots=True)
class Sighting:
    """One line on one page. `position` counts from the top, where tickers and lists have the newest line."""

    raw: str
    page: str
    position: int
    time: str | None = None  # printed beside the line, or when the page was fetched; ISO 8601 UTC
    url: str | None = None
    story: str | None = None
    fetched: str | None = None
    dated: bool = True  # the time is printed; else the line is as old as that or older


@dataclass(eq=False, slots=True)
class HeadlineRecord:
    """A headline and what the decision needs of it: its chain, when it was last seen, the story behind its link."""

    item: Headline
    line: ComparedHeadline
    chain: str
    printed: str | None = None  # the newest time printed beside it
    undated: str | None = None  # the newest fetch of a page that shows it without a time
    link: str | None = None
    changed: bool = True  # it has something that the feed has not
    seen: bool = False  # in this run

    @property
    def last(self) -> str | None:
        """The newest time of all."""
        return _later(self.printed, self.undated)


def oldest_first(sightings: Iterable[Sighting]) -> list[Sighting]:
    """Lines in the order in which they are joined: by time, then by page, and within a page from the bottom up."""
    return sorted(sightings, key=_age)


def _age(sighting: Sighting) -> tuple[str, str, int, str]:
    return (sighting.time or "", sighting.page, -sighting.position, sighting.raw)


def join(record: HeadlineRecord, line: ComparedHeadline, sighting: Sighting) -> None:
    """Enter a sighting in its record; a stage that is new, or a line whole that was cut, gives headline and marks."""
    item, stage = record.item, line.parsed.stage
    if not record.seen:
        record.seen, item.seen_on = True, []
    whole = record.line.cut and not line.cut and record.line.parsed.stage == stage
    if item.stages and stage not in item.stages and line.rank < record.line.rank:
        item.stages.insert(-1, stage)  # seen after the stage that came after it
        record.changed = True
    elif whole or stage not in item.stages:
        item.stages += [] if whole else [stage]
        item.headline, item.headline_raw = line.parsed.headline, wire.fold_space(sighting.raw)
        item.marks, record.line, record.changed = line.marks, line, True
    item.url = sighting.url or item.url
    record.link = sighting.story or record.link
    if sighting.dated:
        record.printed = _later(record.printed, sighting.time)
    else:
        record.undated = _later(record.undated, sighting.time)
    item.first_seen = min(filter(None, (item.first_seen, sighting.fetched)), default=None)
    if item.seen_on[-1:] != [sighting.page]:
        item.seen_on.append(sys.intern(sighting.page))  # a year's pages stand in the records of all their lines


def _later(one: str | None, other: str | None) -> str | None:
    """The later of two times, None when neither is known."""
    return max(one or "", other or "") or None
