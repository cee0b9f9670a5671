"""Atom: one file with the newest stories, each in its latest version, for a feed reader. Headlines are left out."""

from collections.abc import Iterable
from datetime import UTC, datetime
from heapq import nlargest
from pathlib import Path
from typing import Any

from wirecrawl.items import Story
from wirecrawl.storage.feed.formats.characters import writable
from wirecrawl.storage.feed.formats.exports import ExportOptions, Line
from wirecrawl.storage.feed.formats.ninjs_items import body_html, check_prefix, item_uri
from wirecrawl.storage.feed.formats.places import time_of, utc

CONTENT = None
BESIDE: tuple[str, ...] = ()
HEADLINES = False
LIBRARIES = ("feedgen",)
OPTIONS = ("limit", "uri_prefix")
_NEVER = datetime(1970, 1, 1, tzinfo=UTC)
_TITLE = "Wire stories"


def write(lines: Iterable[Line], target: Path, options: ExportOptions) -> None:
    """Write the `limit` newest stories, the newest first. Raises BadArgument for a prefix that begins no URI."""
    from feedgen.feed import FeedGenerator

    check_prefix(options.uri_prefix)
    newest = nlargest(options.limit, (line for line in lines if isinstance(line, Story)), key=_moment)
    feed = FeedGenerator()
    feed.id(item_uri("feed", options.uri_prefix))
    feed.title(_TITLE)
    feed.author(name="wirecrawl")
    feed.updated(_moment(newest[0]) if newest else _NEVER)
    for story in newest:
        _fill(feed.add_entry(order="append"), story, options.uri_prefix)
    target.write_bytes(feed.atom_str(pretty=True))


def _moment(story: Story) -> datetime:
    return utc(story.updated or time_of(story)) or _NEVER


def _fill(entry: Any, story: Story, prefix: str) -> None:
    entry.id(item_uri(story.id, prefix))
    entry.title(writable(story.headline or story.id))
    entry.updated(_moment(story))
    if story.published:
        entry.published(utc(story.published))
    if story.url:
        entry.link(href=writable(story.url), rel="alternate")
    for name in story.bylines or ([story.agency] if story.agency else []):
        entry.author(name=writable(name))
    for keyword in story.keywords:
        entry.category(term=writable(keyword))
    entry.content(writable(body_html(story)), type="html")
