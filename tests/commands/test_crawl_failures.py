"""`scrapy crawl xinhua` when servers fail: every mishap is an outcome with its reason, and the verdict says so."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.support.broken import VICTIM
from tests.support.newsroom import (
    HOME,
    OTHER_STORY,
    WALL,
    WIRE_LIST,
    headline,
    listing,
    open_newsroom,
    story,
    story_id,
    story_url,
)
from tests.support.process import FAST, Ended, crawl, ids, scrapy
from tests.support.site import Answer, Site, cut, drop, page, redirect


def reasons(ended: Ended) -> str:
    return "\n".join(ended.report["reasons"])


# What happens to story N, the outcome it gets, and whether the next run asks for it again.
MISHAPS: dict[int, tuple[Answer, str, bool]] = {
    1: (page("<h1>Error</h1>", status=500), "failed", True),
    2: (page(WALL), "not reached", True),
    3: (page(WALL, status=403), "not reached", True),
    4: (cut(story(4), after=200), "failed", True),
    5: (drop, "failed", True),
    6: (redirect(HOME), "failed", True),
    7: (page(""), "empty", False),
    8: (page("", status=410), "gone", False),
    9: (page("", status=304), "failed", True),  # though nothing was known of it
}


class Mended(NamedTuple):
    """A run in which every story of china.org.cn meets a mishap, and the next, when all is well again."""

    first: Ended
    second: Ended
    asked: list[str]


@pytest.fixture(scope="module")
def mended(tmp_path_factory: pytest.TempPathFactory) -> Mended:
    data = tmp_path_factory.mktemp("mended")
    with Site() as site:
        open_newsroom(site, count=9)
        site.pages.update((story_url(number), answer) for number, (answer, _, _) in MISHAPS.items())
        first = crawl(site, data)
        for number in MISHAPS:
            site.put(story_url(number), story(number))
        site.reset_log()
        return Mended(first, crawl(site, data), [hit.url for hit in site.hits()])


@pytest.mark.parametrize("number", MISHAPS)
def test_mishap_has_its_outcome_and_reason(mended: Mended, number: int) -> None:
    link = mended.first.link(story_url(number))
    assert link["outcome"] == MISHAPS[number][1]
    assert link["reason"]


def test_the_story_without_mishap_is_written(mended: Mended) -> None:
    assert [s["url"] for s in mended.first.stories] == [OTHER_STORY]
    assert mended.first.report["links"] == sum(mended.first.report["outcomes"].values()) == 10


@pytest.mark.parametrize("number", MISHAPS)
def test_failed_and_not_reached_are_asked_for_again(mended: Mended, number: int) -> None:
    assert (story_url(number) in mended.asked) == MISHAPS[number][2]
    assert (story_id(number) in ids(mended.second)) == MISHAPS[number][2]


def test_the_list_was_unchanged_when_they_were_asked_for_again(mended: Mended) -> None:
    state = {source["url"]: source["state"] for source in mended.second.report["sources"]}
    assert state[WIRE_LIST] == "unchanged"
    assert mended.second.code == 0, mended.second.err


def test_challenge_page_degrades_and_is_named(newsroom: Site, tmp_path: Path) -> None:
    newsroom.put(story_url(3), WALL)
    ended = crawl(newsroom, tmp_path)
    assert (ended.code, ended.report["verdict"], len(ended.stories)) == (3, "degraded", 4)
    assert story_url(3) in reasons(ended)
    assert "challenge" in ended.err


def test_list_that_is_a_challenge_page_degrades_and_is_named(newsroom: Site, tmp_path: Path) -> None:
    newsroom.put(WIRE_LIST, WALL)
    ended = crawl(newsroom, tmp_path)
    assert (ended.code, ids(ended)) == (3, sorted([story_id(1), "xinhua:" + "5c" * 16]))
    assert WIRE_LIST in reasons(ended)
    open_newsroom(newsroom)
    assert len(crawl(newsroom, tmp_path).stories) == 3  # nothing of the wall is remembered as the list


def test_one_missing_story_is_no_fault(newsroom: Site, tmp_path: Path) -> None:
    newsroom.remove(story_url(3))
    ended = crawl(newsroom, tmp_path)
    assert (ended.code, ended.outcome(story_url(3))) == (0, "gone")


@pytest.mark.parametrize(
    "home",
    [
        page("<p>We are moving to a new site.</p>"),
        page("<h1>Error</h1>", status=500),
        page("<h1>Not found</h1>", status=404),
        page(WALL, status=403),
        drop,
    ],
    ids=["without links", "500", "404", "challenge", "no answer"],
)
def test_starting_point_that_fails_is_broken_and_named(newsroom: Site, tmp_path: Path, home: Answer) -> None:
    newsroom.pages[HOME] = home
    ended = crawl(newsroom, tmp_path)
    assert (ended.code, ended.report["verdict"]) == (4, "broken")
    assert HOME in reasons(ended)
    assert [s["url"] for s in ended.stories] == [OTHER_STORY]  # the other source is read all the same


# Where the stories 1, 2 ... of the next tests redirect to; the last one is a starting point, read already.
ELSEWHERE = (
    "file:///etc/passwd",
    "http://127.0.0.1/admin",
    "http://2130706433/admin",
    "http://[::1]/admin",
    "http://[64:ff9b::7f00:1]/admin",
    "http://[2002:7f00:1::]/admin",
    "https://www.china.org.cn:8443/2026-11/20/content_118900000.shtml",
    "http://169.254.169.254/latest/meta-data/",
    "http://localhost/admin",
    "https://www.example.com/a.htm",
    HOME,
)


@pytest.fixture(scope="module")
def redirected(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Site, Ended]]:
    with Site() as site:
        open_newsroom(site, count=len(ELSEWHERE))
        for number, target in enumerate(ELSEWHERE, 1):
            site.pages[story_url(number)] = redirect(target)
            site.pages.setdefault(target, page(story(number)))
        yield site, crawl(site, tmp_path_factory.mktemp("redirected"))


@pytest.mark.parametrize("target", ELSEWHERE[:-1])
def test_redirect_elsewhere_is_not_followed(redirected: tuple[Site, Ended], target: str) -> None:
    site, ended = redirected
    assert site.hits(target) == []
    assert [s["url"] for s in ended.stories] == [OTHER_STORY]


@pytest.mark.parametrize("number", range(1, len(ELSEWHERE) + 1))
def test_redirect_elsewhere_is_the_reason_of_its_link(redirected: tuple[Site, Ended], number: int) -> None:
    link = redirected[1].link(story_url(number))
    assert link["outcome"] in ("failed", "filtered")
    assert "run ended" not in link["reason"]  # it was answered long before that
    assert ELSEWHERE[number - 1].split("/")[2] in link["reason"]


def test_redirect_to_a_story_that_was_asked_for_already(newsroom: Site, tmp_path: Path) -> None:
    newsroom.pages[story_url(4)] = redirect(story_url(1), 301)
    ended = crawl(newsroom, tmp_path)
    assert len(ended.stories) == 4
    assert ended.outcome(story_url(4)) == "duplicate"
    newsroom.reset_log()
    assert crawl(newsroom, tmp_path).report["outcomes"]["unchanged"] == 5
    assert not newsroom.hits(story_url(4))  # not before it is due, as any known story
    assert crawl(newsroom, tmp_path, "-s", "WIRECRAWL_RECHECK_HOURS=0").report["outcomes"]["unchanged"] == 5
    assert [hit.status for hit in newsroom.hits(story_url(4))] == [301]
    assert {hit.status for hit in newsroom.hits(story_url(1))} == {304}
    newsroom.put(story_url(4), story(4))  # it is a story of its own now
    ended = crawl(newsroom, tmp_path, "-s", "WIRECRAWL_RECHECK_HOURS=0")
    assert [one["id"] for one in ended.stories] == [story_id(4)]


# The second shape of address has no day in it either.
@pytest.mark.parametrize("shape", [story_url(0), "https://www.china.org.cn/english/international/96570.htm"])
def test_field_that_is_lost_degrades_and_is_named(newsroom: Site, tmp_path: Path, shape: str) -> None:
    undated = [shape.replace("0.", f"{number}.") for number in (2, 3)]
    newsroom.put(WIRE_LIST, listing([(url, headline(n)) for n, url in enumerate(undated, 2)]))
    for number, url in enumerate(undated, 2):
        newsroom.put(url, story(number, dated=False))
    ended = crawl(newsroom, tmp_path)
    assert (ended.code, ended.report["verdict"], len(ended.stories)) == (3, "degraded", 4)
    assert "published" in reasons(ended)


def test_alias_of_a_story_that_fails_does_not_hide_it(newsroom: Site, tmp_path: Path) -> None:
    # The same story under two addresses: the first one seen is dead, the second one has it.
    dead = story_url(2).removesuffix(".shtml") + ".htm"
    newsroom.put(WIRE_LIST, listing([(dead, headline(2)), (story_url(2), headline(2))]))
    ended = crawl(newsroom, tmp_path)
    assert story_id(2) in ids(ended)


def test_stories_whose_feeds_cannot_be_opened_wait_for_the_next_run(tmp_path: Path) -> None:
    with Site() as site:
        open_newsroom(site)
        # -o comes first: where Scrapy cannot name it, it opens none of the feeds behind it either.
        first = crawl(site, tmp_path, "-o", str(tmp_path / "x.jsonl"), "-s", "FEED_URI_PARAMS=json.dumps")
        second = crawl(site, tmp_path)
    assert (first.code, first.stories) == (4, [])
    assert "x.jsonl" in reasons(first)
    assert "-stories.jsonl" in reasons(first)
    assert "not written; its stories wait for the next run" in reasons(first)
    assert sorted(s["url"] for s in second.stories) == sorted([*map(story_url, range(1, 5)), OTHER_STORY])


def test_a_feed_that_misses_a_line_is_not_taken_for_whole(tmp_path: Path) -> None:
    with Site() as site:
        open_newsroom(site)
        first = crawl(site, tmp_path, "-s", 'FEED_EXPORTERS={"jsonlines": "tests.support.broken.BrokenExporter"}')
        second = crawl(site, tmp_path)
    assert first.code == 4
    assert "-stories.jsonl" in reasons(first)
    assert "not written; its stories wait for the next run" in reasons(first)
    assert [s["url"] for s in second.stories] == [VICTIM]
    written = [s["url"] for s in first.stories + second.stories]
    assert sorted(written) == sorted([*map(story_url, range(1, 5)), OTHER_STORY])


# Hosts that do not answer

FAR = [f"http://news.xinhuanet.com/english/2026-11/20/c_13700000{number}.htm" for number in range(3)]


def test_a_host_that_cannot_be_reached_is_named_with_the_number_of_its_links(newsroom: Site, tmp_path: Path) -> None:
    newsroom.put(WIRE_LIST, listing([(url, f"Kite {n} is lent") for n, url in enumerate(FAR)]))
    newsroom.pages.update(dict.fromkeys(["http://news.xinhuanet.com/robots.txt", *FAR], drop))
    ended = crawl(newsroom, tmp_path)
    assert (ended.code, [ended.outcome(url) for url in FAR]) == (3, ["not reached"] * 3)
    (reason,) = ended.report["reasons"]
    assert reason.startswith("host news.xinhuanet.com could not be reached; links to it that were wanted: 3 (")
    (line, *summary) = ended.err.splitlines()
    assert ("news.xinhuanet.com" in line, len(summary)) == (True, 6)
    newsroom.reset_log()
    open_newsroom(newsroom)
    assert crawl(newsroom, tmp_path).report["outcomes"]["not reached"] == 3  # they are wanted until they are reached


def test_a_host_whose_pages_alone_do_not_answer_is_named(newsroom: Site, tmp_path: Path) -> None:
    newsroom.put(WIRE_LIST, listing([(FAR[0], "Kite is lent")]))
    newsroom.pages[FAR[0]] = drop
    ended = crawl(newsroom, tmp_path)
    assert (ended.code, ended.outcome(FAR[0])) == (3, "failed")
    assert "host news.xinhuanet.com could not be reached; links to it that were wanted: 1" in reasons(ended)
    assert len(ended.err.splitlines()) == 6


def test_without_any_network_a_run_prints_one_line_a_host_and_its_report(tmp_path: Path) -> None:
    with Site() as site:
        dead = site.env()
    ended = scrapy(tmp_path, "crawl", "xinhua", *FAST, environment=dead)
    first, second, *summary = ended.err.splitlines()
    assert (ended.code, len(summary)) == (4, 6), ended.err
    assert {"www.china.org.cn" in first, "www.china.org.cn" in second} == {True, False}
    assert {"english.news.cn" in first, "english.news.cn" in second} == {True, False}
