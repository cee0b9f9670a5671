"""What an address of Agência Brasil tells before it is fetched."""

import pytest

from wirecrawl.news.agencies import classify, get

AGENCY = get("agenciabrasil")


@pytest.mark.parametrize(
    ("url", "number"),
    [
        ("https://agenciabrasil.ebc.com.br/geral/noticia/2026-11/olinda-abre-escola", None),
    ],
)
def test_a_story_has_its_number_or_none(url: str, number: str | None) -> None:
    link = classify(url, AGENCY)
    assert (link.kind, link.id) == ("article", number and f"agenciabrasil:{number}")


@pytest.mark.parametrize(
    ("url", "source"),
    [
        ("https://agenciabrasil.ebc.com.br/rss/ultimasnoticias/feed.xml", "feed"),
        ("https://agenciabrasil.ebc.com.br/geral", "list"),
    ],
)
def test_a_list_is_no_story(url: str, source: str) -> None:
    link = classify(url, AGENCY)
    assert (link.kind, link.source) == ("list", source)


@pytest.mark.parametrize(
    "url",
    [
        "https://agenciabrasil.ebc.com.br/foto/2026-11/fotos",
    ],
)
def test_other_pages_are_neither(url: str) -> None:
    assert classify(url, AGENCY).kind == "neither"
