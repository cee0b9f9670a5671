"""`scrapy crawl AGENCY` as a whole process, live, for every spider whose starting point is among the fixtures."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.support.fixtures import ROOT, load
from tests.support.process import FAST, Ended, scrapy
from tests.support.site import Site, fill_from_fixtures
from wirecrawl.news.agencies import NAMES, get


def _saved(name: str, kind: str) -> dict[str, Path]:
    """The saved pages of an agency that have an expectation of that kind, by their addresses."""
    files = (ROOT / "fixtures" / name).glob(f"*/{kind}.json")
    return {load(file.parent, "response.json")["url"]: file.parent for file in files}


def _starts(name: str) -> set[str]:
    """The starting points of an agency that are saved and lead to a saved story."""
    lists, stories = _saved(name, "links"), _saved(name, "story")
    saved = {source.url for source in get(name).sources} & set(lists)
    return {url for url in saved if stories.keys() & {a["url"] for a in load(lists[url], "links.json")["articles"]}}


CRAWLED = [name for name in NAMES if _starts(name)]


@pytest.fixture(scope="module")
def crawled(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Ended]:
    def run(name: str) -> Ended:
        with Site() as site:
            fill_from_fixtures(site, ROOT / "fixtures" / name)
            return scrapy(tmp_path_factory.mktemp(name) / "data", "crawl", name, *FAST, environment=site.env())

    with ThreadPoolExecutor(2) as together:
        return dict(zip(CRAWLED, together.map(run, CRAWLED), strict=True))


@pytest.mark.parametrize("name", CRAWLED)
def test_a_crawl_finds_a_saved_story_by_the_list_where_it_starts(crawled: dict[str, Ended], name: str) -> None:
    ended = crawled[name]
    assert ended.report["outcomes"]["new"] >= 1, ended.err
    assert {story["url"] for story in ended.stories} & _saved(name, "story").keys()


@pytest.mark.parametrize("name", CRAWLED)
def test_the_starting_point_is_read(crawled: dict[str, Ended], name: str) -> None:
    states = {source["url"]: source["state"] for source in crawled[name].report["sources"]}
    assert {states[url] for url in _starts(name)} == {"ok"}
