"""A cleaned story as the journal keeps it."""

from dataclasses import dataclass

import msgspec

from wirecrawl.items import Story
from wirecrawl.news.agencies import Agency
from wirecrawl.news.dedupe import Keys, keys_of
from wirecrawl.storage.ledger.rows import JournalEntry
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
        link, story.id, story.published, lead, story.fetched, rank, data, waiting.keys.text, waiting.keys.blocks
    )
