"""`scrapy crawl xinhua` as a whole process, live: two runs in a row, discovery, politeness."""

from pathlib import Path
from typing import NamedTuple

import pytest

from tests.support.fixtures import ROOT
from tests.support.newsroom import HOME, OTHER_HOME, WIRE_LIST, headline, put_list, story, story_id, story_url
from tests.support.process import Ended, crawl, feed_files
from tests.support.site import Hit, Reply, Site, fill_from_fixtures, redirect, slow

# The number of the list in the fixtures, and another that no code can know.
NODE, RENAMED = b"node_7249531", b"node_7650042"
LIST = "http://www.china.org.cn/world/node_7650042.htm"
JSON_LIST = "https://english.news.cn/list/ds_c90d3e5fa8b24716b1f2e07d86a4953c.json"
FILLED_LIST = "https://english.news.cn/list/latestnews.htm"  # its stories come from JSON_LIST
ONLY_IN_JSON = "xinhua:e35f10a8c2b94d7790ab6ce4d1f8230b"


def is_article(hit: Hit) -> bool:
    return "/content_" in hit.url or hit.url.endswith("/c.html")


class Twice(NamedTuple):
    """Two runs in a row over the fixtures, with the list renamed, and what each asked for."""

    first: Ended
    second: Ended
    asked_first: list[Hit]
    asked_second: list[Hit]


@pytest.fixture(scope="module")
def twice(tmp_path_factory: pytest.TempPathFactory) -> Twice:
    data = tmp_path_factory.mktemp("twice")
    with Site() as site:
        fill_from_fixtures(site, ROOT / "fixtures" / "xinhua")
        _rename_the_list(site)
        first = crawl(site, data)
        asked = site.hits()
        site.reset_log()
        return Twice(first, crawl(site, data), asked, site.hits())


def _rename_the_list(site: Site) -> None:
    for url in list(site.pages):
        answer = site.pages.pop(url)
        assert not callable(answer)
        body = answer.body.replace(NODE, RENAMED)
        site.put(
            url.replace(NODE.decode(), RENAMED.decode()), body, status=answer.status,
            content_type=answer.headers["Content-Type"],
        )  # fmt: skip


def urls(hits: list[Hit]) -> list[str]:
    return [hit.url for hit in hits]


# Two runs over the fixtures


def test_first_run_is_good_and_writes_stories(twice: Twice) -> None:
    assert (twice.first.code, twice.first.report["mode"]) == (0, "crawl"), twice.first.err
    outcomes = twice.first.report["outcomes"]
    assert len(twice.first.stories) == outcomes["new"] + outcomes["update"] > 10


def test_second_run_finds_nothing_new(twice: Twice) -> None:
    assert twice.second.code == 0, twice.second.err
    assert (twice.second.stories, twice.second.headlines) == ([], [])
    assert len(feed_files(twice.second.data)) == len(feed_files(twice.second.data, "headlines")) == 1
    counts = twice.second.report["outcomes"]
    assert (counts["new"], counts["update"], counts["unchanged"]) == (0, 0, len(twice.first.stories))


def test_second_run_downloads_no_story(twice: Twice) -> None:
    assert [hit.url for hit in twice.asked_second if is_article(hit) and hit.status == 200] == []


def test_second_run_asks_conditionally(twice: Twice) -> None:
    assert [hit.url for hit in twice.asked_second if hit.status == 200] == []


def test_first_pages_are_asked_for_each_time(twice: Twice) -> None:
    firsts = {HOME, OTHER_HOME, LIST, JSON_LIST}
    assert firsts | {FILLED_LIST} <= set(urls(twice.asked_first))
    assert firsts <= set(urls(twice.asked_second))


def test_a_list_and_the_json_behind_it_are_one_request_in_the_second_run(twice: Twice) -> None:
    assert FILLED_LIST not in urls(twice.asked_second)
    state = {source["url"]: source["state"] for source in twice.second.report["sources"]}
    assert (state[FILLED_LIST], state[JSON_LIST]) == ("unchanged", "unchanged")


def test_a_list_is_asked_for_again_when_its_json_is_gone(tmp_path: Path) -> None:
    other = JSON_LIST.replace("ds_c90d", "ds_beef")
    with Site() as site:
        fill_from_fixtures(site, ROOT / "fixtures" / "xinhua")
        crawl(site, tmp_path)
        for url in (FILLED_LIST, JSON_LIST):
            answer = site.pages.pop(url)
            assert not callable(answer)
            site.put(url.replace("ds_c90d", "ds_beef"), answer.body.replace(b"c90d3e5f", b"beef3e5f"))
        site.reset_log()
        ended = crawl(site, tmp_path)
        assert {FILLED_LIST, JSON_LIST, other} <= set(urls(site.hits()))
    assert other in [source["url"] for source in ended.report["sources"] if source["state"] == "ok"]


def test_pager_is_followed_only_while_links_are_unknown(twice: Twice) -> None:
    second_page = LIST.replace(".htm", "_2.htm")
    assert second_page in urls(twice.asked_first)
    assert second_page not in urls(twice.asked_second)


def test_the_list_of_the_home_page_is_found_whatever_its_number(twice: Twice) -> None:
    read = {source["url"]: source for source in twice.first.report["sources"]}
    assert (read[LIST]["state"], read[LIST]["links"] > 5) == ("ok", True)
    assert not [url for url in urls(twice.asked_first) if NODE.decode() in url]


