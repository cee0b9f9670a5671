"""`scrapy crawl xinhua` when pages change, parts of it break and the process is killed."""

import shutil
import sqlite3
import time
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.support.newsroom import (
    OTHER_STORY,
    WALL,
    WIRE_LIST,
    headline,
    listing,
    open_newsroom,
    put_list,
    story,
    story_id,
    story_url,
)
from tests.support.process import Ended, counted, crawl, feed_files, ids, lines, scrapy, start_crawl
from tests.support.site import Hit, Reply, Site, slow
from tests.support.site import page as answer

RECHECK = ("-s", "WIRECRAWL_RECHECK_HOURS=0")


# Pages that change


class Edited(NamedTuple):
    """A run, then one in which story 1 has another text and story 2 is gone, and what the second run asked for.

    In the third story 2 is back as it was.
    """

    first: Ended
    second: Ended
    statuses: dict[str, int]
    third: Ended
    fourth: Ended


@pytest.fixture(scope="module")
def edited(tmp_path_factory: pytest.TempPathFactory) -> Edited:
    data = tmp_path_factory.mktemp("edited")
    with Site() as site:
        open_newsroom(site)
        first = crawl(site, data)
        site.put(story_url(1), story(1, extra="Two kites have not come back, he added."))
        site.remove(story_url(2))
        site.reset_log()
        second = crawl(site, data, *RECHECK)
        statuses = {hit.url: hit.status for hit in site.log}
        site.put(story_url(2), story(2))
        return Edited(first, second, statuses, crawl(site, data, *RECHECK), crawl(site, data))


def test_changed_page_is_the_next_version(edited: Edited) -> None:
    before = next(s for s in edited.first.stories if s["id"] == story_id(1))
    [now] = edited.second.stories
    assert (before["version"], before["supersedes"], before["thread"]) == (1, None, story_id(1))
    assert (now["id"], now["version"], now["supersedes"], now["thread"]) == (
        story_id(1),
        2,
        f"{story_id(1)}@1",
        story_id(1),
    )
    assert "Two kites" in now["text"]
    assert now["first_seen"] == before["first_seen"] <= now["fetched"]


def test_unchanged_pages_are_asked_for_conditionally(edited: Edited) -> None:
    assert [edited.statuses[url] for url in (story_url(3), story_url(4), OTHER_STORY)] == [304] * 3
    assert edited.second.report["outcomes"]["unchanged"] == 3


def test_page_that_is_gone_is_no_line_and_no_fault(edited: Edited) -> None:
    assert edited.second.outcome(story_url(2)) == "gone"
    assert (edited.second.code, edited.second.report["outcomes"]["update"]) == (0, 1)


def test_page_that_is_back_is_no_longer_gone(edited: Edited) -> None:
    for ended in (edited.third, edited.fourth):
        assert (ended.code, ended.report["outcomes"]["gone"], ended.report["outcomes"]["unchanged"]) == (0, 0, 5)


def test_other_headline_in_the_list_asks_again(newsroom: Site, tmp_path: Path) -> None:
    crawl(newsroom, tmp_path)
    entries = [(story_url(n), headline(n)) for n in range(1, 5)]
    entries[1] = (story_url(2), "1st LD: " + headline(2))
    newsroom.put(WIRE_LIST, listing(entries))
    newsroom.put(story_url(2), story(2, extra="One kite was seen over the harbour.").replace(">Lib", ">1st LD: Lib"))
    newsroom.reset_log()
    ended = crawl(newsroom, tmp_path)
    assert [hit.url for hit in newsroom.hits(status=200)] == [WIRE_LIST, story_url(2)]
    assert [(s["id"], s["version"], s["marks"]["lead"]) for s in ended.stories] == [(story_id(2), 2, 1)]
    assert [line["stages"] for line in ended.headlines] == [["", "1st LD"]]


