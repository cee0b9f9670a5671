"""What the rest of the program asks of a ledger, whatever database keeps it.

Times are ISO 8601 in UTC, `run` is the number that `Runs.start` gave, and every method raises LedgerError when the
database fails. What is written is durable at once, inside a transaction when that is committed.

The file is longer than others because the whole contract of a store stands in one place.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any, Protocol

from wirecrawl.news.dedupe import Compared, HeadlineRecord, StoryVersion
from wirecrawl.news.dedupe.headline_chains import EarlierHeadlines
from wirecrawl.storage.archive.writer import ArchiveFiles, CaptureStore
from wirecrawl.storage.ledger.rows import (
    FeedVersion,
    JournalEntry,
    ListedCapture,
    ListState,
    Outcome,
    Output,
    PageState,
    RunMode,
    SightedLines,
)


class SpiderLock(Protocol):
    """Keeps two runs of one spider from going on at the same time."""

    def hold(self, spider: str, started: str) -> AbstractContextManager[None]:
        """Hold the lock of a spider; entering raises RunningAlready, which says since when its holder runs."""


class Links(Protocol):
    """The links that each run saw, and the one outcome of each."""

    def note_link(self, run: int, url: str, story_id: str | None, source: str) -> bool:
        """Note that a run saw a link; False when it had seen it before."""

    def has_other_link(self, run: int, url: str, story_id: str) -> bool:
        """Whether a run saw another link to the same story; fast however many there are."""

    def other_links(self, run: int, url: str, story_id: str) -> Mapping[str, Outcome | None]:
        """The other links of a run to the same story, with their outcomes so far."""

    def set_outcome(self, run: int, url: str, outcome: Outcome, reason: str = "", of: str | None = None) -> None:
        """Give a link its outcome; the first one stays."""

    def reopen(self, run: int, url: str, reason: str) -> bool:
        """Take its outcome from a link that ended `unchanged` for a reason; False when there is no such link."""

    def mark_unreached(self, run: int, reason: str) -> None:
        """Give every link without an outcome `not reached`."""

    def balance(self, run: int) -> tuple[int, Mapping[Outcome, int]]:
        """Number of links a run saw, and how many ended in each outcome; every outcome is listed."""

    def outcomes(self, run: int, *, leave_out: Iterable[Outcome] = ()) -> Iterator[dict[str, Any]]:
        """url, id, outcome, reason and `of` of the links of a run; those filtered by their shape are not listed."""

    def last_outcome(self, url: str) -> Outcome | None:
        """What became of an address in the last run that saw it, None for nothing yet; fast in a ledger of any size."""

    def history(self, link: str) -> list[dict[str, Any]]:
        """What became of an address, or of every address of a story id, run by run, the newest first."""

    def unfinished(self, spider: str, run: int, since: str) -> list[str]:
        """Links first seen at or after `since` that earlier crawls and replays did not finish."""


class Pages(Protocol):
    """Story pages and lists as earlier runs left them."""

    def find(self, story_id: str) -> PageState | None:
        """The page of a story, or None."""

    def recent(self, spider: str, since: str) -> list[PageState]:
        """Pages of a spider first seen at or after `since`, oldest first."""

    def save(self, spider: str, page: PageState) -> None:
        """Remember a page; the time at which it was first seen stays."""

    def find_list(self, url: str) -> ListState | None:
        """A list page as last read, or None."""

    def save_list(self, spider: str, page: ListState) -> None:
        """Remember a list page; called when its links are in the ledger, never before."""

    def check_list(self, url: str, checked: str) -> None:
        """Remember that a list page was asked for and is unchanged."""


class Journal(Protocol):
    """What a run has read and not yet decided, and the feed files that hold what it has decided."""

    def add(self, run: int, entry: JournalEntry) -> None:
        """Keep a cleaned story until it is decided."""

    def entries(self, run: int) -> Iterator[JournalEntry]:
        """The stories of a run in the order of decision: (published, lead, id), fetch time, rank of the host."""

    def count(self, run: int) -> int:
        """How many stories of a run wait for their decision."""

    def remove(self, run: int, link: str) -> None:
        """Take a decided story out."""

    def add_sightings(self, run: int, lines: Iterable[SightedLines]) -> None:
        """Keep the headlines that a page shows until the run decides on headlines."""

    def sightings(self, run: int) -> Iterator[SightedLines]:
        """The headlines of every page that a run read, the oldest first."""

    def remove_sightings(self, run: int) -> None:
        """Drop the sightings of a run."""

    def add_feed(self, run: int, path: str, lines: int) -> None:
        """List a feed file that is durable, with the number of its lines."""


class Stories(Protocol):
    """Versions of stories that are in the feed, or go there in the open transaction."""

    def expect(self, ids: Sequence[str], text_keys: Sequence[str]) -> None:
        """Say which ids and keys of texts are about to be looked up; a database far away is then asked once."""

    def by_id(self, run: int, story_id: str) -> StoryVersion | None:
        """The newest version under an id."""

    def all_by_id(self, run: int, story_id: str) -> Iterator[StoryVersion]:
        """Every version under an id, the newest first."""

    def by_text(self, run: int, story: StoryVersion) -> StoryVersion | None:
        """The first story of the same agency's sites that has the text of a story; None for one without letters."""

    def chains(
        self,
        run: int,
        story: StoryVersion,
        since: str | None,
        until: str | None = None,
        keys: Sequence[int] | None = None,
    ) -> Iterator[list[StoryVersion]]:
        """Threads of the same agency that share a block with a story, none older than `since`, with their texts.

        With `until` none that is later either: those of years ago are not crowded out by those of today. Only `keys`
        are looked up if they are given, such as those that the ledger is known to have.
        """

    def add(self, run: int, spider: str, known: StoryVersion, published: str | None, url: str | None) -> None:
        """Enter a version that goes to the feed."""

    def compared(self, run: int, url: str, found: Iterable[Compared]) -> None:
        """Remember what the story of a link was compared with."""

    def comparisons(self, run: int, url: str) -> list[Compared]:
        """What the story of a link was compared with, the nearest first."""

    def versions(self, story_id: str) -> list[tuple[StoryVersion, str | None]]:
        """Every version of every story in the thread of an id, oldest first, with its text while that is kept."""

    def forget(self, before: str) -> None:
        """Drop texts, blocks and comparisons of versions that runs before a time wrote; ids and keys stay."""


