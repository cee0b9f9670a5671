"""Atom: the newest stories, as a feed reader takes them."""

from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from tests.support.exported_feeds import LINES
from tests.support.extras import needs
from tests.support.stories import make_story
from wirecrawl.errors import BadArgument
from wirecrawl.storage.feed.formats.exports import ExportOptions, Line, open_format

pytestmark = needs("feedgen")
ATOM = "{http://www.w3.org/2005/Atom}"


def export(folder: Path, *lines: Line, **options: Any) -> etree._Element:
    file = folder / "wire.atom"
    open_format("atom").write(lines, file, ExportOptions(name=file.name, **options))
    return etree.parse(str(file)).getroot()


def test_the_newest_come_first_and_no_more_than_asked_for(tmp_path: Path) -> None:
    stories = [make_story(id=f"xinhua:{day}", published=f"2026-11-{day}T00:00:00+08:00") for day in (18, 20, 19)]
    root = export(tmp_path, *stories, limit=2)
    assert [entry.findtext(f"{ATOM}id") for entry in root.findall(f"{ATOM}entry")] == [
        "tag:wirecrawl.example,2026:xinhua:20",
        "tag:wirecrawl.example,2026:xinhua:19",
    ]
    assert root.findtext(f"{ATOM}updated") == "2026-11-19T16:00:00+00:00"


def test_an_entry_says_what_the_story_says(tmp_path: Path) -> None:
    entries = {entry.findtext(f"{ATOM}id"): entry for entry in export(tmp_path, *LINES[1:2]).iter(f"{ATOM}entry")}
    (entry,) = entries.values()
    assert entry.findtext(f"{ATOM}title") == "陕西剪纸入选名录"
    assert (entry.findtext(f"{ATOM}updated"), entry.findtext(f"{ATOM}published")) == (
        "2026-11-20T02:00:00+00:00",
        "2026-11-20T01:30:00+00:00",
    )
    assert [one.text for one in entry.findall(f"{ATOM}author/{ATOM}name")] == ["Sun Jinxia", "Wu Qi"]
    assert entry.findtext(f"{ATOM}content") == "<p>冰岛的地热资源。</p>\n<p>The lighthouse stands &amp; shines.</p>"


def test_hostile_text_and_no_story_at_all_make_a_feed(tmp_path: Path) -> None:
    assert len(export(tmp_path, *LINES).findall(f"{ATOM}entry")) == 4
    (tmp_path / "wire.atom").unlink()
    assert export(tmp_path).findtext(f"{ATOM}updated") == "1970-01-01T00:00:00+00:00"
    with pytest.raises(BadArgument, match="--uri-prefix"):
        export(tmp_path, uri_prefix=" ")
