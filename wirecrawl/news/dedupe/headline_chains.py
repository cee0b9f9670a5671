"""Ticker and list lines as Headline records: one record a line and item, its stages gathered, updates chained.

A line is compared with the records of this run and, through `Earlier`, with those of the runs before.
"""

import gc
import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from heapq import nsmallest
from typing import Protocol

from wirecrawl.items import Headline
from wirecrawl.news.dedupe.headline_records import HeadlineRecord, Sighting, join
from wirecrawl.news.dedupe.relations.headlines import HEADLINE_HOURS, Relation, relate_printed
from wirecrawl.news.dedupe.words.compared_headline import ComparedHeadline, read_line
from wirecrawl.news.dedupe.words.keys import headline_key
from wirecrawl.utils.times import hours_before, hours_between


class EarlierHeadlines(Protocol):
    """What earlier runs know of headlines."""

    def chains(
        self, agency: str, keys: Sequence[int], since: str | None, link: str | None = None
    ) -> Iterable[Sequence[HeadlineRecord]]:
        """The chains of which a record has one of the keys or the link and was last seen at or after `since`."""

    def named(self, headline_id: str) -> HeadlineRecord | None:
        """The record with this id, or None."""


class NoEarlierHeadlines:
    """No earlier run."""

    def chains(
        self, agency: str, keys: Sequence[int], since: str | None, link: str | None = None
    ) -> Iterable[Sequence[HeadlineRecord]]:
        """None."""
        return ()

    def named(self, headline_id: str) -> HeadlineRecord | None:
        """None."""
        return None


# A list may have thousands of lines of one mould ("Story 1", "Story 2"), and none of them may cost more for that.
_MOST = 24  # chains that a line is compared with: those that share most keys with it
_LONGEST = 100  # records of a chain; the next line of its kind begins another
_MOST_IN_BLOCK = 64  # chains that are found by one key, the newest


