"""Replay, verify and explain of archives with captures of the Wayback Machine: they are pages of the original site."""

import gzip
from pathlib import Path

from tests.support.newsroom import story, story_id, story_url
from tests.support.process import ids, scrapy
from tests.support.warcs import record

_HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"


def address(number: int, time: str, raw: str = "id_") -> str:
    return f"https://web.archive.org/web/{time}{raw}/{story_url(number)}"


def answer(url: str, body: str, date: str, head: bytes = _HEAD) -> bytes:
    return gzip.compress(record(url, head + body.encode(), date=date))


def test_captures_are_replayed_as_pages_of_the_original(tmp_path: Path) -> None:
    data, later = tmp_path / "data", "2027-01-01T00:00:00Z"
    moved = b"HTTP/1.1 302 Found\r\nLocation: " + address(2, "20261121010000").encode() + b"\r\n\r\n"
    shown = story(3).replace(
        "<body>", "<body><!-- BEGIN WAYBACK TOOLBAR INSERT -->x<!-- END WAYBACK TOOLBAR INSERT -->"
    )
    archive, newer = tmp_path / "a.warc.gz", tmp_path / "b.warc.gz"
    archive.write_bytes(
        answer(address(1, "20261120010000"), story(1), later)
        + answer(address(2, "20261120010000"), "", later, moved)
        + answer(address(2, "20261121010000"), story(2), later)
        + answer(address(3, "20261120010000", ""), shown, later)
        + answer("https://web.archive.org/cdx/search/cdx?url=www.china.org.cn", "[]", later)
    )
    newer.write_bytes(
        answer(story_url(1), story(1, extra="The mayor came to see it."), "2026-11-25T00:00:00Z")
        + answer(address(1, "20261119010000"), story(1, extra="An early line."), "2027-01-02T00:00:00Z")
        + answer(address(2, "20261118010000"), story(2), "2027-01-02T00:00:00Z")
    )
    ended = scrapy(data, "replay", "xinhua", str(archive), "--keep")
    assert (ended.code, ids(ended)) == (0, [story_id(number) for number in (1, 2, 3)]), ended.err
    first = {line["id"]: line for line in ended.stories}
    assert first[story_id(1)]["url"] == story_url(1)
    assert first[story_id(1)]["fetched"] == "2027-01-01T00:00:00+00:00"
    captures = [first[story_id(number)]["provenance"]["capture"]["time"][:13] for number in (1, 2, 3)]
    assert captures == ["2026-11-20T01", "2026-11-21T01", "2026-11-20T01"]
    files = [str(path) for path in (data / "feeds").rglob("*-stories.jsonl")]
    assert scrapy(data, "verify", *files, "--from", str(tmp_path)).code == 0
    again = scrapy(data, "replay", "xinhua", str(newer), "--keep")
    found = [(line["id"], line["version"], line["supersedes"]) for line in again.stories]
    assert sorted(found) == [(story_id(1), 0, None), (story_id(1), 2, f"{story_id(1)}@1")]
    assert {line["thread"] for line in again.stories} == {story_id(1)}
    again = scrapy(data, "replay", "xinhua", str(archive), "--keep")
    assert again.stories == []
    shown_by = scrapy(data, "explain", story_id(2)).out.decode()
    assert "its page is known from a capture of 2026-11-21T01:00:00+00:00" in shown_by
