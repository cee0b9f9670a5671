"""Gathers the lines of tickers and lists into headline records, and chains the records that update each other.

All stages of one headline go into one record. A line is compared with the records of this run and, through
`EarlierHeadlines`, with those of earlier runs.
"""

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, field, replace
from heapq import nsmallest
from typing import Protocol

from wirecrawl.items import Headline
from wirecrawl.news.dedupe.headline_records import HeadlineRecord, Sighting, hours_apart, join
from wirecrawl.news.dedupe.meaning.pair_keys import is_alike
from wirecrawl.news.dedupe.relations.headlines import HEADLINE_HOURS, Relation, relate_lines, relate_printed
from wirecrawl.news.dedupe.words.compared_headline import ComparedHeadline, read_line
from wirecrawl.news.dedupe.words.keys import headline_key
from wirecrawl.utils.garbage import no_collection
from wirecrawl.utils.times import hours_before


class EarlierHeadlines(Protocol):
    """Gives access to the headline records of earlier runs; the ledger implements it."""

    def chains(
        self, agency: str, keys: Sequence[int], since: str | None, link: str | None = None
    ) -> Iterable[Sequence[HeadlineRecord]]:
        """Return the chains with a record that has one of the keys or the link, and was seen at or after `since`."""

    def named(self, headline_id: str) -> HeadlineRecord | None:
        """Return the record with this id, or None."""


class NoEarlierHeadlines:
    """Stands for the earlier runs if there are none."""

    def chains(
        self, agency: str, keys: Sequence[int], since: str | None, link: str | None = None
    ) -> Iterable[Sequence[HeadlineRecord]]:
        """None."""
        return ()

    def named(self, headline_id: str) -> HeadlineRecord | None:
        """None."""
        return None


# Bounds on the work for one line. A list may hold thousands of lines with the same pattern ("Story 1", "Story 2").
_MOST = 24  # chains that a line is compared with: those with which it shares the most keys
_LONGEST = 100  # records of a chain; a further line begins a new chain
_MOST_IN_BLOCK = 64  # chains that are stored under one key: the newest


