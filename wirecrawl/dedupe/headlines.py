"""Ticker and list lines as Headline records: one record a line and item, its stages gathered, updates chained.

A line is compared with the records of this run and, through `Earlier`, with those of the runs before.
"""

import gc
import hashlib
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import Protocol

from wirecrawl import wire
from wirecrawl.dedupe.keys import headline_key
from wirecrawl.dedupe.line import Line, read_line
from wirecrawl.dedupe.relation import HEADLINE_HOURS, Relation, relate_lines
from wirecrawl.items import Headline


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
class Record:
    """A headline and what the decision needs of it: its chain, when it was last seen, the story behind its link."""

    item: Headline
    line: Line
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


class Earlier(Protocol):
    """What earlier runs know of headlines."""

    def chains(
        self, agency: str, keys: Sequence[int], since: str | None, link: str | None = None
    ) -> Iterable[Sequence[Record]]:
        """The chains of which a record has one of the keys or the link and was last seen at or after `since`."""

    def named(self, headline_id: str) -> Record | None:
        """The record with this id, or None."""


class Nothing:
    """No earlier run."""

    def chains(
        self, agency: str, keys: Sequence[int], since: str | None, link: str | None = None
    ) -> Iterable[Sequence[Record]]:
        """None."""
        return ()

    def named(self, headline_id: str) -> Record | None:
        """None."""
        return None


@dataclass
class Gathering:
    """The headlines of one run of an agency.

    `hours`: as long apart or longer, the same words are another item; `window_hours`: how far back a line is compared.
    """

    agency: str
    earlier: Earlier = field(default_factory=Nothing)
    hours: float = HEADLINE_HOURS
    window_hours: float = 72.0
    records: dict[str, Record] = field(default_factory=dict)
    _chains: dict[str, list[Record]] = field(default_factory=dict)
    _blocks: dict[int, tuple[str, ...]] = field(default_factory=dict)
    _links: dict[str, list[str]] = field(default_factory=dict)

    def place(self, sighting: Sighting) -> Record:
        """Give a sighting its record: one that is there already, one that updates another, or a new one.

        Sightings come oldest first; every join is checked against all records of the chain.
        """
        line = read_line(sighting.raw, self.agency)
        record, before = self._find(line, sighting)
        if record is None:
            record = self._enter(self._begin(line, sighting, before))
        _join(record, line, sighting)
        self._tie(record)
        return record

    def _tie(self, record: Record) -> None:
        """Let the chain be found by the link of its record."""
        if record.link and record.chain not in self._links.setdefault(record.link, []):
            self._links[record.link].append(record.chain)

    def _find(self, line: Line, sighting: Sighting) -> tuple[Record | None, Record | None]:
        """The record a line belongs to, or the one that it supersedes."""
        best: tuple[float, Record] | None = None
        for chain in self._candidates(line.keys, sighting):
            relations = [(record, self._relate(record, line, sighting)) for record in chain]
            related = [(record, relation) for record, relation in relations if relation.label != "different"]
            for record, relation in related:
                if relation.same_words:
                    return record, None  # the words of a member, which was checked against the others
            if len(related) < len(relations):
                continue
            near = max(relation.similarity for _, relation in relations)
            best = max(best or (near, chain[-1]), (near, chain[-1]), key=lambda found: found[0])
        return None, best[1] if best else None

    def _candidates(self, keys: Sequence[int], sighting: Sighting) -> list[list[Record]]:
        """The chains that share a key or the link, the one last seen first."""
        earliest = since(sighting.time, self.window_hours)
        for chain in self.earlier.chains(self.agency, keys, earliest, sighting.story):
            for record in chain:
                if record.item.id not in self.records:
                    self._enter(record)
        names: set[str] = set()
        for key in keys:
            if found := self._blocks.get(key):
                names.update(found)
        if sighting.story:
            names.update(self._links.get(sighting.story, ()))
        if len(names) < 2:
            return [self._chains[name] for name in names]
        chains = [self._chains[name] for name in sorted(names)]
        return sorted(chains, key=lambda chain: max(record.last or "" for record in chain), reverse=True)

    def _relate(self, record: Record, line: Line, sighting: Sighting) -> Relation:
        """One page's line is one item whatever its words, however long it stands.

        Printed times are compared with printed ones, times of fetching with times of fetching.
        """
        if record.link is None or record.link != sighting.story:
            before = record.printed if sighting.dated else record.undated
            return relate_lines(record.line, line, hours_between(before, sighting.time), self.hours)
        relation = relate_lines(record.line, line, 0.0, self.hours)
        return replace(relation, label="update") if relation.label == "different" else relation

    def _begin(self, line: Line, sighting: Sighting, before: Record | None) -> Record:
        key = headline_key(line.parsed.headline, line.marks.labels)
        name = f"{self.agency}:headline-{hashlib.sha256(key.encode()).hexdigest()[:12]}"
        known = None if name in self.records else self.earlier.named(name)
        if known and not known.item.headline_raw:
            return known  # written before headlines were kept: its id is all that is known of its words
        if known or name in self.records:
            name = self._free(name)
        item = Headline(
            id=name,
            agency=self.agency,
            headline=line.parsed.headline,
            headline_raw="",
            marks=line.marks,
            stages=[],  # the first one comes with its line as printed
            supersedes=before.item.id if before else None,
            story=None,
            url=None,
            seen_on=[],
            first_seen=None,
        )
        return Record(item, line, before.chain if before else name)

    def _free(self, base: str) -> str:
        """The id of a headline; the same words as another item, a day later, are numbered."""
        name, number = base, 1
        while name in self.records or self.earlier.named(name):
            number += 1
            name = f"{base}-{number}"
        return name

    def _enter(self, record: Record) -> Record:
        self.records[record.item.id] = record
        self._chains.setdefault(record.chain, []).append(record)
        chain, blocks = record.chain, self._blocks
        for key in record.line.keys:
            names = blocks.get(key)
            if names is None:
                blocks[key] = (chain,)
            elif chain not in names:
                blocks[key] = (*names, chain)
        self._tie(record)
        return record


