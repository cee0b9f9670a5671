"""What an address of RIA Novosti tells before it is fetched."""

from datetime import date

import pytest

from wirecrawl.news.agencies import classify, get

RIA = get("ria")


@pytest.mark.parametrize(
    ("path", "number", "day", "section"),
    [
        ("/20261119/arbuz-2148801377.html", "2148801377", date(2026, 11, 19), None),
        ("/economy/20120119/541022877.html", "541022877", date(2012, 1, 19), "economy"),
    ],
)
def test_stories_of_both_eras(path: str, number: str, day: date, section: str | None) -> None:
    link = classify(f"https://ria.ru{path}", RIA)
    assert (link.kind, link.id, link.day, link.section) == ("article", f"ria:{number}", day, section)


@pytest.mark.parametrize(
    ("path", "source"),
    [
        ("/export/rss2/archive/index.xml", "feed"),
        ("/export/rss2/index.xml", "feed"),
        ("/sitemap_article_index.xml", "sitemap"),
        ("/sitemap_article.xml?date_start=20261119&date_end=20261119", "sitemap"),
    ],
)
def test_feeds_and_the_sitemap_of_a_day_are_lists(path: str, source: str) -> None:
    link = classify(f"https://ria.ru{path}", RIA)
    assert (link.kind, link.source) == ("list", source)
    assert "?" not in path or link.url.endswith(path)  # the day is not lost


@pytest.mark.parametrize("path", ["/20261119/", "/20261119/foto/", "/20261119/arbuz.html", "/services/search/getmore/"])
def test_other_pages_are_neither(path: str) -> None:
    assert classify(f"https://ria.ru{path}", RIA).kind == "neither"
