"""What comes of a saved page: a story for the journal or an outcome, and what the page shows of others."""

from dataclasses import dataclass, field

from wirecrawl.news.agencies import SourceKind
from wirecrawl.news.discovery import Listing
from wirecrawl.reasons import NO_REASON, Reason
from wirecrawl.run.reading.page_counts import PageCounts
from wirecrawl.run.reading.sightings import EarlierLook, packed, sightings
from wirecrawl.storage.ledger.rows import JournalEntry, Outcome, SightedLines
from wirecrawl.web.answer import Answer


@dataclass(frozen=True)
class PageListing:
    """What a page shows of others: its address, links, and its lines as the ledger keeps them."""

    url: str = ""
    listing: Listing = field(default_factory=Listing)
    lines: tuple[SightedLines, ...] = ()


@dataclass(frozen=True)
class StoryResult:
    """What came of a capture: an outcome with its reason, or an entry of the journal."""

    link: str
    outcome: Outcome | None = None
    reason: Reason = NO_REASON
    of: str | None = None
    entry: JournalEntry | None = None
    counts: PageCounts | None = None
    cut_short: str | None = None  # the page that is missing at the story's end
    ticker: PageListing | None = None


@dataclass(frozen=True)
class ListResult:
    """What came of a list: its state, and what it shows."""

    url: str
    kind: SourceKind
    state: Reason
    shown: PageListing = field(default_factory=PageListing)


Result = StoryResult | ListResult


def page_listing(listing: Listing, found: Answer, before: EarlierLook | None = None) -> PageListing:
    """What a page shows, with its lines as the ledger keeps them."""
    return PageListing(found.url, listing, tuple(packed(sightings(listing, found.url, found.fetched, before))))
