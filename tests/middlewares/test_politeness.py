"""How a crawl treats a host: Crawl-delay, Retry-After, a host that fails, limits of a run."""

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

import pytest

from tests.support.newsroom import HOME, OTHER_STORY, open_newsroom, put_list, story, story_id, story_url
from tests.support.process import crawl, ids
from tests.support.site import Answer, Hit, Reply, Site, drop, page

ROBOTS = "http://www.china.org.cn/robots.txt"
NO_RETRY = ("-s", "RETRY_ENABLED=0")


def clocked(times: list[float], reply: Reply) -> Callable[[Hit], Reply]:
    """An answer that notes when it was asked for."""

    def answer(hit: Hit) -> Reply:
        times.append(time.monotonic())
        return reply

    return answer


def test_crawl_delay_of_robots_txt_is_kept(newsroom: Site, tmp_path: Path) -> None:
    times: list[float] = []
    newsroom.put(ROBOTS, "User-agent: *\nCrawl-delay: 1.5\nDisallow: /private\n", content_type="text/plain")
    for number in range(1, 4):
        newsroom.pages[story_url(number)] = clocked(times, page(story(number)))
    assert len(crawl(newsroom, tmp_path).stories) == 5
    assert min(later - before for before, later in zip(sorted(times), sorted(times)[1:], strict=False)) > 1.4


@pytest.mark.parametrize("form", ["seconds", "date"])
def test_retry_after_is_waited_for(newsroom: Site, tmp_path: Path, form: str) -> None:
    times: list[float] = []
    answers = [story(2)]

    def busy_once(hit: Hit) -> Reply:
        times.append(time.monotonic())
        until = format_datetime(datetime.now(UTC) + timedelta(seconds=3), usegmt=True)
        busy = page("", status=429, headers={"Retry-After": "2" if form == "seconds" else until})
        return busy if len(times) == 1 else page(answers[0])

    newsroom.pages[story_url(2)] = busy_once
    ended = crawl(newsroom, tmp_path)
    assert story_id(2) in ids(ended)
    assert times[1] - times[0] > 1.9


def test_a_host_that_asks_for_hours_is_left_alone_until_the_next_run(newsroom: Site, tmp_path: Path) -> None:
    for number in range(1, 5):
        newsroom.pages[story_url(number)] = page("", status=503, headers={"Retry-After": "7200"})
    ended = crawl(newsroom, tmp_path)
    assert [one["url"] for one in ended.stories] == [OTHER_STORY]
    assert len([hit for hit in newsroom.hits() if "/content_" in hit.url]) == 1
    for number in range(1, 5):
        assert ended.outcome(story_url(number)) == "not reached"
        assert "asks to wait 7200 s" in ended.link(story_url(number))["reason"]
    open_newsroom(newsroom)
    assert len(crawl(newsroom, tmp_path).stories) == 4


def test_a_host_that_fails_in_a_row_is_left_alone(newsroom: Site, tmp_path: Path) -> None:
    put_list(newsroom, range(1, 9))
    for number in range(1, 9):
        newsroom.put(story_url(number), "<h1>Error</h1>", status=500)
    ended = crawl(newsroom, tmp_path, *NO_RETRY, "-s", "WIRECRAWL_HOST_FAILURES=3")
    assert len([hit for hit in newsroom.hits() if "/content_" in hit.url]) == 3
    assert (ended.report["outcomes"]["failed"], ended.report["outcomes"]["not reached"]) == (3, 5)
    assert "3 times in a row (last: HTTP 500)" in str(ended.report["not_in_feed"])


@pytest.mark.parametrize(
    ("answer", "cause"),
    [(page("", status=500), "HTTP 500"), (drop, "Connection was closed")],
    ids=["HTTP 500", "no answer"],
)
def test_a_host_whose_robots_txt_cannot_be_read_is_left_alone(
    newsroom: Site, tmp_path: Path, answer: Answer, cause: str
) -> None:
    newsroom.pages[ROBOTS] = answer
    ended = crawl(newsroom, tmp_path, *NO_RETRY)
    assert (ended.code, [one["url"] for one in ended.stories]) == (4, [OTHER_STORY])
    assert {hit.url for hit in newsroom.hits() if "china.org.cn" in hit.url} == {ROBOTS}
    said = ended.report["reasons"][0]
    assert f"source {HOME}" in said
    assert "robots.txt could not be read" in said
    assert cause in said


@pytest.mark.parametrize("setting", ["WIRECRAWL_REQUESTS", "WIRECRAWL_HOST_REQUESTS"])
def test_what_is_beyond_the_limit_of_requests_comes_in_the_next_run(
    newsroom: Site, tmp_path: Path, setting: str
) -> None:
    first = crawl(newsroom, tmp_path, "-s", f"{setting}=6")
    left = [link for link in first.report["not_in_feed"] if link["outcome"] == "not reached"]
    assert left
    assert all(setting in link["reason"] for link in left)
    assert len(newsroom.hits()) <= (6 if setting == "WIRECRAWL_REQUESTS" else 12)
    assert first.report["links"] == sum(first.report["outcomes"].values())
    second = crawl(newsroom, tmp_path)
    assert len(first.stories) + len(second.stories) == 5


def test_a_list_beyond_the_limit_is_a_source_that_was_not_read(newsroom: Site, tmp_path: Path) -> None:
    ended = crawl(newsroom, tmp_path, "-s", "WIRECRAWL_REQUESTS=1")
    assert ended.code == 4
    assert HOME in "\n".join(ended.report["reasons"])
    assert "WIRECRAWL_REQUESTS" in "\n".join(ended.report["reasons"])
