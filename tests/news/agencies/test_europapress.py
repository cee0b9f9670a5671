"""What an address of Europa Press tells before it is fetched."""

import pytest

from wirecrawl.news.agencies import classify, get

AGENCY = get("europapress")


@pytest.mark.parametrize(
    ("url", "number"),
    [
        ("https://www.europapress.es/madrid/noticia-ayuntamiento-abre-20240528165120.html", "20240528165120"),
        (
            "https://www.europapress.es/andalucia/sevilla-00357/noticia-sevilla-20261119141802.html?x=1",
            "20261119141802",
        ),
    ],
)
def test_a_story_has_its_number(url: str, number: str) -> None:
    link = classify(url, AGENCY)
    assert (link.kind, link.id) == ("article", f"europapress:{number}")


@pytest.mark.parametrize(
    ("url", "source"),
    [
        ("https://www.europapress.es/rss/rss.aspx?ch=00066", "feed"),
        ("https://www.europapress.es/economia/", "list"),
    ],
)
def test_a_list_is_no_story(url: str, source: str) -> None:
    link = classify(url, AGENCY)
    assert (link.kind, link.source) == ("list", source)


@pytest.mark.parametrize("url", ["https://www.europapress.es/quienes-somos.html"])
def test_other_pages_are_neither(url: str) -> None:
    assert classify(url, AGENCY).kind == "neither"
