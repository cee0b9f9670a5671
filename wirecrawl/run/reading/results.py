"""What comes of a saved page: a story for the journal or an outcome, and what the page shows of others."""

from dataclasses import dataclass, field

from wirecrawl.news.agencies import SourceKind
from wirecrawl.news.discovery import Listing
from wirecrawl.run.reading.page_counts import Noted
from wirecrawl.run.reading.sightings import packed, sightings
from wirecrawl.storage.ledger.rows import JournalEntry, Outcome, SightedLines
from wirecrawl.web.answer import Answer


@dataclass(frozen=True)
class Shown:
    """What a page shows of others: its address, links, and its lines as the ledger keeps them."""

    url: str = ""
    listing: Listing = field(default_factory=Listing)
    lines: tuple[SightedLines, ...] = ()


@dataclass(frozen=True)
class StoryRead:
    """What came of a capture: an outcome with its reason, or an entry of the journal."""

    link: str
    outcome: Outcome | None = None
    reason: str = ""
    of: str | None = None
    entry: JournalEntry | None = None
    noted: Noted | None = None
    cut_short: str | None = None  # the page that is missing at the story's end
    ticker: Shown | None = None


@dataclass(frozen=True)
class ListRead:
    """What came of a list: its state, and what it shows."""

    url: str
    kind: SourceKind
    state: str
    shown: Shown = field(default_factory=Shown)


Read = StoryRead | ListRead


def page_listing(listing: Listing, found: Answer) -> Shown:
    """What a page shows, with its lines as the ledger keeps them."""
    return Shown(found.url, listing, tuple(packed(sightings(listing, found.url, found.fetched))))
