"""What an address of Mehr tells before it is fetched."""

import pytest

from wirecrawl.news.agencies import classify, get

AGENCY = get("mehr")


@pytest.mark.parametrize(
    ("url", "number"),
    [
        ("https://en.mehrnews.com/news/240811/Rasht-opens-museum", "240811"),
        ("https://www.mehrnews.com/news/6301234/x", "fa_6301234"),
    ],
)
def test_a_story_has_its_number_or_none(url: str, number: str | None) -> None:
    link = classify(url, AGENCY)
    assert (link.kind, link.id) == ("article", number and f"mehr:{number}")


@pytest.mark.parametrize(
    ("url", "source"),
    [
        ("https://en.mehrnews.com/rss", "feed"),
        ("https://www.mehrnews.com/rss", "feed"),
        ("https://www.mehrnews.com/sitemap/news/sitemap.xml", "sitemap"),
    ],
)
def test_a_list_is_no_story(url: str, source: str) -> None:
    link = classify(url, AGENCY)
    assert (link.kind, link.source) == ("list", source)


@pytest.mark.parametrize(
    "url",
    [
        "https://en.mehrnews.com/photo/240799/x",
    ],
)
def test_other_pages_are_neither(url: str) -> None:
    assert classify(url, AGENCY).kind == "neither"
