"""What an address of DW tells before it is fetched."""

import pytest

from wirecrawl.news.agencies import classify, get

AGENCY = get("dw")


@pytest.mark.parametrize(
    ("url", "number"),
    [
        ("https://www.dw.com/en/bonn-gets-a-bridge/a-74801122", "74801122"),
        ("https://www.dw.com/en/bonn-gets-a-bridge/a-74801122?maca=en-rss", "74801122"),
        ("https://www.dw.com/de/a-74801122", "74801122"),
    ],
)
def test_a_story_has_its_number_or_none(url: str, number: str | None) -> None:
    link = classify(url, AGENCY)
    assert (link.kind, link.id) == ("article", number and f"dw:{number}")


@pytest.mark.parametrize(
    ("url", "source"),
    [
        ("https://rss.dw.com/xml/rss-en-all", "feed"),
        ("https://www.dw.com/en/news-sitemap.xml", "sitemap"),
        ("https://www.dw.com/en/germany/s-1432", "list"),
    ],
)
def test_a_list_is_no_story(url: str, source: str) -> None:
    link = classify(url, AGENCY)
    assert (link.kind, link.source) == ("list", source)


@pytest.mark.parametrize(
    "url",
    [
        "https://www.dw.com/en/the-week/video-74800110",
        "https://www.dw.com/en/blog/live-74800112",
        "https://www.dw.com/en/a/b/c/d",
    ],
)
def test_other_pages_are_neither(url: str) -> None:
    assert classify(url, AGENCY).kind == "neither"
