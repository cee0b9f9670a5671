"""Arguments and settings of `scrapy crawl xinhua`: what they do, and one clear line for what cannot be meant."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.support.newsroom import HOME, OTHER_HOME, OTHER_STORY, WIRE_LIST, story_id, story_url
from tests.support.process import Ended, counted, crawl, scrapy
from tests.support.site import Hit, Site


def is_article(hit: Hit) -> bool:
    return "/content_" in hit.url or hit.url.endswith("/c.html")


def articles(site: Site, status: int | None = None) -> list[str]:
    """Story pages asked for, in order of address."""
    return sorted(hit.url for hit in site.hits(status=status) if is_article(hit))


def test_limit_and_what_it_left_comes_in_the_next_run(newsroom: Site, tmp_path: Path) -> None:
    first = crawl(newsroom, tmp_path, "-a", "limit=2")
    assert (first.code, len(first.stories), len(articles(newsroom))) == (0, 2, 2)
    assert first.report["outcomes"]["filtered"] == 3
    second = crawl(newsroom, tmp_path)
    assert (second.code, len(second.stories)) == (0, 3)
    assert set(counted(tmp_path).values()) == {1}


def test_since_leaves_out_what_is_older(newsroom: Site, tmp_path: Path) -> None:
    ended = crawl(newsroom, tmp_path, "-a", "since=2026-11-20")
    assert (ended.code, [s["url"] for s in ended.stories]) == (0, [OTHER_STORY])
    assert articles(newsroom) == [OTHER_STORY]
    assert ended.outcome(story_url(3)) == "filtered"


def test_since_as_a_span(newsroom: Site, tmp_path: Path) -> None:
    ended = crawl(newsroom, tmp_path, "-a", "since=90000h")  # ten years: nothing here is older
    assert (ended.code, len(ended.stories)) == (0, 5)


def test_full_ignores_what_is_known(newsroom: Site, tmp_path: Path) -> None:
    first = crawl(newsroom, tmp_path)
    newsroom.reset_log()
    second = crawl(newsroom, tmp_path, "-a", "full=1")
    assert second.code == 0, second.err
    assert [s["id"] for s in second.stories] == [s["id"] for s in first.stories]
    assert len(articles(newsroom, status=200)) == 5
    assert len(second.headlines) == len(first.headlines) > 0


def test_sources_replace_the_starting_points(newsroom: Site, tmp_path: Path) -> None:
    ended = crawl(newsroom, tmp_path, "-a", f"sources={WIRE_LIST},{OTHER_HOME}")
    assert (ended.code, len(ended.stories)) == (0, 5)
    assert newsroom.hits(HOME) == []


def test_story_as_a_source(newsroom: Site, tmp_path: Path) -> None:
    ended = crawl(newsroom, tmp_path, "-a", f"sources={story_url(3)}")
    assert (ended.code, [s["id"] for s in ended.stories]) == (0, [story_id(3)])


BAD = (
    "-a since=tomorrow",
    "-a since=",
    "-a limit=0",
    "-a limit=x",
    "-a full=maybe",
    "-a sources=ftp://www.china.org.cn/",
    "-a sources=https://www.example.com/",
    "-a sources=http://www.china.org.cn:x/",
    "-a colour=red",
    "-s WIRECRAWL_RECHECK_HOURS=abc",
    "-s WIRECRAWL_LIST_PAGES=-1",
    "-s WIRECRAWL_DUPLICATES=maybe",
    "-s WIRECRAWL_CSV_FORMULAS=maybe",
    "-s WIRECRAWL_PORTS=http",
)


@pytest.fixture(scope="module")
def refused(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[Ended, list[str]]]:
    """Runs with a bad argument, side by side, each with what it wrote; a request of any of them is an error."""

    def run(bad: str) -> tuple[Ended, list[str]]:
        folder = tmp_path_factory.mktemp("refused")
        return crawl(site, folder / "data", *bad.split()), [path.name for path in folder.iterdir()]

    with Site() as site, ThreadPoolExecutor() as together:
        ended = dict(zip(BAD, together.map(run, BAD), strict=True))
        assert site.log == []
    return ended


@pytest.mark.parametrize("bad", BAD)
def test_bad_argument_is_one_line_and_nothing_is_done(refused: dict[str, tuple[Ended, list[str]]], bad: str) -> None:
    ended, written = refused[bad]
    assert (ended.code, ended.err.count("\n"), ended.out) == (2, 1, b""), ended.err
    assert bad.split()[1].partition("=")[0] in ended.err
    assert written == []


@pytest.mark.parametrize("command", ["crawl", "replay"])
@pytest.mark.parametrize("format", ["marshal", "pickle", "parrot"])
@pytest.mark.parametrize("asked", ["-o {file}", "-O {file}:{format}", '-s FEEDS={{"{file}":{{"format":"{format}"}}}}'])
def test_format_that_cannot_be_written_is_one_line(tmp_path: Path, command: str, format: str, asked: str) -> None:
    file = tmp_path / f"x.{format}"
    ended = scrapy(tmp_path / "data", command, "xinhua", *asked.format(file=file, format=format).split())
    assert (ended.code, ended.err.count("\n"), ended.out) == (2, 1, b""), ended.err
    assert format in ended.err
    assert "jsonlines" in ended.err  # what can be written
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("command", ["crawl", "replay", "crawl nosuch", "replay nosuch"])
def test_unknown_or_missing_spider(tmp_path: Path, command: str) -> None:
    ended = scrapy(tmp_path / "data", *command.split())
    assert (ended.code, ended.out) == (2, b"")
    assert "xinhua" in ended.err
    assert "Traceback" not in ended.err
    assert not (tmp_path / "data").exists()
