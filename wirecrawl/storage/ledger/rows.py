"""The values that a run gives to the ledger and gets from it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple, get_args

from wirecrawl.items import Marks

Outcome = Literal["new", "update", "duplicate", "unchanged", "gone", "filtered", "empty", "failed", "not reached"]
OUTCOMES: tuple[Outcome, ...] = get_args(Outcome)
# What a run does. Only crawls and replays that are kept take up what the runs before them left unfinished.
RunMode = Literal["crawl", "replay", "addresses", "backfill"]


@dataclass(frozen=True, slots=True)
class PageState:
    """A story's page and its outcome in an earlier run, with what a conditional request needs."""

    id: str
    url: str
    state: Outcome
    first_seen: str
    checked: str
    etag: str | None = None
    modified: str | None = None
    sha256: str | None = None
    captured: str | None = None  # when a public archive captured what is known of it, ISO 8601 UTC; None for the site
    capture_url: str | None = None

    @property
    def seen(self) -> str:
        """When the page was as it is known, ISO 8601 UTC."""
        return self.captured or self.checked


@dataclass(frozen=True, slots=True)
class ListState:
    """A list page as last read: its validators and its bytes, so that a 304 counts with the links it had."""

    url: str
    etag: str | None
    modified: str | None
    sha256: str | None
    body: bytes
    checked: str  # when it was last asked for, ISO 8601 UTC


class SightedLines(NamedTuple):
    """Lines that one page shows at one time (ISO 8601 UTC, "" for an unknown one), as JSON."""

    time: str
    page: str
    lines: bytes


@dataclass(frozen=True)
class JournalEntry:
    """A cleaned story that waits in the journal; `story` is its JSON, `rank` puts an agency's main site first.

    `text` (the key of its text) and `blocks` (the keys that similar stories share) are counted by the run on the way to
    the journal and are not stored in it.
    """

    link: str
    id: str
    published: str | None
    lead: int | None
    fetched: str | None
    rank: int
    story: bytes
    text: str | None = None
    blocks: Sequence[int] = ()


@dataclass(frozen=True, slots=True)
class Output:
    """A file outside data/feeds that a run writes, and the part file that holds its lines until they are committed.

    `run` is the start of the run as in the names of its feed files. `whole` is true once the lines are committed.
    `size` is that of the file before the lines were appended, in bytes; None while nothing was appended.
    """

    part: str
    file: str
    run: str
    is_lines: bool
    replaces: bool
    whole: bool = False
    size: int | None = None


@dataclass(frozen=True, slots=True)
class FeedVersion:
    """A version of a story that a run wrote to the feed, as far as the ledger keeps it; the headline is as printed."""

    id: str
    version: int
    thread: str
    headline: str | None
    marks: Marks
    url: str | None


class ListedCapture(NamedTuple):
    """A capture of a story that an index lists, for a backfill.

    `story` is its id, or its address where it has none; `time` has 14 digits; `original` is the address as captured,
    `link` its plainest spelling; `place` is where the record lies, "" in the Wayback Machine; `page` counts the pages
    of a story that its site cuts into several.
    """

    story: str
    time: str
    original: str
    link: str
    digest: str
    place: str
    page: int = 1
