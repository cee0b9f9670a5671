"""What an address of JTA tells before it is fetched."""

import pytest

from wirecrawl.news.agencies import classify, get

AGENCY = get("jta")


@pytest.mark.parametrize(
    ("url", "number"),
    [
        ("https://www.jta.org/2026/11/19/default/a-bakery-in-haifa-reopens", None),
        ("http://www.jta.org/news/article/2012/01/24/3091388/library-of-safed", "3091388"),
        ("https://www.jta.org/archive/jewish-farmers-of-utah", None),
    ],
)
def test_a_story_has_its_number_or_none(url: str, number: str | None) -> None:
    link = classify(url, AGENCY)
    assert (link.kind, link.id) == ("article", number and f"jta:{number}")


@pytest.mark.parametrize(
    ("url", "source"),
    [
        ("https://www.jta.org/feed", "feed"),
        ("https://www.jta.org/category/culture/page/2", "list"),
    ],
)
def test_a_list_is_no_story(url: str, source: str) -> None:
    link = classify(url, AGENCY)
    assert (link.kind, link.source) == ("list", source)


@pytest.mark.parametrize(
    "url",
    [
        "https://www.jta.org/about/jobs",
        "https://www.jta.org/2026/11/19/",
    ],
)
def test_other_pages_are_neither(url: str) -> None:
    assert classify(url, AGENCY).kind == "neither"