@dataclass
class HeadlineChains:
    """The headline records of one run of an agency.

    The same words are another item if they are seen `hours` or more apart. A line is compared with records that were
    last seen at most `window_hours` before it.
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
        """Return the record of a sighting: a known one, or a new one, which may supersede a known one.

        Sightings must come oldest first. A line joins a chain only if it updates or repeats one record and is on
        the event of all.
        """
        line = read_line(sighting.raw, self.agency)
        record, before = self._find(line, sighting)
        if record is None:
            record = self._begin(line, sighting, before)
            if record.item.id not in self.records:
                self._enter(record)
        join(record, line, sighting)
        if record.link:
            self._tie(record.link, record.chain)
        return record

    def _tie(self, link: str, chain: str) -> None:
        """Enter a chain under the link of one of its records."""
        if chain not in (chains := self._links.setdefault(link, [])):
            chains.append(chain)

    def _find(self, line: ComparedHeadline, sighting: Sighting) -> tuple[HeadlineRecord | None, HeadlineRecord | None]:
        """Return (the record to which a line belongs, None), or (None, the record that it supersedes, if any)."""
        best: tuple[float, HeadlineRecord, bool] | None = None
        for chain in self._candidates(line, sighting):
            relations = []
            for record in chain:
                relation = self._relate(record, line, sighting)
                if relation.same_words:
                    return record, None  # this record was compared with the rest of its chain before
                relations.append((record, relation))
            related = [(record, relation) for record, relation in relations if relation.label != "different"]
            if not related or not all(relation.one_thread for _, relation in relations):
                continue
            nearest, relation = max(related, key=lambda pair: pair[1].similarity)
            repeats = relation.label == "duplicate"
            if best is None or relation.similarity > best[0]:
                best = (relation.similarity, nearest if repeats else chain[-1], repeats)
        if best is None:
            return None, None
        return (best[1], None) if best[2] else (None, best[1])

    def _candidates(self, line: ComparedHeadline, sighting: Sighting) -> Iterator[list[HeadlineRecord]]:
        """Yield the chains that share a key or the link with a line, the most recently seen first.

        Those that share a key of words or the link come before those that share a pair of concepts: a line that is on a
        page again needs no look-up of these.
        """
        self._enter_earlier(line, sighting)
        linked = self._links.get(sighting.story, ()) if sighting.story else ()
        if not linked and self._blocks.keys().isdisjoint(line.block_keys):  # true of most new lines
            return
        names = self._sharing(line.keys)
        names.update(linked)
        yield from self._open(names)
        if more := self._sharing(line.pairs) - names:
            yield from self._open({name for name in more if self._is_alike(name, line)})

    def _enter_earlier(self, line: ComparedHeadline, sighting: Sighting) -> None:
        """Enter the records of earlier runs that share a key or the link with a line."""
        since = hours_before(sighting.time, self.window_hours)
        for chain in self.earlier.chains(self.agency, line.block_keys, since, sighting.story):
            for record in chain:
                if record.item.id not in self.records:
                    self._enter(record)

    def _sharing(self, keys: Sequence[int]) -> set[str]:
        """Return the names of the chains that share a key; if they are many, of those that share the most."""
        names: set[str] = set()
        for key in keys:
            if found := self._blocks.get(key):
                names.update(found)
        return self._nearest(keys) if len(names) > _MOST else names

    def _is_alike(self, name: str, line: ComparedHeadline) -> bool:
        return any(is_alike(record.line.gist, line.gist) for record in self._chains[name])

    def _open(self, names: Set[str]) -> list[list[HeadlineRecord]]:
        """Return the chains that another record may join, the most recently seen first."""
        chains = [chain for name in sorted(names) if len(chain := self._chains[name]) < _LONGEST]
        if len(chains) < 2:
            return chains
        return sorted(chains, key=lambda chain: max(record.last or "" for record in chain), reverse=True)

    def _nearest(self, keys: Sequence[int]) -> set[str]:
        """Return the names of the `_MOST` chains that share the most keys."""
        shared = Counter(name for key in keys for name in self._blocks.get(key, ()))
        open_ones = (name for name in shared if len(self._chains[name]) < _LONGEST)
        return set(nsmallest(_MOST, open_ones, key=lambda name: (-shared[name], name)))

    def _relate(self, record: HeadlineRecord, line: ComparedHeadline, sighting: Sighting) -> Relation:
        """Compare a new line with a known headline.

        If both link to the same story they are the same item, even if the wording changed or days have passed: a
        different wording counts as an update.
        """
        if record.link is None or record.link != sighting.story:
            hours = hours_apart(record, sighting)
            if record.line is line:  # the line is printed again, which is seen at once
                return relate_lines(line, line, hours, self.hours)
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
            stages=[],  # `join` adds the first stage, with the line as printed
            supersedes=before.item.id if before else None,
            story=None,
            url=None,
            seen_on=[],
            first_seen=None,
        )
        return HeadlineRecord(item, line, before.chain if before else name)

    def _is_repeat(self, known: HeadlineRecord, line: ComparedHeadline, sighting: Sighting) -> bool:
        """Whether the record that has the id of a new line has the same words.

        `_find` may miss such a record, because it looks at the nearest chains only. Old ledgers have records without a
        printed headline; for these, the equal id is enough.
        """
        return not known.item.headline_raw or self._relate(known, line, sighting).same_words

    def _free(self, base: str) -> str:
        """Return an id that no record has: if the same words become another item, a number is added to the id."""
        name, number = base, 1
        while name in self.records or self.earlier.named(name):
            number += 1
            name = f"{base}-{number}"
        return name

    def _enter(self, record: HeadlineRecord) -> None:
        self.records[record.item.id] = record
        self._chains.setdefault(record.chain, []).append(record)
        chain, blocks, alone = record.chain, self._blocks, (record.chain,)
        for key in record.line.block_keys:
            names = blocks.setdefault(key, alone)
            if chain not in names:
                blocks[key] = (*names, chain)[-_MOST_IN_BLOCK:]
        if record.link:
            self._tie(record.link, chain)


def join_headlines(
    sightings: Iterable[Sighting], agency: str, chains: HeadlineChains | None = None
) -> Iterator[HeadlineRecord]:
    """Yield the headline records of sightings, which must come oldest first, in the order of their first lines."""
    gathered = chains or HeadlineChains(agency)
    with no_collection():  # headlines stay in memory: to search them for garbage took a fifth of the time of this step
        for sighting in sightings:
            gathered.place(sighting)
    for record in gathered.records.values():
        if record.seen:
            record.item.seen_on = sorted(set(record.item.seen_on))  # a page that was read twice is in it twice
            yield record
