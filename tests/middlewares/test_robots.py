"""robots.txt as foreign input: rules that are too many, too long or no text."""

import gzip
from pathlib import Path

import pytest
from scrapy.utils.test import get_crawler

from tests.support.process import crawl
from tests.support.site import Site
from wirecrawl.middlewares.robots import FirstRules

SITE = "http://www.china.org.cn"
AGENT = "wirecrawl/0.1.0 (+https://wirecrawl.example/about)"
RULES = b"User-agent: *\nDisallow: /private/\n"
FILLING = b"# nothing but words\n" * 40_000  # 800 kB


def allowed(body: bytes, path: str) -> bool:
    return FirstRules.from_crawler(get_crawler(), body).allowed(f"{SITE}{path}", AGENT)


@pytest.mark.parametrize(
    "body",
    [
        RULES,
        b"\xef\xbb\xbf" + RULES,
        b"\xff\xfe\x00 no text\n\n" + RULES,
        b"a: b\n:::\n\0\n" + RULES + b"Crawl-delay: soon\nDisallow",
        RULES.replace(b"\n", b"\r\n"),
        RULES + FILLING,
        RULES + b"Disallow: /" + b"*a" * 400_000,
    ],
    ids=["plain", "mark", "bytes", "noise", "CRLF", "long", "one long line"],
)
def test_rules_hold_whatever_stands_beside_them(body: bytes) -> None:
    assert not allowed(body, "/private/a")
    assert allowed(body, "/world/aaaaaaaaab")


def test_what_is_behind_the_first_part_is_not_read() -> None:
    assert allowed(FILLING + RULES, "/private/a")


def test_a_rule_that_is_cut_forbids_nothing_more() -> None:
    filling = b"User-agent: *\n" + b"# nothing but words\n" * 25_599 + b"#\n"
    cut = filling + b"Disallow: /world/2026/\n" + FILLING
    assert 0 < cut.index(b"Disallow") < 500 * 1024 < cut.index(b"2026")
    assert allowed(cut, "/world/1999/")


def test_a_robots_txt_that_cannot_be_unpacked_forbids_nothing_and_is_named(newsroom: Site, tmp_path: Path) -> None:
    cut = gzip.compress(RULES)[:-9]
    newsroom.put(f"{SITE}/robots.txt", cut, content_type="text/plain", headers={"content-encoding": "gzip"})
    ended = crawl(newsroom, tmp_path)
    assert (ended.code, len(ended.stories)) == (0, 5)
    assert "its robots.txt could not be read" in ended.err