def oldest_first(sightings: Iterable[Sighting]) -> list[Sighting]:
    """Lines in the order in which they are joined: by time, then by page, and within a page from the bottom up."""
    return sorted(sightings, key=_age)


def join_headlines(sightings: Iterable[Sighting], agency: str, gathering: Gathering | None = None) -> Iterator[Record]:
    """The records of lines that come oldest first; the oldest line first."""
    gathered = gathering or Gathering(agency)
    with _uncollected():
        for sighting in sightings:
            gathered.place(sighting)
    for record in gathered.records.values():
        if record.seen:
            record.item.seen_on = sorted(set(record.item.seen_on))  # read twice, a page stands there twice
            yield record


@contextmanager
def _uncollected() -> Iterator[None]:
    """No search for cyclic garbage: a run keeps its headlines, and looking through them took a fifth of its time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _join(record: Record, line: Line, sighting: Sighting) -> None:
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
    item.first_seen = min(item.first_seen or sighting.fetched or "", sighting.fetched or item.first_seen or "") or None
    if item.seen_on[-1:] != [sighting.page]:
        item.seen_on.append(sys.intern(sighting.page))  # a year's pages stand in the records of all their lines


def _later(one: str | None, other: str | None) -> str | None:
    """The later of two times, None when neither is known."""
    return max(one or "", other or "") or None


@lru_cache(maxsize=1 << 10)  # the lines of a page share their times
def hours_between(one: str | None, other: str | None) -> float:
    """Hours between two times in ISO 8601, 0 when one is not known."""
    if not one or not other:
        return 0.0
    return abs((datetime.fromisoformat(other) - datetime.fromisoformat(one)).total_seconds()) / 3600


@lru_cache(maxsize=1 << 10)
def since(time: str | None, hours: float) -> str | None:
    """The time `hours` before another, ISO 8601 UTC; None when that is not known."""
    if not time:
        return None
    return (datetime.fromisoformat(time) - timedelta(hours=hours)).astimezone(UTC).isoformat(timespec="seconds")


def _age(sighting: Sighting) -> tuple[str, str, int, str]:
    return (sighting.time or "", sighting.page, -sighting.position, sighting.raw)
