"""What an address of BTA tells before it is fetched."""

import pytest

from wirecrawl.news.agencies import classify, get

AGENCY = get("bta")


@pytest.mark.parametrize(
    ("url", "number"),
    [
        ("https://www.bta.bg/en/news/balkans/1156491-from-ai-minister-to-dust", "1156491"),
        ("https://www.bta.bg/bg/news/bulgaria/regional/1200345-nov-most?utm_source=x", "1200345"),
    ],
)
def test_a_story_has_its_number(url: str, number: str) -> None:
    link = classify(url, AGENCY)
    assert (link.kind, link.id) == ("article", f"bta:{number}")


@pytest.mark.parametrize(
    ("url", "source"),
    [
        ("https://www.bta.bg/en/rss/free", "feed"),
        ("https://www.bta.bg/bg/news/economy", "list"),
    ],
)
def test_a_list_is_no_story(url: str, source: str) -> None:
    link = classify(url, AGENCY)
    assert (link.kind, link.source) == ("list", source)


@pytest.mark.parametrize("url", ["https://www.bta.bg/bg/about"])
def test_other_pages_are_neither(url: str) -> None:
    assert classify(url, AGENCY).kind == "neither"
