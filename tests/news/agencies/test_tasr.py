"""What an address of TASR tells before it is fetched."""

import pytest

from wirecrawl.news.agencies import classify, get

AGENCY = get("tasr")


@pytest.mark.parametrize(
    ("url", "number"),
    [
        ("https://www.teraz.sk/ekonomika/slovenske-startupy-rastu/200322-clanok.html", "200322"),
    ],
)
def test_a_story_has_its_number(url: str, number: str) -> None:
    link = classify(url, AGENCY)
    assert (link.kind, link.id) == ("article", f"tasr:{number}")


@pytest.mark.parametrize(
    ("url", "source"),
    [
        ("https://www.teraz.sk/rss/slovensko.rss", "feed"),
        ("https://www.teraz.sk/sport", "list"),
    ],
)
def test_a_list_is_no_story(url: str, source: str) -> None:
    link = classify(url, AGENCY)
    assert (link.kind, link.source) == ("list", source)


@pytest.mark.parametrize("url", ["https://www.teraz.sk/fotogaleria/dnes/77-galeria.html"])
def test_other_pages_are_neither(url: str) -> None:
    assert classify(url, AGENCY).kind == "neither"
