"""What a live crawl keeps of what it fetched, and that its feed can be made of it again."""

import gzip
import json
import signal
import subprocess
import time
from pathlib import Path
from typing import Any

import pytest
from warcio.archiveiterator import ArchiveIterator

from tests.support.newsroom import HOME, OTHER_STORY, story, story_id, story_url
from tests.support.process import Ended, crawl, ids, scrapy, start_crawl
from tests.support.site import Site, redirect, slow
from wirecrawl.storage.archive.cdxj import index_of

ALL = ("-s", "WIRECRAWL_RECHECK_HOURS=0")


def files(data: Path) -> list[Path]:
    return sorted(data.glob("archive/xinhua/*.warc.gz"))


def records(data: Path) -> list[tuple[str, str, bytes]]:
    """Type, address and block of every record, by another program's reader; it raises for a digest that is wrong."""
    found = []
    for file in files(data):
        with file.open("rb") as stream:
            for record in ArchiveIterator(stream, check_digests="raise"):
                address = record.rec_headers.get_header("WARC-Target-URI") or ""
                head = record.http_headers.to_bytes() if record.http_headers else b""
                found.append((record.rec_type, address, head + record.raw_stream.read()))
    return found


def replayed(data: Path, kind: str, *sources: Path) -> bytes:
    ended = scrapy(data / "again", "replay", "xinhua", *map(str, sources or [data / "archive"]))
    assert ended.code in (0, 3), ended.err
    return (data / f"again/feeds/xinhua/replay-{kind}.jsonl").read_bytes()


def feed(ended: Ended, kind: str) -> bytes:
    (file,) = ended.data.glob(f"feeds/xinhua/*-{kind}.jsonl")
    return file.read_bytes()


@pytest.fixture
def crawled(newsroom: Site, tmp_path: Path) -> Ended:
    """A crawl, with credentials, of a site that packs a page, redirects to another and sets cookies."""
    body = story(2).encode()
    newsroom.put(story_url(2), gzip.compress(body), headers={"Content-Encoding": "gzip", "Set-Cookie": "visitor=4711"})
    moved = story_url(3).replace("https://www.", "https://english.")
    newsroom.pages[story_url(3)] = redirect(moved, status=301)
    newsroom.put(moved, story(3))
    header = {"Authorization": "Basic c2VjcmV0OnNlY3JldA==", "Cookie": "session=4711"}
    ended = crawl(newsroom, tmp_path, "-s", f"DEFAULT_REQUEST_HEADERS={json.dumps(header)}")
    assert ended.code == 0, ended.err
    return ended


def test_a_replay_of_the_archive_writes_the_feed_again(crawled: Ended) -> None:
    assert replayed(crawled.data, "stories") == feed(crawled, "stories")
    assert replayed(crawled.data, "headlines") == feed(crawled, "headlines")


def test_everything_fetched_is_there_as_it_came(newsroom: Site, crawled: Ended) -> None:
    answers = {address: block for kind, address, block in records(crawled.data) if kind == "response"}
    assert set(answers) == {hit.url for hit in newsroom.log}
    assert "http://www.china.org.cn/robots.txt" in answers
    head, _, body = answers[story_url(2)].partition(b"\r\n\r\n")
    assert (b"Content-Encoding: gzip" in head, gzip.decompress(body)) == (True, story(2).encode())
    assert answers[story_url(3)].startswith(b"HTTP/1.1 301 Moved Permanently\r\n")


def test_credentials_and_cookies_are_left_out(newsroom: Site, crawled: Ended) -> None:
    assert "authorization" in newsroom.hits(story_url(1))[0].headers  # they were sent
    kept = b"".join(block for _, _, block in records(crawled.data))
    assert b"User-Agent" in kept
    for secret in (b"c2VjcmV0", b"4711"):
        assert secret not in kept


