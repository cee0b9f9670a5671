"""What an address of ISNA tells before it is fetched."""

import pytest

from wirecrawl.news.agencies import classify, get

AGENCY = get("isna")


@pytest.mark.parametrize(
    ("url", "number"),
    [
        ("https://www.isna.ir/news/98032109458/x", "fa_98032109458"),
        ("https://www.isna.ir/news/1404042616251/", "fa_1404042616251"),
    ],
)
def test_a_story_has_its_number_or_none(url: str, number: str | None) -> None:
    link = classify(url, AGENCY)
    assert (link.kind, link.id) == ("article", number and f"isna:{number}")


@pytest.mark.parametrize(
    ("url", "source"),
    [
        ("https://en.isna.ir/rss", "feed"),
        ("https://www.isna.ir/rss", "feed"),
        ("https://www.isna.ir/sitemap/news/sitemap.xml", "sitemap"),
    ],
)
def test_a_list_is_no_story(url: str, source: str) -> None:
    link = classify(url, AGENCY)
    assert (link.kind, link.source) == ("list", source)


@pytest.mark.parametrize(
    "url",
    [
        "https://en.isna.ir/photo/1405082816090/x",
    ],
)
def test_other_pages_are_neither(url: str) -> None:
    assert classify(url, AGENCY).kind == "neither"
