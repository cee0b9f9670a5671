"""What an address of PNA tells before it is fetched."""

import pytest

from wirecrawl.news.agencies import classify, get

AGENCY = get("pna")


@pytest.mark.parametrize(
    ("url", "number"),
    [
        ("https://www.pna.gov.ph/articles/1279377", "1279377"),
        ("https://www.pna.gov.ph/articles/1029281?ref=x", "1029281"),
    ],
)
def test_a_story_has_its_number(url: str, number: str) -> None:
    link = classify(url, AGENCY)
    assert (link.kind, link.id) == ("article", f"pna:{number}")


@pytest.mark.parametrize(
    ("url", "source"),
    [
        ("https://www.pna.gov.ph/categories/national", "list"),
        ("https://www.pna.gov.ph/", "list"),
    ],
)
def test_a_list_is_no_story(url: str, source: str) -> None:
    link = classify(url, AGENCY)
    assert (link.kind, link.source) == ("list", source)


@pytest.mark.parametrize("url", ["https://www.pna.gov.ph/about"])
def test_other_pages_are_neither(url: str) -> None:
    assert classify(url, AGENCY).kind == "neither"