def sitemap(times: dict[int, str]) -> str:
    entries = "".join(f"<url><loc>{story_url(n)}</loc><lastmod>{time}</lastmod></url>" for n, time in times.items())
    return f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{entries}</urlset>'


def test_another_time_of_change_in_a_sitemap_asks_again(newsroom: Site, tmp_path: Path) -> None:
    where = "https://www.china.org.cn/sitemap.xml"
    times = dict.fromkeys(range(1, 5), "2026-11-20T01:00:00Z")
    newsroom.put(where, sitemap(times), content_type="text/xml")
    assert len(crawl(newsroom, tmp_path, "-a", f"sources={where}").stories) == 4
    newsroom.put(where, sitemap({**times, 2: "2026-11-20T01:30:00Z"}), content_type="text/xml")
    newsroom.put(story_url(2), story(2, extra="One kite was seen over the harbour."))
    newsroom.reset_log()
    ended = crawl(newsroom, tmp_path, "-a", f"sources={where}")
    assert [hit.url for hit in newsroom.hits(status=200)] == [where, story_url(2)]
    assert [(s["id"], s["version"]) for s in ended.stories] == [(story_id(2), 2)]


def test_a_list_that_its_server_cuts_is_asked_for_whole_until_it_has_its_end(newsroom: Site, tmp_path: Path) -> None:
    where = "https://www.china.org.cn/sitemap.xml"
    whole = sitemap(dict.fromkeys(range(1, 5), "2026-11-20T01:00:00Z"))
    newsroom.put(where, whole[: whole.index("<url>", whole.index(story_url(2)))], content_type="text/xml")
    [source] = crawl(newsroom, tmp_path, "-a", f"sources={where}").report["sources"]
    assert source["unread"] == ["the list was cut off by its server; what is behind is missing"]
    newsroom.reset_log()
    crawl(newsroom, tmp_path, "-a", f"sources={where}")
    assert [hit.status for hit in newsroom.hits(where)] == [200]  # a 304 would hide the rest for good
    newsroom.put(where, whole, content_type="text/xml")
    assert len(crawl(newsroom, tmp_path, "-a", f"sources={where}").stories) == 2
    newsroom.reset_log()
    crawl(newsroom, tmp_path, "-a", f"sources={where}")
    assert [hit.status for hit in newsroom.hits(where)] == [304]


def test_a_sitemap_on_another_host_is_not_followed_and_named(newsroom: Site, tmp_path: Path) -> None:
    where, other = "https://www.china.org.cn/index.xml", "https://maps.example/sitemap.xml"
    newsroom.put(where, f"<sitemapindex><sitemap><loc>{other}</loc></sitemap></sitemapindex>")
    ended = crawl(newsroom, tmp_path, "-a", f"sources={where}")
    [source] = ended.report["sources"]
    assert source["unread"] == [f"1 sitemap on other hosts not followed, such as {other}"]
    assert not newsroom.hits(other)
    assert ended.code == 4


def test_a_change_counts_though_a_page_read_before_shows_the_story_unchanged(newsroom: Site, tmp_path: Path) -> None:
    crawl(newsroom, tmp_path)
    other = story_url(1).removesuffix(".shtml") + ".htm"
    for address in (story_url(1), other):  # the home page has the first address
        newsroom.put(WIRE_LIST, listing([(address, f"1st LD for {address}: {headline(1)}")]))
        newsroom.reset_log()
        assert crawl(newsroom, tmp_path).report["outcomes"]["unchanged"] >= 1
        assert len(newsroom.hits(story_url(1))) == (address == story_url(1))


@pytest.mark.parametrize("mishap", [answer("", status=500), answer(WALL)])
def test_a_change_that_could_not_be_fetched_is_asked_for_by_the_next_run(
    newsroom: Site, tmp_path: Path, mishap: Reply
) -> None:
    crawl(newsroom, tmp_path)
    newsroom.put(WIRE_LIST, listing([(story_url(2), f"1st LD: {headline(2)}")]))
    newsroom.pages[story_url(2)] = mishap
    assert crawl(newsroom, tmp_path).outcome(story_url(2)) in ("failed", "not reached")
    newsroom.put(story_url(2), story(2, extra="One kite was seen over the harbour."))
    assert [(s["id"], s["version"]) for s in crawl(newsroom, tmp_path).stories] == [(story_id(2), 2)]


