"""Which lines of which feed files are exported."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from tests.support.exported_feeds import write_feeds
from tests.support.stories import make_story
from wirecrawl.errors import BadArgument
from wirecrawl.items import Headline, Story
from wirecrawl.storage.feed.formats import json_lines
from wirecrawl.storage.feed.selection import SelectedLines, Selection, count_lines, feed_files


def selected(files: list[Path], *, latest: bool = False, **chosen: Any) -> tuple[list[str], list[str]]:
    """What is selected, by id and version, and the places that could not be read."""
    unreadable: list[str] = []
    lines = SelectedLines(files, Selection(**chosen), unreadable.append)
    found = lines.latest() if latest else iter(lines)
    return [f"{one.id}@{getattr(one, 'version', '')}" for one in found], unreadable


def feed(folder: Path, *lines: Story | Headline, name: str = "a.jsonl") -> list[Path]:
    file = folder / name
    with file.open("wb") as stream:
        json_lines.write(lines, stream)
    return [file]


def test_without_a_name_all_feeds_but_a_replays_are_taken(tmp_path: Path) -> None:
    feeds = write_feeds(tmp_path)
    assert [file.name[:4] for file in feed_files([], feeds.parent, ())] == ["2026"] * 3
    assert [file.name[:4] for file in feed_files([str(feeds)], tmp_path, ())] == ["2026"] * 3
    assert feed_files([], feeds.parent, ("xinhua",)) == feed_files([], feeds.parent, ())
    with pytest.raises(BadArgument, match="no feed in it"):
        feed_files([], feeds.parent, ("kyodo",))


def test_a_replays_feed_is_taken_where_it_is_named(tmp_path: Path) -> None:
    file = write_feeds(tmp_path) / "replay-stories.jsonl"
    assert feed_files([str(file), str(file)], tmp_path, ()) == [file]
    assert feed_files([f"{tmp_path}/**/replay-*.jsonl"], tmp_path, ()) == [file]
    with pytest.raises(BadArgument, match="no feed; name feed files, folders or patterns"):
        feed_files([f"{tmp_path}/none*.jsonl"], tmp_path, ())


def test_a_line_that_stands_in_several_files_is_there_once(tmp_path: Path) -> None:
    files = feed(tmp_path, make_story(), make_story(version=2)) + feed(tmp_path, make_story(), name="b.jsonl")
    assert selected(files) == (["xinhua:content_1000001@1", "xinhua:content_1000001@2"], [])


def test_latest_has_the_highest_version_and_nothing_superseded(tmp_path: Path) -> None:
    lines = [
        make_story(id="xinhua:a", version=2),
        make_story(id="xinhua:a"),
        make_story(id="xinhua:b"),
        make_story(id="xinhua:c", supersedes="xinhua:b@1"),
        make_story(id="xinhua:d", supersedes="xinhua:a@1"),
    ]
    assert selected(feed(tmp_path, *lines), latest=True)[0] == ["xinhua:a@2", "xinhua:c@1", "xinhua:d@1"]
    assert selected(feed(tmp_path, *lines[:3]), latest=True)[0] == ["xinhua:a@2", "xinhua:b@1"]


def test_latest_has_the_newest_record_of_a_headline(tmp_path: Path) -> None:
    first, again, later = (
        make_headline("xinhua:headline-1", [""]),
        make_headline("xinhua:headline-1", ["", "1st LD"]),
        make_headline("xinhua:headline-2", [""], supersedes="xinhua:headline-0"),
    )
    gone = make_headline("xinhua:headline-0", [""])
    lines = SelectedLines(feed(tmp_path, gone, first, again, later), Selection(), lambda _: None)
    assert [line.stages for line in lines.latest() if isinstance(line, Headline)] == [["", "1st LD"], [""]]


def make_headline(name: str, stages: list[str], supersedes: str | None = None, language: str | None = None) -> Headline:
    plain = make_story()
    return Headline(
        id=name,
        agency="xinhua",
        language=language,
        headline="Rain",
        headline_raw="Rain",
        marks=plain.marks,
        stages=stages,
        supersedes=supersedes,
        story=None,
        url=None,
        seen_on=[],
        first_seen=None,
    )


def test_a_time_is_that_of_publication_else_of_fetching(tmp_path: Path) -> None:
    files = feed(
        tmp_path,
        make_story(id="a", published="2026-11-20T07:59:00+08:00"),
        make_story(id="b", published="2026-11-20T08:00:00+08:00"),
        make_story(id="c", published=None, fetched="2026-11-20T12:00:00+00:00"),
        make_story(id="d", published=None, fetched=None),
    )
    day = datetime(2026, 11, 20, tzinfo=UTC)
    assert selected(files, since=day)[0] == ["b@1", "c@1"]
    assert selected(files, until=day)[0] == ["a@1"]


def test_a_language_stands_for_its_variants(tmp_path: Path) -> None:
    stories = [make_story(id=tag, language=tag) for tag in ("en", "en-GB", "eng", "zh")]
    headlines = [make_headline(f"line-{tag}", [], language=tag) for tag in ("en-GB", "zh", None)]
    files = feed(tmp_path, *stories, make_story(id="none", language=None), *headlines)
    assert selected(files, languages=("EN",))[0] == ["en@1", "en-GB@1", "line-en-GB@"]


def test_an_agencys_lines_have_its_name_before_their_ids(tmp_path: Path) -> None:
    files = feed(tmp_path, make_story(id="xinhua:1"), make_story(id="kyodo:1"), make_story(id="xinhuanet:1"))
    assert selected(files, agencies=("xinhua",))[0] == ["xinhua:1@1"]


UNREADABLE = {
    "no JSON": b"{",
    "no object": b"[]",
    "no UTF-8": b'{"text": "\xff"}',
    "half a surrogate pair": b'{"text": "\\ud800"}',
    "too deep": b"[" * 100_000,
    "another object": b'{"text": "x"}',
    "a key is of another type": b'"version":1>"version":"1"',
    "no time": b'"published":"2026-11-20T00:00:00+08:00">"published":"yesterday"',
    "a time without offset": b'"published":"2026-11-20T00:00:00+08:00">"published":"2026-11-20T00:00:00"',
    "a time before all": b'"published":"2026-11-20T00:00:00+08:00">"published":"0001-01-01T00:00:00+08:00"',
    "no day": b'"dateline":null>"dateline":{"raw":"a","places":[],"date":"soon","agency":"xinhua"}',
    "a number too large": b'"version":1>"version":99999999999999999999',
    "no id": b'"id":"xinhua:content_1000001">"id":""',
}


@pytest.mark.parametrize("change", UNREADABLE.values(), ids=UNREADABLE)
def test_a_line_that_is_none_is_named_and_the_rest_is_read(change: bytes, tmp_path: Path) -> None:
    (file,) = feed(tmp_path, make_story())
    good = file.read_bytes()
    old, _, new = change.rpartition(b">")
    bad = good.replace(old, new) if old else change + b"\n"
    assert bad != good
    file.write_bytes(bad + b"\n" + good)
    assert selected([file]) == (["xinhua:content_1000001@1"], [f"{file} line 1"])
    assert count_lines([file]) == 3


def test_lines_of_an_earlier_wirecrawl_are_read(tmp_path: Path) -> None:
    file = tmp_path / "old.jsonl"
    body = feed(tmp_path, make_story(), make_headline("xinhua:headline-1", []))[0].read_bytes()
    file.write_bytes(body.replace(b'"editors":[],', b"").replace(b'"seen_on":[],', b""))
    assert selected([file]) == (["xinhua:content_1000001@1", "xinhua:headline-1@"], [])
