"""`scrapy prune`: what is old goes, when it is told to, and nothing that is needed."""

import fcntl
import os
import sqlite3
import time
from contextlib import closing
from pathlib import Path

from tests.support.newsroom import put_list, story, story_url
from tests.support.process import crawl, feed_files, scrapy
from tests.support.site import Site

KEEP = ("-s", "WIRECRAWL_KEEP_FEEDS_DAYS=30", "-s", "WIRECRAWL_KEEP_REPORTS_DAYS=30")


def make_old(data: Path) -> None:
    """Let everything that is there be of sixty days ago."""
    for file in (*data.glob("feeds/*/*"), *data.glob("reports/*/*")):
        os.utime(file, (time.time() - 60 * 86400,) * 2)
    with closing(sqlite3.connect(data / "ledger.sqlite")) as db:
        db.execute("UPDATE runs SET started = '2020-01-01T00:00:00+00:00'")
        db.commit()


def files(data: Path) -> set[str]:
    return {file.name for file in (*data.glob("feeds/*/*"), *data.glob("reports/*/*"))}


def test_old_files_are_shown_and_only_deleted_when_asked(newsroom: Site, tmp_path: Path) -> None:
    crawl(newsroom, tmp_path)
    make_old(tmp_path)
    newsroom.put(story_url(5), story(5))
    put_list(newsroom, range(1, 6))
    young = crawl(newsroom, tmp_path)
    before = files(tmp_path)
    shown = scrapy(tmp_path, "prune", *KEEP)
    assert (shown.code, files(tmp_path)) == (0, before)
    assert "xinhua: 3 files" in shown.out.decode()
    assert "dry run" in shown.out.decode()
    deleted = scrapy(tmp_path, "prune", "xinhua", "--delete", *KEEP)
    assert (deleted.code, len(files(tmp_path))) == (0, 3), deleted.err
    assert files(tmp_path) < before
    third = crawl(newsroom, tmp_path)
    assert (third.code, third.stories, third.headlines) == (0, [], [])  # what was pruned is still known
    assert len(young.stories) == 1


def test_rows_of_old_runs_go_and_their_stories_stay_known(newsroom: Site, tmp_path: Path) -> None:
    for _ in range(2):
        crawl(newsroom, tmp_path)
    make_old(tmp_path)
    assert b"rows of the ledger" in scrapy(tmp_path, "prune", "--delete").out
    with closing(sqlite3.connect(tmp_path / "ledger.sqlite")) as db:
        assert db.execute("SELECT DISTINCT run FROM links").fetchall() == [(2,)]
        assert db.execute("SELECT COUNT(*) FROM stories").fetchone() == (5,)
    assert crawl(newsroom, tmp_path).stories == []


def test_by_default_no_file_goes(newsroom: Site, tmp_path: Path) -> None:
    crawl(newsroom, tmp_path)
    make_old(tmp_path)
    before = files(tmp_path)
    ended = scrapy(tmp_path, "prune", "--delete")
    assert (ended.code, ended.out.startswith(b"nothing to prune")) == (0, True)
    assert files(tmp_path) == before


def test_nothing_to_prune_is_one_line(newsroom: Site, tmp_path: Path) -> None:
    crawl(newsroom, tmp_path)
    ended = scrapy(tmp_path, "prune", *KEEP)
    assert (ended.code, ended.out.count(b"\n"), ended.out.startswith(b"nothing to prune")) == (0, 1, True)


def test_a_feed_that_no_commit_lists_stays(newsroom: Site, tmp_path: Path) -> None:
    crawl(newsroom, tmp_path)
    with closing(sqlite3.connect(tmp_path / "ledger.sqlite")) as db:
        db.execute("DELETE FROM feeds")
        db.commit()
    make_old(tmp_path)
    scrapy(tmp_path, "prune", "--delete", *KEEP)
    assert len(feed_files(tmp_path)) == 1


def test_a_spider_that_runs_is_skipped(newsroom: Site, tmp_path: Path) -> None:
    crawl(newsroom, tmp_path)
    make_old(tmp_path)
    with (tmp_path / "locks/xinhua.lock").open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        ended = scrapy(tmp_path, "prune", "xinhua", "--delete", *KEEP)
    assert (ended.code, "xinhua was skipped" in ended.err, ended.out) == (5, True, b"")
    assert len(feed_files(tmp_path)) == 1


def test_an_unknown_spider_and_a_folder_without_a_ledger_are_usage(tmp_path: Path) -> None:
    for arguments in (["nobody"], ["xinhua"], ["-s", "WIRECRAWL_KEEP_FEEDS_DAYS=ten"]):
        ended = scrapy(tmp_path, "prune", *arguments)
        assert (ended.code, len(ended.err.splitlines())) == (2, 1), ended.err


def test_files_with_other_names_and_links_stay(newsroom: Site, tmp_path: Path) -> None:
    data, outside = tmp_path / "data", tmp_path / "outside"
    crawl(newsroom, data)
    outside.write_bytes(b"theirs")
    (feed,) = feed_files(data)
    feed.unlink()
    feed.symlink_to(outside)
    for name in ("reports/xinhua/2026.json", "feeds/xinhua/2026-notes.part", "feeds/xinhua/replay-notes.part"):
        (data / name).write_bytes(b"theirs")
    (data / "feeds/xinhua/2026-01-01T00-00-00.000000Z-stories.jsonl.1.part").symlink_to(outside)
    make_old(data)
    before = files(data)
    assert scrapy(data, "prune", "--delete", *KEEP).code == 0
    crawl(newsroom, data)
    assert {name for name in before - files(data) if "Z-headlines" not in name and not name.endswith("Z.json")} == set()
    assert outside.read_bytes() == b"theirs"