def test_story_that_only_the_json_list_shows(twice: Twice) -> None:
    assert ONLY_IN_JSON in [story["id"] for story in twice.first.stories]


def test_no_request_is_sent_twice(twice: Twice) -> None:
    asked = [hit.url for hit in twice.asked_first if hit.status == 200]
    assert sorted(asked) == sorted(set(asked))


def test_never_started_from_the_old_homes(twice: Twice) -> None:
    hosts = {hit.url.split("/")[2] for hit in twice.asked_first}
    assert hosts == {"www.china.org.cn", "english.news.cn"}


def test_user_agent_names_wirecrawl_and_where_to_read_about_it(twice: Twice) -> None:
    for hit in twice.asked_first:
        assert hit.headers["User-Agent"].startswith("wirecrawl/")
        assert "+http" in hit.headers["User-Agent"]


def test_report_adds_up_and_names_its_feeds(twice: Twice) -> None:
    for ended in (twice.first, twice.second):
        assert ended.report["links"] == sum(ended.report["outcomes"].values())
        assert len(ended.err.splitlines()) == 6


def test_stories_say_when_they_were_fetched(twice: Twice) -> None:
    started, finished = twice.first.report["started"], twice.first.report["finished"]
    assert all(started <= s["first_seen"] == s["fetched"] <= finished for s in twice.first.stories)


# Discovery


def test_next_page_of_a_list_while_it_brings_unknown_links(newsroom: Site, tmp_path: Path) -> None:
    pages = [WIRE_LIST, WIRE_LIST.replace(".htm", "_2.htm"), WIRE_LIST.replace(".htm", "_3.htm")]
    names = [url.rsplit("/", 1)[1] for url in pages]
    put_list(newsroom, [3, 4], f'<a href="{names[1]}">Next</a>')
    put_list(newsroom, [1, 2], f'<a href="{names[2]}">Next</a>', pages[1])
    assert crawl(newsroom, tmp_path, "-s", "WIRECRAWL_LIST_PAGES=2").code == 0
    assert [len(newsroom.hits(url)) for url in pages] == [1, 1, 0]  # the setting caps it
    put_list(newsroom, [5, 3, 4], f'<a href="{names[1]}">Next</a>')
    newsroom.put(story_url(5), story(5))
    newsroom.reset_log()
    assert [s["id"] for s in crawl(newsroom, tmp_path).stories] == [story_id(5)]
    assert [len(newsroom.hits(url)) for url in pages] == [1, 1, 0]  # page 2 brought nothing unknown


def test_robots_txt_is_obeyed(newsroom: Site, tmp_path: Path) -> None:
    rules = f"User-agent: *\nDisallow: {story_url(2).split('.cn', 1)[1]}\n"
    newsroom.put("http://www.china.org.cn/robots.txt", rules, content_type="text/plain")
    newsroom.put("https://www.china.org.cn/robots.txt", rules, content_type="text/plain")
    ended = crawl(newsroom, tmp_path)
    assert (ended.outcome(story_url(2)), ended.code) == ("filtered", 0)
    assert "robots" in ended.link(story_url(2))["reason"]
    assert newsroom.hits(story_url(2)) == []
    assert story_id(1) in [s["id"] for s in ended.stories]


@pytest.mark.parametrize(("forbidden", "code"), [(WIRE_LIST, 0), (HOME, 4)])
def test_a_list_that_robots_txt_forbids_counts_only_as_a_starting_page(
    newsroom: Site, tmp_path: Path, forbidden: str, code: int
) -> None:
    rules = f"User-agent: *\nDisallow: {forbidden.split('.cn', 1)[1]}$\n"
    newsroom.put("http://www.china.org.cn/robots.txt", rules, content_type="text/plain")
    ended = crawl(newsroom, tmp_path)
    assert (ended.code, newsroom.hits(forbidden)) == (code, []), ended.err
    states = {source["url"]: source["state"] for source in ended.report["sources"]}
    assert states[forbidden] == "filtered: robots"


def test_redirect_to_another_story_address_is_followed(newsroom: Site, tmp_path: Path) -> None:
    old = "http" + story_url(2).removeprefix("https")
    newsroom.put(WIRE_LIST, newsroom_list_with(old))
    newsroom.pages[old] = redirect(story_url(2), 301)
    assert story_id(2) in [s["id"] for s in crawl(newsroom, tmp_path).stories]


def newsroom_list_with(url: str) -> str:
    return f'<div class="columns1"><ul><li><a href="{url}">{headline(2)}</a></li></ul></div>'


def test_one_request_at_a_time_per_host(newsroom: Site, tmp_path: Path) -> None:
    at_once: list[int] = []

    def watched(hit: Hit) -> Reply:
        at_once.append(sum(other.status == 0 for other in newsroom.hits() if "china.org.cn" in other.url))
        return slow(0.1, story(int(hit.url[-7])))  # seconds: far above the delay, so that requests could pile up

    newsroom.pages.update((story_url(number), watched) for number in range(1, 5))
    assert crawl(newsroom, tmp_path, "-s", "DOWNLOAD_DELAY=0.02").code == 0
    assert at_once == [1, 1, 1, 1]


def test_certificates_are_verified(newsroom: Site, tmp_path: Path) -> None:
    nobody = {"SSL_CERT_FILE": ""}
    ended = crawl(newsroom, tmp_path, "-a", f"sources={OTHER_HOME}", environment=nobody)
    assert (ended.code, ended.stories, newsroom.log) == (4, [], [])
    assert any(OTHER_HOME in reason for reason in ended.report["reasons"])
