"""What an address of INA tells before it is fetched."""

import pytest

from wirecrawl.news.agencies import classify, get

AGENCY = get("ina")


@pytest.mark.parametrize(
    ("url", "number"),
    [
        ("https://ina.iq/ar/local/251877-boats.html", "251877"),
        ("https://ina.iq/251877--.html", "251877"),
    ],
)
def test_a_story_has_its_number_or_none(url: str, number: str | None) -> None:
    link = classify(url, AGENCY)
    assert (link.kind, link.id) == ("article", number and f"ina:{number}")


@pytest.mark.parametrize(
    ("url", "source"),
    [
        ("https://ina.iq/rssdzen.xml", "feed"),
        ("https://ina.iq/ar/local", "list"),
    ],
)
def test_a_list_is_no_story(url: str, source: str) -> None:
    link = classify(url, AGENCY)
    assert (link.kind, link.source) == ("list", source)


@pytest.mark.parametrize(
    "url",
    [
        "https://ina.iq/gallery.php",
    ],
)
def test_other_pages_are_neither(url: str) -> None:
    assert classify(url, AGENCY).kind == "neither"
