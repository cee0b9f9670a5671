"""A crawl over pages made to hurt: each has its outcome, costs its own story only, and memory stays bounded."""

import gzip
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any, NamedTuple

import brotli
import pytest

from tests.support.fixtures import ROOT
from tests.support.newsroom import (
    HOME,
    OTHER_HOME,
    OTHER_STORY,
    headline,
    open_newsroom,
    put_list,
    story,
    story_id,
    story_url,
)
from tests.support.process import clean_environment, crawl, lines, start_crawl
from tests.support.site import Answer, Reply, Site, cut, drip, page, redirect

_LIMITS = ("-s", "DOWNLOAD_TIMEOUT=4", "-s", "WIRECRAWL_HOST_FAILURES=0", "-s", "RETRY_ENABLED=0")
_BOMB = bytes(300 * 2**20)  # 300 MB of nothing


def packed(body: bytes, encoding: str) -> Reply:
    return page(body, headers={"Content-Encoding": encoding})


def deep(number: int) -> str:
    return story(number).replace("<p>", "<div>" * 50_000 + "<p>", 1)


def hostile() -> dict[int, tuple[Answer, str, str]]:
    """By number of the story: the answer, the outcome that its link must have, and a word of its reason."""
    small = gzip.compress(_BOMB)
    return {
        1: (packed(small, "gzip"), "failed", "when unpacked"),
        2: (packed(brotli.compress(_BOMB, quality=1), "br"), "failed", "when unpacked"),
        3: (packed(gzip.compress(small), "gzip, gzip"), "failed", "when unpacked"),
        4: (page(b"<p>" + b"x" * (30 * 2**20)), "failed", "larger"),
        5: (page(deep(5)), "empty", "no story text"),
        6: (page(story(6).replace("kite", "ki\0te")), "new", ""),
        7: (page(story(7).encode("utf-16-le"), content_type="text/html; charset=utf-8"), "new", ""),
        8: (redirect(story_url(8)), "failed", "redirect"),
        9: (drip(60, story(9)), "failed", "imeout"),
        10: (cut(story(10), after=300), "failed", ""),
        11: (page(story(11).replace("Library", "\x1b]0;owned\x07\x1b[31mLibrary\x9b2J")), "new", ""),
        12: (packed(b"this is not gzip", "gzip"), "failed", "not packed with gzip"),
        13: (page(story(13), content_type="text/html; charset=no-such-charset"), "new", ""),
        14: (redirect("gopher://www.china.org.cn/1"), "failed", ""),
        15: (page(b"\xff\xfe\xfd" * 100_000), "failed", "binary data"),
        16: (page(story(16), content_type=None), "new", ""),
        17: (page(story(17), content_type="application/octet-stream"), "new", ""),
        18: (page(story(18)), "new", ""),
        19: (page("", status=503, headers={"Retry-After": "\u00b2"}), "failed", "503"),  # a digit, and no number
        20: (page(story(20), headers={"Content-Encoding": "\x1b[31mgz"}), "new", ""),
        22: (page(story(22), headers={f"X-{n}": "x" * 1000 for n in range(300)}), "failed", "WIRECRAWL_HEADER_KB"),
        21: (page(b"<!---->" * 40_000), "failed", "not HTML"),
    }


class Survived(NamedTuple):
    """What a crawl over all of them left, and the most memory that one of its processes had, in MB."""

    report: dict[str, Any]
    stories: list[dict[str, Any]]
    feed: str
    err: str
    memory: float


@pytest.fixture(scope="module")
def survived(tmp_path_factory: pytest.TempPathFactory) -> Survived:
    data = tmp_path_factory.mktemp("hostile")
    with Site() as site:
        open_newsroom(site, count=1)
        pages = hostile()
        put_list(site, pages)
        site.pages.update((story_url(number), answer) for number, (answer, _, _) in pages.items())
        return _measured(site, data)


def _measured(site: Site, data: Path) -> Survived:
    settings = ("-s", f"WIRECRAWL_DATA={data}", "-s", "DOWNLOAD_DELAY=0", "-s", "AUTOTHROTTLE_ENABLED=0", *_LIMITS)
    command = [sys.executable, "-m", "scrapy", "crawl", "xinhua", *settings]
    with (data / "stderr").open("w") as errors:
        process = subprocess.Popen(command, cwd=ROOT, env=clean_environment(site.env()), stderr=errors)
        used = os.wait4(process.pid, 0)[2]
    process.returncode = 0
    (report,) = data.glob("reports/xinhua/*.json")
    (feed,) = data.glob("feeds/xinhua/*-stories.jsonl")
    told = (data / "stderr").read_text()
    return Survived(json.loads(report.read_bytes()), lines(feed), feed.read_text(), told, used.ru_maxrss / 1024)


