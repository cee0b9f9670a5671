"""What a run that could not finish leaves behind, and what the next one makes of it."""

import shutil
import subprocess
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.newsroom import OTHER_STORY, WIRE_LIST, headline, listing, put_list, story, story_id, story_url
from tests.support.process import counted, crawl, feed_files, ids, lines, scrapy, start_crawl
from tests.support.site import Site, slow
from tests.support.stores import Store

pytestmark = pytest.mark.usefixtures("store")


def recovered(report: dict[str, list[str]]) -> str:
    return "\n".join(report["recovered"])


def test_feeds_newer_than_a_restored_ledger_are_entered_in_it(newsroom: Site, tmp_path: Path, store: Store) -> None:
    crawl(newsroom, tmp_path)
    store.back_up(tmp_path)
    newsroom.put(story_url(5), story(5))
    put_list(newsroom, range(1, 6))
    later = crawl(newsroom, tmp_path)
    assert ids(later) == [story_id(5)]
    store.restore(tmp_path)
    ended = crawl(newsroom, tmp_path)
    assert (ended.code, ended.stories, ended.headlines) == (0, [], [])
    assert feed_files(tmp_path)[-1].name in recovered(ended.report)
    assert set(counted(tmp_path).values()) == {1}
    explained = scrapy(tmp_path, "explain", story_id(5))
    assert (explained.code, headline(5) in explained.out.decode()) == (0, True)


def test_without_its_ledger_a_crawl_still_writes_nothing_twice(newsroom: Site, tmp_path: Path, store: Store) -> None:
    first = crawl(newsroom, tmp_path)
    store.lose(tmp_path)
    ended = crawl(newsroom, tmp_path)
    assert (ended.code, ended.stories, ended.headlines) == (0, [], [])
    assert sum(counted(tmp_path).values()) == len(first.stories)


def test_edits_go_on_from_the_version_that_a_feed_holds(newsroom: Site, tmp_path: Path, store: Store) -> None:
    crawl(newsroom, tmp_path)
    store.lose(tmp_path)
    newsroom.put(story_url(2), story(2, extra="The mayor came to see it."))
    ended = crawl(newsroom, tmp_path, "-s", "WIRECRAWL_RECHECK_HOURS=0")
    assert [(one["id"], one["version"], one["supersedes"]) for one in ended.stories] == [
        (story_id(2), 2, f"{story_id(2)}@1")
    ]


def test_whole_lines_of_a_part_that_no_journal_has_are_kept(newsroom: Site, tmp_path: Path, store: Store) -> None:
    crawl(newsroom, tmp_path)
    (feed,) = feed_files(tmp_path)
    (shown,) = feed_files(tmp_path, "headlines")
    feed.rename(f"{feed}.4711.part")
    shown.rename(f"{shown}.4711.part")
    store.lose(tmp_path)
    with Path(f"{feed}.4711.part").open("ab") as part:
        part.write(b'{"id": "xinhua:content_1189')  # cut in the middle of a line
    newsroom.put(WIRE_LIST, listing([(story_url(4), headline(4))]))  # 2 and 3 have left the list
    newsroom.remove(story_url(2))
    ended = crawl(newsroom, tmp_path)
    assert ended.code == 0, ended.err
    assert {story_id(n) for n in range(1, 5)} <= set(ids(ended))
    assert {headline(n) for n in range(2, 5)} <= {line["headline"] for line in ended.headlines}
    assert "nowhere else" in recovered(ended.report)
    assert list(tmp_path.glob("feeds/xinhua/*.part")) == []


def test_a_foreign_line_in_a_feed_is_told_and_left(newsroom: Site, tmp_path: Path) -> None:
    folder = tmp_path / "feeds" / "xinhua"
    folder.mkdir(parents=True)
    file = folder / "2026-11-19T00-00-00.000000Z-stories.jsonl"
    file.write_text('{"what": "is this"}\nnot even JSON\n')
    ended = crawl(newsroom, tmp_path)
    assert (ended.code, len(ended.stories)) == (0, 5)
    assert f"{file.name}: the ledger did not list it; 0 of 2 lines entered" in recovered(ended.report)
    assert file.read_text() == '{"what": "is this"}\nnot even JSON\n'


def test_a_moved_data_folder_is_the_same_one(newsroom: Site, tmp_path: Path) -> None:
    crawl(newsroom, tmp_path / "here")
    (tmp_path / "here").rename(tmp_path / "there")
    ended = crawl(newsroom, tmp_path / "there")
    assert (ended.code, ended.stories, ended.report["recovered"]) == (0, [], [])


