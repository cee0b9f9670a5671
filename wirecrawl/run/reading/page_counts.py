"""What is counted of a cleaned page: its fields, its length, the layout that no longer fits."""

from dataclasses import dataclass

from wirecrawl.items import Story

COUNTED = ("dateline", "bylines", "editors", "notes", "end_mark", "images", "section", "keywords")


@dataclass(frozen=True)
class PageCounts:
    """What a cleaned page gave: the fields that it has, the length of its text, the layout that no longer fits."""

    filled: tuple[str, ...]
    length: int
    lost: str | None = None


def count_fields(story: Story) -> PageCounts:
    """What is counted of a story: a day in its address alone is no printed date, a picture story has its text
    in its captions."""
    required = {"headline": story.headline, "published": story.published_raw, "text": story.text or story.images}
    values = {**required, **{name: getattr(story, name) for name in COUNTED}}
    cleaner = story.provenance.cleaner
    values |= {"pages": True, "fallback": cleaner.startswith("trafilatura"), "lost": "lost" in cleaner}
    filled = tuple(name for name, value in values.items() if value)
    return PageCounts(filled, len(story.text), cleaner if "lost" in cleaner else None)
