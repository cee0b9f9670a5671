"""What is counted of a cleaned page: its fields, its length, the layout that no longer fits."""

from dataclasses import dataclass

from wirecrawl.items import REQUIRED, Story
from wirecrawl.news.cleaning.cleaner import is_layout_lost, is_whole_page
from wirecrawl.run.repeated_paragraphs import ShortParagraphs, short_paragraphs

COUNTED = ("dateline", "bylines", "editors", "notes", "end_mark", "images", "section", "keywords")


@dataclass(frozen=True)
class PageCounts:
    """What a cleaned page gave: the fields that it has, the length of its text, the layout that no longer fits.

    `cleaner` is its `provenance.cleaner`.
    """

    filled: tuple[str, ...]
    length: int
    lost: str | None = None
    short: ShortParagraphs | None = None
    cleaner: str = ""


def count_fields(story: Story) -> PageCounts:
    """What is counted of a story.

    A day in its address alone is no printed date, and a picture story has its text in its captions.
    """
    required = (story.headline, story.published_raw, story.text or story.images)
    values = {**dict(zip(REQUIRED, required, strict=True)), **{name: getattr(story, name) for name in COUNTED}}
    cleaner = story.provenance.cleaner
    lost = is_layout_lost(cleaner)
    values |= {"pages": True, "fallback": is_whole_page(cleaner), "lost": lost}
    filled = tuple(name for name, value in values.items() if value)
    short = short_paragraphs(story.id, story.site, cleaner, story.text)
    return PageCounts(filled, len(story.text), cleaner if lost else None, short, cleaner)
