"""What an address of UNIAN tells before it is fetched."""

import pytest

from wirecrawl.news.agencies import classify, get

AGENCY = get("unian")


@pytest.mark.parametrize(
    ("url", "number"),
    [
        ("https://www.unian.ua/economics/finance/kurs-dolara-u-2027-roci-13500747.html", "13500747"),
        ("http://www.unian.net/news/473219-harkovskie-neyrohirurgi.html", "473219"),
    ],
)
def test_a_story_has_its_number(url: str, number: str) -> None:
    link = classify(url, AGENCY)
    assert (link.kind, link.id) == ("article", f"unian:{number}")


@pytest.mark.parametrize(
    ("url", "source"),
    [
        ("https://www.unian.net/detail/all_news", "list"),
        ("https://www.unian.ua/economics", "list"),
    ],
)
def test_a_list_is_no_story(url: str, source: str) -> None:
    link = classify(url, AGENCY)
    assert (link.kind, link.source) == ("list", source)


@pytest.mark.parametrize("url", ["https://www.unian.ua/static/contacts.html"])
def test_other_pages_are_neither(url: str) -> None:
    assert classify(url, AGENCY).kind == "neither"