def test_known_story_that_is_not_due_is_not_asked_for(newsroom: Site, tmp_path: Path) -> None:
    crawl(newsroom, tmp_path)
    newsroom.put(story_url(2), story(2, extra="Nobody is told of this change by the list."))
    newsroom.reset_log()
    assert ids(crawl(newsroom, tmp_path)) == []
    assert newsroom.hits(story_url(2)) == []


def test_same_bytes_without_validators_are_unchanged(newsroom: Site, tmp_path: Path) -> None:
    for number in range(1, 5):
        newsroom.put(story_url(number), story(number), etag=False)
    put_list(newsroom, range(1, 5), etag=False)
    crawl(newsroom, tmp_path)
    ended = crawl(newsroom, tmp_path, *RECHECK)
    assert (ended.code, ended.stories, ended.report["outcomes"]["unchanged"]) == (0, [], 5)
    assert {source["url"]: source["state"] for source in ended.report["sources"]}[WIRE_LIST] == "unchanged"


def test_a_story_whose_pages_never_end_ends_at_the_limit(newsroom: Site, tmp_path: Path) -> None:
    def page(number: int) -> str:
        return story_url(2).replace("02.", f"02_{number}.") if number > 1 else story_url(2)

    for number in range(1, 9):
        newsroom.put(page(number), story(2 + number, extra=f"<a href='{page(number + 1)}'>{number + 1}</a>"))
    newsroom.put(page(3), WALL)
    first = crawl(newsroom, tmp_path, "-s", "WIRECRAWL_STORY_PAGES=5", "-a", f"sources={story_url(2)}")
    assert "challenge page" in first.err
    assert [len(newsroom.hits(page(number))) for number in (3, 4)] == [1, 0]
    assert "Just a moment" not in first.stories[0]["text"]
    newsroom.put(page(3), story(5, extra=f"<a href='{page(4)}'>4</a>"))
    ended = crawl(newsroom, tmp_path, "-s", "WIRECRAWL_STORY_PAGES=5", "-a", f"sources={story_url(2)}", "-a", "full=1")
    assert "WIRECRAWL_STORY_PAGES" in ended.err
    assert [len(newsroom.hits(page(number))) for number in (5, 6)] == [1, 0]


# Parts that break


def test_pipeline_that_raises(newsroom: Site, tmp_path: Path) -> None:
    pipelines = (
        '{"tests.support.broken.Broken": 50, "wirecrawl.pipelines.CleanPipeline": 100, '
        '"wirecrawl.pipelines.ValidatePipeline": 200, "wirecrawl.pipelines.DedupePipeline": 300}'
    )
    ended = crawl(newsroom, tmp_path, "-s", f"ITEM_PIPELINES={pipelines}")
    _failed_on_purpose(ended)
    _comes_again(newsroom, tmp_path)


def test_spider_that_raises(newsroom: Site, tmp_path: Path) -> None:
    _failed_on_purpose(crawl(newsroom, tmp_path, "-s", "SPIDER_MODULES=tests.support.broken"))
    _comes_again(newsroom, tmp_path)


@pytest.mark.parametrize("part", ["unfinished", "second_chances"])
def test_error_outside_of_any_page(newsroom: Site, tmp_path: Path, part: str) -> None:
    ended = crawl(newsroom, tmp_path, "-s", "SPIDER_MODULES=tests.support.broken", environment={"BROKEN": part})
    assert (ended.code, ended.report["verdict"]) == (4, "broken")
    assert "unhandled error" in ended.report["reasons"][0]
    crawl(newsroom, tmp_path)
    assert counted(tmp_path) == dict.fromkeys(["xinhua:" + "5c" * 16, *map(story_id, range(1, 5))], 1)