@dataclass
class HeadlineChains:
    """The headlines of one run of an agency.

    `hours`: as long apart or longer, the same words are another item; `window_hours`: how far back a line is compared.
    """

    agency: str
    earlier: EarlierHeadlines = field(default_factory=NoEarlierHeadlines)
    hours: float = HEADLINE_HOURS
    window_hours: float = 72.0
    records: dict[str, HeadlineRecord] = field(default_factory=dict)
    _chains: dict[str, list[HeadlineRecord]] = field(default_factory=dict)
    _blocks: dict[int, tuple[str, ...]] = field(default_factory=dict)
    _links: dict[str, list[str]] = field(default_factory=dict)

    def place(self, sighting: Sighting) -> HeadlineRecord:
        """Give a sighting its record: one that is there already, one that updates another, or a new one.

        Sightings come oldest first; every join is checked against all records of the chain.
        """
        line = read_line(sighting.raw, self.agency)
        record, before = self._find(line, sighting)
        if record is None:
            record = self._begin(line, sighting, before)
            if record.item.id not in self.records:
                self._enter(record)
        join(record, line, sighting)
        self._tie(record)
        return record

    def _tie(self, record: HeadlineRecord) -> None:
        """Let the chain be found by the link of its record."""
        if record.link and record.chain not in self._links.setdefault(record.link, []):
            self._links[record.link].append(record.chain)

    def _find(self, line: ComparedHeadline, sighting: Sighting) -> tuple[HeadlineRecord | None, HeadlineRecord | None]:
        """The record a line belongs to, or the one that it supersedes."""
        best: tuple[float, HeadlineRecord] | None = None
        for chain in self._candidates(line.keys, sighting):
            relations = [(record, self._relate(record, line, sighting)) for record in chain]
            related = [(record, relation) for record, relation in relations if relation.label != "different"]
            for record, relation in related:
                if relation.same_words:
                    return record, None  # the words of a member, which was checked against the others
            if len(related) < len(relations):
                continue
            near = max(relation.similarity for _, relation in relations)
            if best is None or near > best[0]:
                best = (near, chain[-1])
        return None, best[1] if best else None

    def _candidates(self, keys: Sequence[int], sighting: Sighting) -> list[list[HeadlineRecord]]:
        """The chains that share a key or the link, the one last seen first."""
        earliest = hours_before(sighting.time, self.window_hours)
        for chain in self.earlier.chains(self.agency, keys, earliest, sighting.story):
            for record in chain:
                if record.item.id not in self.records:
                    self._enter(record)
        names: set[str] = set()
        for key in keys:
            if found := self._blocks.get(key):
                names.update(found)
        if len(names) > _MOST:
            names = self._nearest(keys)
        if sighting.story:
            names.update(self._links.get(sighting.story, ()))
        chains = [chain for name in sorted(names) if len(chain := self._chains[name]) < _LONGEST]
        if len(chains) < 2:
            return chains
        return sorted(chains, key=lambda chain: max(record.last or "" for record in chain), reverse=True)

    def _nearest(self, keys: Sequence[int]) -> set[str]:
        """Of a crowd of chains those that share most keys."""
        shared = Counter(name for key in keys for name in self._blocks.get(key, ()))
        open_ones = (name for name in shared if len(self._chains[name]) < _LONGEST)
        return set(nsmallest(_MOST, open_ones, key=lambda name: (-shared[name], name)))

    def _relate(self, record: HeadlineRecord, line: ComparedHeadline, sighting: Sighting) -> Relation:
        """One page's line is one item whatever its words, however long it stands.

        Printed times are compared with printed ones, times of fetching with times of fetching.
        """
        if record.link is None or record.link != sighting.story:
            before = record.printed if sighting.dated else record.undated
            hours = hours_between(before, sighting.time)
            return relate_printed(record.line.parsed.raw, line.parsed.raw, self.agency, hours, self.hours)
        relation = relate_printed(record.line.parsed.raw, line.parsed.raw, self.agency, 0.0, self.hours)
        return replace(relation, label="update") if relation.label == "different" else relation

    def _begin(self, line: ComparedHeadline, sighting: Sighting, before: HeadlineRecord | None) -> HeadlineRecord:
        key = headline_key(line.parsed.headline, line.marks.labels)
        name = f"{self.agency}:headline-{hashlib.sha256(key.encode()).hexdigest()[:12]}"
        known = self.records.get(name) or self.earlier.named(name)
        if known and self._is_repeat(known, line, sighting):
            return known
        if known:
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
        return HeadlineRecord(item, line, before.chain if before else name)

    def _is_repeat(self, known: HeadlineRecord, line: ComparedHeadline, sighting: Sighting) -> bool:
        """Whether a record of the same id has the same words, which a crowd of lines like it kept from being found.

        Of one written before headlines were kept the id is all that is known of its words.
        """
        return not known.item.headline_raw or self._relate(known, line, sighting).same_words

    def _free(self, base: str) -> str:
        """The id of a headline; the same words as another item, a day later, are numbered."""
        name, number = base, 1
        while name in self.records or self.earlier.named(name):
            number += 1
            name = f"{base}-{number}"
        return name

    def _enter(self, record: HeadlineRecord) -> HeadlineRecord:
        self.records[record.item.id] = record
        self._chains.setdefault(record.chain, []).append(record)
        chain, blocks = record.chain, self._blocks
        for key in record.line.keys:
            names = blocks.get(key)
            if names is None:
                blocks[key] = (chain,)
            elif chain not in names:
                blocks[key] = (*names, chain)[-_MOST_IN_BLOCK:]
        self._tie(record)
        return record


def join_headlines(
    sightings: Iterable[Sighting], agency: str, gathering: HeadlineChains | None = None
) -> Iterator[HeadlineRecord]:
    """The records of lines that come oldest first; the oldest line first."""
    gathered = gathering or HeadlineChains(agency)
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
