"""One run of a spider: who it is, its ledger, its journal and its tallies."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from wirecrawl.news.agencies import Agency, Link
from wirecrawl.news.dedupe import RepeatFilter, Sighting
from wirecrawl.news.discovery import Listing
from wirecrawl.reasons import NO_REASON, Reason
from wirecrawl.run.arguments import Arguments
from wirecrawl.run.backfill.task import BackfillTask
from wirecrawl.run.limits import RunLimits
from wirecrawl.run.reading.sightings import EarlierLook, packed, sightings, unpacked
from wirecrawl.run.tallies import Tallies
from wirecrawl.storage.archive.writer import Archive
from wirecrawl.storage.data_folder import DataFolder
from wirecrawl.storage.ledger.interface import Ledger
from wirecrawl.storage.ledger.rows import JournalEntry, Outcome, RunMode
from wirecrawl.utils.times import utc_iso

# UTC start of a run in file names: sortable, and with its microseconds no two runs share one.
STARTED = "%Y-%m-%dT%H-%M-%S.%fZ"


@dataclass
class Run:
    """State of one crawl or replay of one spider. `number` identifies it in the ledger; `start_run` makes one.

    A `persistent` run stays in the ledger beyond its end. One that is not has `repeats`, which counts the keys of its
    stories, so that it looks up only what at least two of them share.
    """

    spider: str
    agency: Agency
    ledger: Ledger
    data: DataFolder
    number: int
    started: datetime
    arguments: Arguments = field(default_factory=Arguments)
    limits: RunLimits = field(default_factory=RunLimits)
    replay: bool = False
    repeats: RepeatFilter | None = None
    past: BackfillTask | None = None  # of a backfill
    archive: Archive | None = None  # of a live run that archives what it fetches
    tallies: Tallies = field(default_factory=Tallies)
    leftover_parts: list[Path] = field(default_factory=list)  # .part files of earlier runs; this run's commit ends them

    @property
    def persistent(self) -> bool:
        return self.repeats is None

    @property
    def takes_up(self) -> bool:
        """Whether it requests what earlier runs know or left unfinished; not one of a list or an archive."""
        return self.arguments.urls is None and self.past is None

    def note_link(self, link: Link, source: str) -> bool:
        """Note a link; False when this run had noted it before."""
        return self.ledger.links.note_link(self.number, link.url, link.id, source)

    def set_outcome(self, url: str, outcome: Outcome, reason: Reason = NO_REASON, of: str | None = None) -> None:
        """Give a link its outcome; the first one stays."""
        self.ledger.links.set_outcome(self.number, url, outcome, reason.stored, of)

    def journal(self, entry: JournalEntry) -> None:
        """Write a cleaned story to the journal, where it waits until nothing is left to read."""
        if self.repeats is not None:
            self.repeats.count(entry.blocks, entry.id, entry.text or "")
        self.ledger.journal.add(self.number, entry)

    def may_know(self, name: str) -> bool:
        """Whether the ledger may have a story with this id or key of its text.

        A temporary run knows its own stories only, so it must have counted the name at least twice.
        """
        return self.repeats is None or self.repeats.is_repeated(name)

    def note_keys(self, keys: Sequence[int]) -> None:
        """Note the block keys of a version that is in the ledger now."""
        if self.repeats is not None:
            self.repeats.enter(keys)

    def known_keys(self, keys: Sequence[int]) -> Sequence[int]:
        """Those block keys that the ledger may have: in a temporary run those that were noted, else all."""
        return keys if self.repeats is None else self.repeats.entered(keys)

    @property
    def sightings(self) -> Iterator[Sighting]:
        """The headlines that the pages of this run show, the oldest first."""
        return unpacked(self.ledger.journal.sightings(self.number))

    def sight(self, listing: Listing, page: str, fetched: str | None, before: EarlierLook | None = None) -> None:
        """Write the headlines that a page shows to the ledger, durably; `fetched` is ISO 8601 UTC."""
        self.save_sightings(sightings(listing, page, fetched, before))

    def save_sightings(self, lines: list[Sighting]) -> None:
        """Write headlines to the ledger until the run gathers them; the next run takes over those of a killed one."""
        self.ledger.journal.add_sightings(self.number, packed(lines))


def start_run(
    spider: str,
    agency: Agency,
    ledger: Ledger,
    data: DataFolder,
    arguments: Arguments | None = None,
    limits: RunLimits | None = None,
    past: BackfillTask | None = None,
    *,
    replay: bool = False,
    persistent: bool = True,
    started: datetime | None = None,
) -> Run:
    """Enter a new run in the ledger and return it; `started` is now unless it is given."""
    moment = started or datetime.now(UTC)
    return Run(
        spider=spider,
        agency=agency,
        ledger=ledger,
        data=data,
        number=ledger.runs.start(spider, utc_iso(moment), _mode(arguments or Arguments(), past, replay=replay)),
        started=moment,
        arguments=arguments or Arguments(),
        limits=limits or RunLimits(),
        replay=replay,
        past=past,
        repeats=None if persistent else RepeatFilter(),  # any later run may share a key with a persistent one
    )


def _mode(arguments: Arguments, past: BackfillTask | None, *, replay: bool) -> RunMode:
    return "replay" if replay else "backfill" if past else "addresses" if arguments.urls else "crawl"