class Headlines(EarlierHeadlines, Protocol):
    """Headline records that are in the feed."""

    def save(self, run: int, spider: str, record: HeadlineRecord) -> None:
        """Enter a record, or what is new of it."""

    def forget(self, before: str) -> None:
        """Drop headlines that no run since a time has seen."""


class Leftovers(Protocol):
    """What the runs of a spider before `run` left undone."""

    def feed_paths(self) -> list[str]:
        """Feed files that a commit lists."""

    def waiting(self, spider: str, run: int) -> list[JournalEntry]:
        """Stories that were cleaned and not decided, those of the latest run last."""

    def entered(self, spider: str, run: int, story_id: str, outcome: str, reason: str) -> None:
        """Give the open links to a story the outcome that its line in a feed proves."""

    def undecided(self, spider: str, run: int, link: str) -> None:
        """Take a story out of the journal: its line is in a feed."""

    def take_over(self, spider: str, run: int) -> tuple[int, int]:
        """Make journal and sightings those of `run`; returns the number of stories and of pages."""

    def close(self, spider: str, run: int) -> None:
        """Write the end of runs that have none: verdict `cut off`, links without an outcome `not reached`."""


class Runs(Protocol):
    """Runs, and what they measured of themselves."""

    def start(self, spider: str, started: str, mode: RunMode = "crawl") -> int:
        """Open a run; returns its number."""

    def close(self, run: int, finished: str, verdict: str, exit_code: int, report: str) -> None:
        """Write the end of a run."""

    def measure(self, run: int, measures: Mapping[str, float], *, comparable: bool) -> None:
        """Keep the measures of a run; later runs are compared with those of comparable ones."""

    def baseline(self, spider: str, run: int, since: str, runs: int) -> list[dict[str, float]]:
        """Measures of the last `runs` comparable runs before `run` that were not broken, the newest first."""

    def least(self, spider: str, since: str, name: str) -> float | None:
        """The least that comparable runs since a time measured of one thing."""

    def measures(self, run: int) -> dict[str, float]:
        """Measures of a run, by name."""

    def last(self, spider: str | None, count: int) -> list[dict[str, Any]]:
        """The last runs of a spider, or of all, the newest first."""

    def count_old(self, spider: str, before: str) -> int:
        """Number of links and measures of a spider's runs that started before a time."""

    def forget(self, spider: str, before: str) -> None:
        """Drop links and measures of runs that started before a time."""


