"""Every spider replays its fixtures, as a whole process: each reviewed story once, and nothing to complain about."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.support.fixtures import ROOT
from tests.support.process import Ended, python, scrapy
from tests.support.site import Site
from wirecrawl.news.agencies import NAMES, get

REPLAYED_ALONE = {"reuters", "afp"}
SPIDERS = sorted(path.stem for path in (ROOT / "wirecrawl" / "spiders").glob("*.py"))
SPIDERS = [name for name in SPIDERS if (ROOT / "fixtures" / name).is_dir()]


@pytest.fixture(scope="module")
def replayed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Ended]:
    def run(name: str) -> Ended:
        return scrapy(tmp_path_factory.mktemp(name) / "data", "replay", name)

    with ThreadPoolExecutor(2) as together:
        return dict(zip(SPIDERS, together.map(run, SPIDERS), strict=True))


def test_the_list_names_them() -> None:
    assert python("-m", "scrapy", "list").out.decode().split() == SPIDERS


@pytest.mark.parametrize("name", SPIDERS)
def test_replay_is_good_and_brings_every_reviewed_story(replayed: dict[str, Ended], name: str) -> None:
    ended = replayed[name]
    assert (ended.code, ended.report["verdict"]) == (0, "good"), ended.err
    assert "WARNING" not in ended.err
    reviewed = len(list((ROOT / "fixtures" / name).glob("*/story.json")))
    outcomes = ended.report["outcomes"]
    assert outcomes["new"] + outcomes["update"] + outcomes["duplicate"] >= reviewed


@pytest.mark.parametrize("name", sorted(REPLAYED_ALONE))
def test_a_site_that_refuses_crawlers_is_not_asked(tmp_path: Path, name: str) -> None:
    with Site() as site:
        ended = scrapy(tmp_path / "data", "crawl", name, environment=site.env())
        assert site.log == []
    assert (ended.code, ended.err.count("\n")) == (2, 1)
    assert "refuse crawlers" in ended.err
    assert not (tmp_path / "data").exists()


def test_only_what_can_be_crawled_has_starting_points() -> None:
    crawled = {name for name in NAMES if get(name).sources}
    assert crawled == {"cna" if name == "focustaiwan" else name for name in SPIDERS} - REPLAYED_ALONE
