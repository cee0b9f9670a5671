"""Scrapy's own commands in this project: they look at pages and leave no run behind; plain spiders run as in Scrapy."""

import os
from pathlib import Path

import pytest

from tests.support.newsroom import HOME, headline, story_url
from tests.support.process import FAST, Ended, clean_environment, crawl, lines, replay, scrapy
from tests.support.projects import copy_project
from tests.support.site import Site

_PLAIN = """
import scrapy


class KitesSpider(scrapy.Spider):
    name = "kites"
    start_urls = ["{home}"]

    def parse(self, response):
        yield {{"headline": response.css("h1::text").get(), "url": response.url}}
        yield from response.follow_all(css="li a")
"""
# An extension as Spidermon's: it reads Scrapy's statistics when the spider is closed.
_EXTENSION = """
from scrapy import signals


class Statistics:
    @classmethod
    def from_crawler(cls, crawler):
        own = cls()
        own.crawler = crawler
        crawler.signals.connect(own.closed, signals.spider_closed)
        return own

    def closed(self):
        found = self.crawler.stats.get_stats()
        print("statistics:", found["item_scraped_count"], found["finish_reason"])
"""


def look(site: Site, data: Path, *arguments: str, browser: str = "true") -> Ended:
    """A command that only looks at pages; it must write nothing and print no traceback."""
    ended = scrapy(data, *arguments, *FAST, environment={**site.env(), "BROWSER": browser})
    assert "Traceback" not in ended.err
    assert list(data.iterdir()) == []
    return ended


def test_parse_prints_the_story_of_a_page_or_the_links_of_a_list(newsroom: Site, tmp_path: Path) -> None:
    story = look(newsroom, tmp_path, "parse", story_url(1), "--nocolour")
    assert (story.code, story.err) == (0, "")
    assert f"'headline': '{headline(1)}'" in story.out.decode()
    home = look(newsroom, tmp_path, "parse", HOME, "--nocolour")
    assert (home.code, home.err) == (0, "")
    assert f"<GET {story_url(1)}>" in home.out.decode()


def test_parse_says_what_is_wrong_with_a_page(newsroom: Site, tmp_path: Path) -> None:
    gone = look(newsroom, tmp_path, "parse", story_url(40))
    assert (gone.code, f"{story_url(40)}: no story: gone (HTTP 404)" in gone.err) == (0, True)
    nobodys = look(newsroom, tmp_path, "parse", "https://nobody.example/")
    assert (nobodys.code, "Unable to find spider" in nobodys.err) == (2, True)


def test_fetch_shell_and_view_leave_nothing_behind(newsroom: Site, tmp_path: Path) -> None:
    assert headline(1).encode() in look(newsroom, tmp_path, "fetch", story_url(1)).out
    shell = look(newsroom, tmp_path, "shell", "-c", "response.css('h1::text').get()", story_url(1))
    assert shell.out.decode().strip() == headline(1)
    assert look(newsroom, tmp_path, "view", story_url(1)).code == 0


def test_check_says_that_there_is_nothing_to_check(tmp_path: Path) -> None:
    ended = scrapy(tmp_path, "check")
    assert (ended.code, ended.err) == (0, "")
    assert ended.out.startswith(b"nothing to check: no spider has contracts")


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project with a spider that is no agency's."""
    folder = copy_project(tmp_path_factory.mktemp("project"))
    (folder / "wirecrawl/spiders/kites.py").write_text(_PLAIN.format(home=HOME), encoding="utf-8")
    return folder


def in_project(project: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """What makes a child process take the copy and not this project."""
    monkeypatch.setattr("tests.support.process.ROOT", project)
    return clean_environment({"PYTHONPATH": str(project)})


def test_a_plain_spider_runs_as_in_any_project(
    newsroom: Site, tmp_path: Path, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    environment = {**in_project(project, monkeypatch), **newsroom.env()}
    out = [tmp_path / f"kites.{ending}" for ending in ("jsonl", "csv")]
    asked = [word for file in out for word in ("-O", str(file))]
    ended = scrapy(tmp_path / "data", "crawl", "kites", *FAST, *asked, environment=environment)
    assert (ended.code, ended.err) == (0, "")
    assert headline(1) in [line["headline"] for line in lines(out[0])]
    assert headline(1) in out[1].read_text("utf-8")
    assert not (tmp_path / "data").exists()


@pytest.mark.parametrize("command", [["replay", "kites"], ["drift", "kites"], ["export", "csv", "--spider", "kites"]])
def test_what_needs_an_agency_refuses_a_plain_spider(
    command: list[str], tmp_path: Path, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = ["-o", str(tmp_path / "out")] if command[0] == "export" else []
    ended = scrapy(tmp_path / "data", *command, *out, environment=in_project(project, monkeypatch))
    assert (ended.code, ended.err.count("\n")) == (2, 1)
    assert "kites is no agency's spider" in ended.err


def test_extensions_are_added_to_the_projects_own(newsroom: Site, tmp_path: Path) -> None:
    (tmp_path / "watching.py").write_text(_EXTENSION, encoding="utf-8")
    added = ("-s", 'EXTENSIONS={"watching.Statistics": 500}')
    environment = {"PYTHONPATH": os.pathsep.join([str(tmp_path)])}
    live = crawl(newsroom, tmp_path / "data", *added, environment=environment)
    assert live.out.decode() == f"statistics: {len(live.stories) + len(live.headlines)} finished\n"
    saved = replay(tmp_path / "data", *added, environment=environment)
    assert saved.out.decode() == f"statistics: {len(saved.stories) + len(saved.headlines)} finished\n"


def test_scrapyds_argument_is_accepted(newsroom: Site, tmp_path: Path) -> None:
    assert crawl(newsroom, tmp_path, "-a", "_job=4d5e", "-a", "limit=1").code == 0
