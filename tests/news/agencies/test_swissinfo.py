"""What an address of swissinfo tells before it is fetched."""

import pytest

from wirecrawl.news.agencies import classify, get

AGENCY = get("swissinfo")


@pytest.mark.parametrize(
    ("url", "number"),
    [
        ("https://www.swissinfo.ch/eng/various/alpine-village/90411822", "90411822"),
        ("https://www.swissinfo.ch/ger/alpendorf/90411822?utm_source=x", "90411822"),
    ],
)
def test_a_story_has_its_number_or_none(url: str, number: str | None) -> None:
    link = classify(url, AGENCY)
    assert (link.kind, link.id) == ("article", number and f"swissinfo:{number}")


@pytest.mark.parametrize(
    ("url", "source"),
    [
        ("https://www.swissinfo.ch/eng/sitemap-news.xml", "sitemap"),
        ("https://www.swissinfo.ch/eng/", "list"),
        ("https://www.swissinfo.ch/eng/politics/", "list"),
    ],
)
def test_a_list_is_no_story(url: str, source: str) -> None:
    link = classify(url, AGENCY)
    assert (link.kind, link.source) == ("list", source)


@pytest.mark.parametrize(
    "url",
    [
        "https://www.swissinfo.ch/eng/video/alpine/box",
        "https://www.swissinfo.ch/",
    ],
)
def test_other_pages_are_neither(url: str) -> None:
    assert classify(url, AGENCY).kind == "neither"
