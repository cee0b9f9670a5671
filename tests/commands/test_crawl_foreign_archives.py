"""Archives that other people put into the data folder stay as they are: crawled beside, killed, recovered, pruned."""

import gzip
import os
import signal
import sqlite3
import time
from contextlib import closing
from pathlib import Path

import pytest

from tests.support.newsroom import story, story_url
from tests.support.process import Ended, crawl, scrapy, start_crawl
from tests.support.site import Site, slow
from tests.support.warcs import packed, page
from wirecrawl.storage.archive.cdxj import index_of

PRUNED = ("prune", "xinhua", "--delete", "-s", "WIRECRAWL_KEEP_ARCHIVE_DAYS=30")
NAMES = {
    "whole": b"".join(packed([page(6), page(7)])),
    "torn": b"".join(packed([page(6), page(7)]))[:-40],
    "packed as a whole": gzip.compress(page(6) + page(7)),
    "no archive": b"\x1f\x8b\x08 notes",
    "empty": b"",
}


@pytest.fixture
def theirs(tmp_path: Path) -> dict[Path, bytes]:
    """Foreign files in the archive's folder, with names as a crawl gives them, and what they hold."""
    folder, outside = tmp_path / "data/archive/xinhua", tmp_path / "outside"
    folder.mkdir(parents=True)
    outside.mkdir()
    found = {}
    for number, content in enumerate(NAMES.values()):
        name = f"xinhua-2026-01-0{number + 1}T06-00-00.000000Z-00000.warc.gz"
        for file in (folder / name, outside / name):
            file.write_bytes(content)
            found[file] = content
        (folder / f"xinhua-linked-{number}.warc.gz").symlink_to(outside / name)
    for file in found:
        file.chmod(0o444)
        os.utime(file, (time.time() - 60 * 86400,) * 2)
    (folder / "xinhua-nowhere.warc.gz").symlink_to(tmp_path / "nothing")
    return found


def names(data: Path) -> set[str]:
    return {file.name for file in (data / "archive/xinhua").iterdir()}


def kill_while_waiting(site: Site, data: Path) -> None:
    """Kill a crawl while it waits for story 3."""
    site.pages[story_url(3)] = slow(60, story(3))
    running = start_crawl(site, data)
    while not (site.hits(story_url(3)) and site.hits(story_url(1), 200)):
        assert running.poll() is None
        time.sleep(0.02)
    running.send_signal(signal.SIGKILL)
    running.wait()
    site.put(story_url(3), story(3))


def test_foreign_archives_are_as_they_were_whatever_runs_do(
    newsroom: Site, tmp_path: Path, theirs: dict[Path, bytes]
) -> None:
    data = tmp_path / "data"
    before = names(data)
    kill_while_waiting(newsroom, data)
    (own,) = names(data) - before
    ended = crawl(newsroom, data)
    assert (ended.code, len(ended.stories)) == (0, 5), ended.err
    assert [own in line for line in ended.report["recovered"]].count(True) == 1
    assert not any(file.name in str(ended.report["recovered"]) for file in theirs)
    for file in (data / "archive/xinhua").glob("*"):
        os.utime(file, (time.time() - 60 * 86400,) * 2, follow_symlinks=False)
    pruned = scrapy(data, *PRUNED)
    assert pruned.code == 0, pruned.err
    assert names(data) == before  # its own files are gone, with their indexes, and nothing else is
    assert {file: file.read_bytes() for file in theirs} == theirs


def kill_and_replace(site: Site, data: Path, outside: Path, link: str) -> Path:
    """Let a killed run's archive file be a link to a file outside; returns where it was."""
    kill_while_waiting(site, data)
    (file,) = (data / "archive/xinhua").glob("*.warc.gz")
    file.rename(outside)
    file.symlink_to(outside) if link == "symbolic" else file.hardlink_to(outside)
    return file


@pytest.mark.parametrize("link", ["symbolic", "hard"])
def test_a_listed_file_that_became_a_link_is_not_completed(newsroom: Site, tmp_path: Path, link: str) -> None:
    outside = tmp_path / "outside"
    file = kill_and_replace(newsroom, tmp_path / "data", outside, link)
    with outside.open("ab") as stream:
        stream.write(b"\x1f\x8b\x08 torn")
    before = outside.read_bytes()
    ended: Ended = crawl(newsroom, tmp_path / "data")
    assert (ended.code, len(ended.stories)) == (0, 5), ended.err
    (said,) = (line for line in ended.report["recovered"] if file.name in line)
    assert "link" in said
    assert outside.read_bytes() == before
    assert not index_of(file).exists()


def test_a_file_that_vanished_is_no_longer_listed(newsroom: Site, tmp_path: Path) -> None:
    kill_while_waiting(newsroom, tmp_path)
    (file,) = tmp_path.glob("archive/xinhua/*.warc.gz")
    file.unlink()
    assert crawl(newsroom, tmp_path).code == 0
    with closing(sqlite3.connect(tmp_path / "ledger.sqlite")) as db:
        assert db.execute("SELECT file FROM archive_files WHERE file = ?", (file.name,)).fetchall() == []


@pytest.mark.parametrize("name", ["locks/xinhua.lock", "ledger.sqlite"])
def test_a_file_of_the_data_folder_that_is_a_link_ends_the_run_with_one_line(
    newsroom: Site, tmp_path: Path, name: str
) -> None:
    outside, file = tmp_path / "outside", tmp_path / "data" / name
    outside.write_bytes(b"")
    file.parent.mkdir(parents=True)
    file.symlink_to(outside)
    ended = crawl(newsroom, tmp_path / "data")
    assert (ended.code, ended.err.count("\n")) == (4, 1)
    assert str(file) in ended.err
    assert "link" in ended.err
    assert (outside.read_bytes(), newsroom.hits()) == (b"", [])
