"""Sputnik's addresses of both eras; the editions number apart, so no number is an id."""

from datetime import date

import pytest

from wirecrawl.news.agencies import classify, get

SPUTNIK = get("sputnik")


@pytest.mark.parametrize(
    ("url", "section"),
    [
        ("https://sputniknews.com/environment/202003171078600123-storks-return/", "environment"),
        ("https://arabic.sputniknews.com/arab_world/202003171044893040-%D9%85%D8%B5%D8%B1/", "arab_world"),
        ("https://sputnikglobe.com/20200317/storks-return-1078600123.html", None),
    ],
)
def test_articles_of_both_eras(url: str, section: str | None) -> None:
    link = classify(url, SPUTNIK)
    assert (link.kind, link.id, link.day, link.section) == ("article", None, date(2020, 3, 17), section)


@pytest.mark.parametrize(
    ("path", "source"), [("", "list"), ("arab_world/", "list"), ("export/rss2/archive/index.xml", "feed")]
)
def test_fronts_and_feeds_are_lists(path: str, source: str) -> None:
    link = classify(f"https://sputniknews.com/{path}", SPUTNIK)
    assert (link.kind, link.source) == ("list", source)


@pytest.mark.parametrize("path", ["authors/mara_ilic/", "trend/storks-2020/", "20200317/", "img/1078399535.jpg"])
def test_other_pages_are_neither(path: str) -> None:
    assert classify(f"https://sputniknews.com/{path}", SPUTNIK).kind == "neither"