@pytest.mark.parametrize("number", range(1, 23))
def test_a_hostile_page_has_its_outcome(survived: Survived, number: int) -> None:
    _, outcome, word = hostile()[number]
    written = [one for one in survived.stories if one["id"] == story_id(number)]
    link = next((one for one in survived.report["not_in_feed"] if one["url"] == story_url(number)), None)
    assert (link["outcome"] if link else "new", len(written)) == (outcome, outcome == "new"), link
    assert link is None or word in link["reason"]


def test_every_other_story_is_there_whole(survived: Survived) -> None:
    plain = {one["id"]: one for one in survived.stories}
    for number in (7, 13, 16, 17, 18):
        assert plain[story_id(number)]["headline"] == headline(number)
        assert plain[story_id(number)]["text"].count("\n\n") == 2
    assert OTHER_STORY in [one["url"] for one in survived.stories]
    assert survived.report["links"] == sum(survived.report["outcomes"].values())


def test_no_control_character_reaches_feed_or_terminal(survived: Survived) -> None:
    assert all(c.isprintable() or c == "\n" for c in survived.feed)
    told = next(one for one in survived.stories if one["id"] == story_id(11))
    assert told["headline"] == headline(11)
    fields = {name: value for name, value in told.items() if name != "headline_raw"}
    assert all(c.isprintable() or c == "\n" for value in _texts(fields) for c in value)
    assert all(c.isprintable() or c == "\n" for c in survived.err)


def _texts(value: Any) -> list[str]:
    if isinstance(value, str):
        return [value]
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else []
    return [text for one in inner for text in _texts(one)]


def test_memory_stays_below_a_gigabyte(survived: Survived) -> None:
    assert survived.memory < 1000


def test_a_feed_with_an_entity_bomb_is_a_source_that_says_so(tmp_path: Path) -> None:
    bomb = '<!DOCTYPE r [<!ENTITY a "ha">' + "".join(
        f'<!ENTITY a{n} "{"&a" + str(n - 1 or "") + ";" * 1}{("&a" + str(n - 1 or "") + ";") * 9}">'
        for n in range(1, 12)
    )
    with Site() as site:
        for url in ("https://tass.com/rss/v2.xml",):
            site.put(
                url, f"<?xml version='1.0'?>{bomb}]><rss><channel><item><title>&a11;</title></item></channel></rss>"
            )
        process = start_crawl(site, tmp_path, spider="tass")
        assert process.wait() == 4
    (report,) = (tmp_path / "reports" / "tass").glob("*.json")
    assert "tass.com/rss" in json.loads(report.read_bytes())["reasons"][0]


def test_an_external_entity_is_not_read(tmp_path: Path) -> None:
    with Site() as site:
        site.put(
            "https://tass.com/rss/v2.xml",
            "<?xml version='1.0'?><!DOCTYPE r [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><rss><channel><item>"
            "<title>Rain &x;</title><link>https://tass.com/world/2100001</link></item></channel></rss>",
        )
        start_crawl(site, tmp_path, spider="tass").wait()
    written = b"".join(file.read_bytes() for file in tmp_path.rglob("*") if file.is_file())
    assert b"root:" not in written


@pytest.mark.parametrize("url", [
    "https://www.china.org.cn/world/Off_the_Wire/2026-11/19/../../../../../etc/content_118900099.shtml",
    "https://www.china.org.cn/world/Off_the_Wire/2026-11/19/%2e%2e%2f%2e%2e%2fcontent_118900099.shtml",
    "https://www.china.org.cn/world/Off_the_Wire/2026-11/19/content_118900099.shtml?/../../x\0y",
])  # fmt: skip
def test_no_address_leads_out_of_the_data_folder(newsroom: Site, tmp_path: Path, url: str) -> None:
    newsroom.put(HOME, f'<ul><li><a href="{url}">Out</a></li><li><a href="{story_url(1)}">In</a></li></ul>')
    newsroom.put(OTHER_HOME, f'<ul><li><a href="{OTHER_STORY}">Ferry</a></li></ul>')
    before = set(tmp_path.parent.iterdir())
    ended = crawl(newsroom, tmp_path / "data")
    assert story_id(1) in [one["id"] for one in ended.stories]
    assert set(tmp_path.parent.iterdir()) == before
    assert [path.name for path in tmp_path.iterdir()] == ["data"]