class Statistics(Protocol):
    """What the ledger says of the runs of some days, for a page that shows it."""

    def spiders(self) -> list[str]:
        """Names of the spiders that have runs, sorted."""

    def runs(self, spider: str, since: str) -> list[dict[str, Any]]:
        """Runs of a spider that started at or after a time, the oldest first."""

    def measures(self, spider: str, since: str, kinds: Iterable[str]) -> Mapping[int, Mapping[str, float]]:
        """Measures of these runs by run and name: those of a kind, which is the name as far as its first colon."""

    def first_sights(self, spider: str, since: str) -> list[tuple[str, str]]:
        """Of each story first seen at or after a time: when it was published, as its page says, and first seen."""

    def thread_lengths(self, spider: str, since: str) -> Mapping[int, int]:
        """How many threads have 1, 2, ... versions: those with a story first seen at or after a time."""

    def chain_lengths(self, spider: str, since: str) -> Mapping[int, int]:
        """How many chains have 1, 2, ... headline records that were seen at or after a time."""

    def versions(self, run: int) -> list[FeedVersion]:
        """The versions that a run wrote to the feed for the links that it saw, by id."""


class Outputs(Protocol):
    """Files outside of data/feeds that a run writes (`-o FILE`), until they have their lines."""

    def open(self, spider: str, output: Output) -> None:
        """Note an output before its run decides."""

    def make_whole(self, run: str, part: str | None = None) -> None:
        """The lines of a run's outputs, or of one of them, are committed and to be delivered."""

    def begin(self, part: Path, size: int) -> None:
        """Remember how large the file is to which a part is about to be appended."""

    def end(self, part: Path) -> None:
        """Forget an output that has its lines, or will have none."""

    def waiting(self, spider: str) -> list[Output]:
        """The outputs of a spider that are not ended, the oldest first."""


class Past(Protocol):
    """What backfills know: the months that are done, the captures that an index lists, the stories it has none of."""

    def is_done(self, spider: str, index: str, prefer: str, month: str) -> bool:
        """Whether a month (YYYY-MM) was asked for whole, and each of its stories had its end."""

    def finish(self, spider: str, index: str, prefer: str, month: str, done: str) -> None:
        """Remember that a month is done, since `done`."""

    def forget_listed(self, spider: str) -> None:
        """Drop the captures that runs of a spider listed."""

    def list_captures(self, run: int, month: str, captures: Iterable[ListedCapture]) -> None:
        """Keep captures that an index lists, while their run goes on."""

    def stories(self, run: int, month: str) -> Iterator[tuple[str, str]]:
        """Each story of a month, with the address of its first capture, by address."""

    def take(self, run: int, story: str, most: int, *, latest: bool) -> ListedCapture | None:
        """The next capture of a story to read, of bytes that were not read yet; None after `most` of them."""

    def later_page(self, run: int, story: str, page: int) -> ListedCapture | None:
        """A capture of a later page of a story."""

    def count_open(self, run: int, month: str) -> int:
        """Number of stories of a month that have no outcome, failed, or were not reached."""

    def has_miss(self, spider: str, index: str, prefer: str, story: str) -> bool:
        """Whether earlier captures of a story were read and held none."""

    def add_miss(self, spider: str, index: str, prefer: str, story: str) -> None:
        """Remember that the captures of a story hold none."""


class Ledger(Protocol):
    """One open ledger: what every run saw and what became of it."""

    path: str  # where it is, for messages; "" for one that is gone when it is closed
    links: Links
    pages: Pages
    journal: Journal
    stories: Stories
    headlines: Headlines
    leftovers: Leftovers
    runs: Runs
    captures: CaptureStore
    archive_files: ArchiveFiles
    outputs: Outputs
    statistics: Statistics
    past: Past

    def transaction(self, *, alone: bool = False) -> AbstractContextManager[None]:
        """Write everything inside or nothing of it; inside an open transaction, it is part of that one.

        With `alone` no other process decides or recovers meanwhile.
        """

    def begin(self) -> None:
        """Open a transaction by hand: the deciding pass holds one until its feed files are durable."""

    def require_transaction(self) -> None:
        """Raises LedgerError when the transaction is no longer open, as after a full disk."""

    def commit(self) -> None:
        """Make everything since `begin` durable."""

    def rollback(self) -> None:
        """Undo everything since `begin`, if a transaction is open."""

    def shrink(self) -> None:
        """Return the space of deleted rows to the file system. Raises LedgerError where that has no room."""

    def count_rows(self) -> Mapping[str, int]:
        """Number of rows of each table."""

    def faults(self) -> list[str]:
        """What is wrong with the rows, each with its number; empty for a sound ledger."""

    def close(self) -> None:
        """Close it; an open transaction is rolled back."""