def test_a_page_that_is_as_it_was_is_a_revisit(newsroom: Site, tmp_path: Path) -> None:
    first = crawl(newsroom, tmp_path)
    newsroom.put(OTHER_STORY, newsroom.pages[OTHER_STORY].body, etag=False)  # type: ignore[union-attr]
    crawl(newsroom, tmp_path, *ALL)
    later = [entry for entry in records(tmp_path) if entry[0] == "revisit"]
    assert {address for _, address, _ in later} >= {HOME, story_url(1), OTHER_STORY}
    assert all(block.endswith(b"\r\n\r\n") for _, _, block in later)
    again = scrapy(tmp_path / "again", "replay", "xinhua", str(tmp_path / "archive"))
    assert (again.code, again.stories) == (0, first.stories)


def test_edits_under_one_address_are_versions_of_a_replay_too(newsroom: Site, tmp_path: Path) -> None:
    crawl(newsroom, tmp_path)
    time.sleep(1.1)  # captures are told apart by the second
    newsroom.put(story_url(2), story(2, extra="The mayor came to see it."))
    edited = crawl(newsroom, tmp_path, *ALL)
    assert [(one["id"], one["version"]) for one in edited.stories] == [(story_id(2), 2)]
    lines = [json.loads(line) for line in replayed(tmp_path, "stories").splitlines()]
    assert next(one for one in lines if one["version"] == 2)["text"] == edited.stories[0]["text"]


@pytest.mark.parametrize(
    ("kept", "addresses"), [("stories", {*map(story_url, range(1, 5)), OTHER_STORY}), ("off", set())]
)
def test_what_is_kept_is_a_setting(newsroom: Site, tmp_path: Path, kept: str, addresses: set[str]) -> None:
    ended = crawl(newsroom, tmp_path, "-s", f"WIRECRAWL_ARCHIVE={kept}")
    assert (ended.code, len(ended.stories)) == (0, 5)
    assert {address for kind, address, _ in records(tmp_path) if kind == "response"} == addresses
    assert all(bool(one["provenance"]["record"]) is bool(addresses) for one in ended.stories)


def test_beyond_its_size_the_run_goes_on_and_says_so(newsroom: Site, tmp_path: Path) -> None:
    ended = crawl(newsroom, tmp_path, "-s", "WIRECRAWL_ARCHIVE_MB=0.002")
    assert (ended.code, len(ended.stories)) == (3, 5)
    assert "WIRECRAWL_ARCHIVE_MB" in " ".join(ended.report["reasons"])
    assert any(one["provenance"]["record"] is None for one in ended.stories)


@pytest.mark.parametrize("setting", ["WIRECRAWL_ARCHIVE=some", "WIRECRAWL_ARCHIVE_MB=many"])
def test_a_setting_that_cannot_be_meant_is_one_line(newsroom: Site, tmp_path: Path, setting: str) -> None:
    ended = crawl(newsroom, tmp_path, "-s", setting)
    assert (ended.code, ended.err.count("\n"), setting.partition("=")[0] in ended.err) == (2, 1, True)


def killed(site: Site, data: Path) -> subprocess.Popen[bytes]:
    """A crawl that is killed while it waits for story 3."""
    site.pages[story_url(3)] = slow(60, story(3))
    running = start_crawl(site, data)
    patience = time.monotonic() + 60
    while not (site.hits(story_url(3)) and site.hits(story_url(1), 200)):
        assert time.monotonic() < patience
        time.sleep(0.02)
    running.send_signal(signal.SIGKILL)
    running.wait()
    return running


def test_a_killed_run_leaves_an_archive_that_the_next_one_completes(newsroom: Site, tmp_path: Path) -> None:
    killed(newsroom, tmp_path)
    (left,) = files(tmp_path)
    assert not index_of(left).exists()
    assert {address for kind, address, _ in records(tmp_path) if kind == "response"} >= {HOME, story_url(1)}
    newsroom.put(story_url(3), story(3))
    ended = crawl(newsroom, tmp_path)
    assert (ended.code, len(ids(ended))) == (0, 5), ended.err
    assert left.name in " ".join(ended.report["recovered"])
    assert all(index_of(file).exists() for file in files(tmp_path))
    names = {one["provenance"]["record"].partition("#")[0] for one in ended.stories}
    assert names == {file.name for file in files(tmp_path)}


def test_nothing_is_recorded_where_nothing_is_crawled(tmp_path: Path) -> None:
    data: Any = tmp_path / "data"
    assert scrapy(data, "replay", "xinhua").code == 0
    assert not (data / "archive").exists()
