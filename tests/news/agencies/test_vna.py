"""What an address of VNA tells before it is fetched."""

import pytest

from wirecrawl.news.agencies import classify, get

AGENCY = get("vna")


@pytest.mark.parametrize(
    ("url", "number"),
    [
        ("https://www.vietnamplus.vn/hoi-an-post1114520.vnp", "1114520"),
        ("https://www.vietnamplus.vn/hoi-an-post1114520.amp", "1114520"),
        ("https://en.vietnamplus.vn/hanoi-lake-post334120.vnp", "en_334120"),
    ],
)
def test_a_story_has_its_number_or_none(url: str, number: str | None) -> None:
    link = classify(url, AGENCY)
    assert (link.kind, link.id) == ("article", number and f"vna:{number}")


@pytest.mark.parametrize(
    ("url", "source"),
    [
        ("https://www.vietnamplus.vn/sitemaps/google-news.xml", "sitemap"),
        ("https://en.vietnamplus.vn/rss/home.rss", "feed"),
        ("https://www.vietnamplus.vn/van-hoa/", "list"),
    ],
)
def test_a_list_is_no_story(url: str, source: str) -> None:
    link = classify(url, AGENCY)
    assert (link.kind, link.source) == ("list", source)


@pytest.mark.parametrize(
    "url",
    [
        "https://www.vietnamplus.vn/hoi-an-1114520.vnp",
        "https://www.vietnamplus.vn/a/b/c.vnp",
    ],
)
def test_other_pages_are_neither(url: str) -> None:
    assert classify(url, AGENCY).kind == "neither"