def test_a_feed_folder_that_vanishes_costs_nothing(newsroom: Site, tmp_path: Path) -> None:
    for number in range(1, 5):
        newsroom.pages[story_url(number)] = slow(0.2, story(number))
    running = start_crawl(newsroom, tmp_path, "-s", "DOWNLOAD_DELAY=0.1")
    while not newsroom.hits(story_url(2)):
        assert running.poll() is None
    shutil.rmtree(tmp_path / "feeds")
    assert running.wait() in (0, 4)
    put_list(newsroom, [4])
    assert crawl(newsroom, tmp_path).code == 0
    assert counted(tmp_path) == dict.fromkeys(["xinhua:" + "5c" * 16, *map(story_id, range(1, 5))], 1)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 640 kB, where the machine lets us mount one."""
    disk = tmp_path / "disk"
    disk.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=640k", "tmpfs", disk], capture_output=True).returncode:
        pytest.skip("no right to mount a file system")
    yield disk
    subprocess.run(["umount", "-l", disk], check=True)


# From no room at all to nearly enough: the ledger, the journal, the feed or the report is what fails.
@pytest.mark.parametrize("room", [0, 40, 80, 120, 160, 200, 240, 280])
def test_a_full_disk_loses_nothing(newsroom: Site, small_disk: Path, room: int) -> None:
    ballast = small_disk / "ballast"
    ballast.write_bytes(bytes(640 * 1024 - room * 1024))
    first = crawl(newsroom, small_disk, "-s", "WIRECRAWL_MIN_FREE_MB=0")
    assert first.code in (0, 4), first.err
    assert first.code == 0 or "disk is full" in first.err or "No space left" in first.err
    ballast.unlink()
    put_list(newsroom, [4])
    ended = crawl(newsroom, small_disk, "-s", "WIRECRAWL_MIN_FREE_MB=0")
    assert ended.code == 0, ended.err
    asked = {story_id(n) for n in range(1, 5) if newsroom.hits(story_url(n))}
    assert counted(small_disk).keys() >= asked
    assert set(counted(small_disk).values()) == {1}


def test_a_disk_that_is_nearly_full_is_noticed_before_anything_is_asked_for(newsroom: Site, tmp_path: Path) -> None:
    ended = crawl(newsroom, tmp_path, "-s", "WIRECRAWL_MIN_FREE_MB=1e12")
    assert ended.code == 4
    (line,) = ended.err.splitlines()
    assert str(tmp_path) in line
    assert "WIRECRAWL_MIN_FREE_MB" in line
    assert newsroom.hits() == []


def test_spiders_run_side_by_side_on_one_ledger(newsroom: Site, tmp_path: Path) -> None:
    others = ("tass", "voa", "yonhap")
    running = [start_crawl(newsroom, tmp_path, spider=name) for name in others]
    ended = crawl(newsroom, tmp_path)
    assert (ended.code, len(ended.stories)) == (0, 5), ended.err
    assert [process.wait() for process in running] == [4, 4, 4]  # the site has nothing of theirs
    for name in others:
        (report,) = (tmp_path / "reports" / name).glob("*.json")
        assert "locked" not in report.read_text()


def test_what_is_appended_with_o_follows_whole_lines(newsroom: Site, tmp_path: Path, store: Store) -> None:
    out = tmp_path / "all.jsonl"
    out.write_text('{"id": "mine"}\n{"id": "cut by a ki')
    crawl(newsroom, tmp_path / "data", "-o", str(out))
    first, *rest = lines(out)
    assert first == {"id": "mine"}
    assert Counter("text" in line for line in rest) == {True: 5, False: 4}
    out.write_text('{"id": "whole"}')  # no line feed at its end
    store.lose(tmp_path / "data")
    crawl(newsroom, tmp_path / "more", "-o", str(out))
    assert lines(out)[0] == {"id": "whole"}
    assert len(lines(out)) == 10


def test_a_killed_run_leaves_nothing_in_what_it_would_append_to(newsroom: Site, tmp_path: Path) -> None:
    out = tmp_path / "all.jsonl"
    out.write_text('{"id": "mine"}\n')
    for number in range(1, 5):
        newsroom.pages[story_url(number)] = slow(0.2, story(number))
    running = start_crawl(newsroom, tmp_path / "data", "-o", str(out), "-s", "DOWNLOAD_DELAY=0.1")
    while not newsroom.hits(story_url(3)):
        assert running.poll() is None
    running.kill()
    running.wait()
    assert out.read_text() == '{"id": "mine"}\n'
    crawl(newsroom, tmp_path / "data", "-o", str(out))
    urls = Counter(line["url"] for line in lines(out)[1:] if "text" in line)
    assert urls == dict.fromkeys((OTHER_STORY, *map(story_url, range(1, 5))), 1)
