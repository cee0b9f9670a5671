"""What an address of Trend tells before it is fetched."""

import pytest

from wirecrawl.news.agencies import classify, get

AGENCY = get("trend")


@pytest.mark.parametrize(
    ("url", "number"),
    [
        ("https://en.trend.az/azerbaijan/society/4140822.html", "4140822"),
    ],
)
def test_a_story_has_its_number_or_none(url: str, number: str | None) -> None:
    link = classify(url, AGENCY)
    assert (link.kind, link.id) == ("article", number and f"trend:{number}")


@pytest.mark.parametrize(
    ("url", "source"),
    [
        ("https://en.trend.az/rss", "feed"),
        ("https://az.trend.az/azerbaijan/politics/page2/", "list"),
    ],
)
def test_a_list_is_no_story(url: str, source: str) -> None:
    link = classify(url, AGENCY)
    assert (link.kind, link.source) == ("list", source)


@pytest.mark.parametrize(
    "url",
    [
        "https://en.trend.az/photo-51.php",
    ],
)
def test_other_pages_are_neither(url: str) -> None:
    assert classify(url, AGENCY).kind == "neither"
