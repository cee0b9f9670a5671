"""A cleaned story: as a row of the journal, and as the page that later runs know."""

from dataclasses import dataclass

import msgspec

from wirecrawl.items import Story
from wirecrawl.news.agencies import Agency
from wirecrawl.news.dedupe import Keys, keys_of
from wirecrawl.storage.ledger.damage import read_row
from wirecrawl.storage.ledger.rows import JournalEntry, Outcome, PageState
from wirecrawl.utils.saved_json import decode_saved
from wirecrawl.web.urls import under


@dataclass(slots=True)
class JournaledStory:
    """What the journal keeps of a page: its story and what a later conditional request needs."""

    story: Story
    etag: str | None = None
    modified: str | None = None
    keys: Keys | None = None


def entry_of(agency: Agency, link: str, waiting: JournaledStory) -> JournalEntry:
    """A cleaned story as the journal keeps it."""
    story = waiting.story
    waiting.keys = waiting.keys or keys_of(story)
    domains = agency.domains
    rank = next((n for n, domain in enumerate(domains) if under(story.site or "", domain)), len(domains))
    lead, data = story.marks.lead, msgspec.json.encode(waiting)
    return JournalEntry(
        link, story.id, story.published, lead, seen_at(story), rank, data, waiting.keys.text, waiting.keys.blocks
    )


def seen_at(story: Story) -> str | None:
    """When the page of a story was as it is, ISO 8601 UTC: when it was captured, else when it was fetched."""
    capture = story.provenance.capture
    return capture.time if capture else story.fetched


def story_in(entry: JournalEntry) -> JournaledStory:
    """The story of a row of the journal, which an earlier version of the program may have written.

    Raises LedgerError for a row that holds none.
    """
    return read_row(f"the story of {entry.link} in the ledger", lambda: decode_saved(entry.story, JournaledStory))


def page_state_of(journaled: JournaledStory, link: str, outcome: Outcome, started: str) -> PageState:
    """What later runs know of a story's page: its outcome, and what a conditional request needs.

    `link` is its address where the story has none, `started` its fetch time where that is unknown (ISO 8601 UTC).
    """
    story = journaled.story
    fetched, capture = story.fetched or started, story.provenance.capture
    return PageState(
        id=story.id,
        url=story.url or link,
        state=outcome,
        first_seen=story.first_seen or fetched,
        checked=fetched,
        etag=journaled.etag,
        modified=journaled.modified,
        sha256=story.provenance.sha256,
        captured=capture.time if capture else None,
        capture_url=capture.url if capture else None,
    )
