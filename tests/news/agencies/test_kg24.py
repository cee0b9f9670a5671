"""What an address of 24.kg tells before it is fetched."""

import pytest

from wirecrawl.news.agencies import classify, get

AGENCY = get("kg24")


@pytest.mark.parametrize(
    ("url", "number"),
    [
        ("https://24.kg/obschestvo/389114_vnaryine_otkryili/", "389114"),
        ("https://24.kg/english/374207_farmers", "374207"),
    ],
)
def test_a_story_has_its_number_or_none(url: str, number: str | None) -> None:
    link = classify(url, AGENCY)
    assert (link.kind, link.id) == ("article", number and f"kg24:{number}")


@pytest.mark.parametrize(
    ("url", "source"),
    [
        ("https://24.kg/rss/", "feed"),
        ("https://24.kg/obschestvo/", "list"),
    ],
)
def test_a_list_is_no_story(url: str, source: str) -> None:
    link = classify(url, AGENCY)
    assert (link.kind, link.source) == ("list", source)


@pytest.mark.parametrize(
    "url",
    [
        "https://24.kg/reklama.pdf",
    ],
)
def test_other_pages_are_neither(url: str) -> None:
    assert classify(url, AGENCY).kind == "neither"
