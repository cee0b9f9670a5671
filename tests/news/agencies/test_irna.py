"""What an address of IRNA tells before it is fetched."""

import pytest

from wirecrawl.news.agencies import classify, get

AGENCY = get("irna")


@pytest.mark.parametrize(
    ("url", "number"),
    [
        ("https://en.irna.ir/news/86266841/Iran-strongly", "86266841"),
        ("https://www.irna.ir/news/86266841/x", "86266841"),
    ],
)
def test_a_story_has_its_number_or_none(url: str, number: str | None) -> None:
    link = classify(url, AGENCY)
    assert (link.kind, link.id) == ("article", number and f"irna:{number}")


@pytest.mark.parametrize(
    ("url", "source"),
    [
        ("https://en.irna.ir/rss", "feed"),
        ("https://www.irna.ir/rss", "feed"),
        ("https://www.irna.ir/sitemap/news/sitemap.xml", "sitemap"),
    ],
)
def test_a_list_is_no_story(url: str, source: str) -> None:
    link = classify(url, AGENCY)
    assert (link.kind, link.source) == ("list", source)


@pytest.mark.parametrize(
    "url",
    [
        "https://en.irna.ir/photo/86401090/x",
    ],
)
def test_other_pages_are_neither(url: str) -> None:
    assert classify(url, AGENCY).kind == "neither"