def test_a_run_without_a_report_is_broken(newsroom: Site, tmp_path: Path) -> None:
    def in_the_way(hit: Hit) -> Reply:
        shutil.rmtree(tmp_path / "reports")
        (tmp_path / "reports").write_text("in the way")
        return answer(story(4))

    newsroom.pages[story_url(4)] = in_the_way
    ended = crawl(newsroom, tmp_path)
    assert (ended.code, "no report was written" in ended.err) == (4, True)
    (tmp_path / "reports").unlink()
    assert crawl(newsroom, tmp_path).code == 0
    assert set(counted(tmp_path).values()) == {1}


def _failed_on_purpose(ended: Ended) -> None:
    assert (ended.code, ended.report["verdict"], len(ended.stories)) == (4, "broken", 4)
    assert ended.outcome(story_url(2)) == "failed"
    assert "broken on purpose" in ended.link(story_url(2))["reason"]


def _comes_again(site: Site, data: Path) -> None:
    again = crawl(site, data)
    assert (again.code, ids(again)) == (0, [story_id(2)])


# Nothing lost, nothing twice


def test_feed_folder_that_cannot_be_written(newsroom: Site, tmp_path: Path) -> None:
    (tmp_path / "feeds").write_text("in the way")
    ended = crawl(newsroom, tmp_path)
    assert ended.code == 4
    assert "feeds" in ended.err
    assert "Traceback" not in ended.err
    (tmp_path / "feeds").unlink()
    mended = crawl(newsroom, tmp_path)
    assert (mended.code, len(mended.stories), len(mended.headlines)) == (0, 5, 4)


def test_kill_in_the_middle(newsroom: Site, tmp_path: Path) -> None:
    for number in range(1, 5):
        newsroom.pages[story_url(number)] = slow(0.2, story(number))
    killed = start_crawl(newsroom, tmp_path, "-s", "DOWNLOAD_DELAY=0.1")
    _wait_for_stories(newsroom, 2)
    killed.kill()
    assert killed.wait() == -9
    assert feed_files(tmp_path) + feed_files(tmp_path, "headlines") == []
    ended = crawl(newsroom, tmp_path)
    assert ended.code == 0, ended.err
    assert counted(tmp_path) == {story_id(n): 1 for n in range(1, 5)} | {"xinhua:" + "5c" * 16: 1}
    assert [line for file in feed_files(tmp_path, "headlines") for line in lines(file)] == ended.headlines != []


def _wait_for_stories(site: Site, count: int) -> None:
    patience = time.monotonic() + 30  # seconds; it takes about one
    while sum("/content_" in hit.url and hit.status == 200 for hit in site.hits()) < count:
        assert time.monotonic() < patience, "the crawl never came so far"
        time.sleep(0.01)


def test_a_second_run_ends_at_once_and_names_the_first_and_a_killed_run_holds_nothing(
    newsroom: Site, tmp_path: Path
) -> None:
    for number in range(2, 5):
        newsroom.pages[story_url(number)] = slow(5, story(number))
    first = start_crawl(newsroom, tmp_path, "-s", "DOWNLOAD_DELAY=0.1")
    _wait_for_stories(newsroom, 1)
    second = crawl(newsroom, tmp_path)
    assert second.code == 5
    (line,) = second.err.splitlines()
    assert f"process {first.pid}," in line
    with closing(sqlite3.connect(tmp_path / "ledger.sqlite", isolation_level=None)) as deciding:
        deciding.execute("BEGIN IMMEDIATE")  # as a run holds it while it decides
        assert (crawl(newsroom, tmp_path).code, scrapy(tmp_path, "report", "xinhua").code) == (5, 0)
    first.kill()
    first.wait()
    open_newsroom(newsroom)
    third = crawl(newsroom, tmp_path)
    assert third.code == 0, third.err
    assert set(counted(tmp_path).values()) == {1}
