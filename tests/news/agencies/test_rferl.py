"""What an address of RFE/RL tells before it is fetched."""

import pytest

from wirecrawl.news.agencies import classify, get

AGENCY = get("rferl")


@pytest.mark.parametrize(
    ("url", "number"),
    [
        ("https://www.rferl.org/a/mill-reopens/33601000.html", "33601000"),
        ("https://www.svaboda.org/a/33601244.html", "svaboda_33601244"),
        ("https://www.svoboda.org/a/melnica/33601244.html", "svoboda_33601244"),
    ],
)
def test_a_story_has_its_number_or_none(url: str, number: str | None) -> None:
    link = classify(url, AGENCY)
    assert (link.kind, link.id) == ("article", number and f"rferl:{number}")


@pytest.mark.parametrize(
    ("url", "source"),
    [
        ("https://www.svaboda.org/api/epiqq", "feed"),
        ("https://www.rferl.org/z/634", "list"),
    ],
)
def test_a_list_is_no_story(url: str, source: str) -> None:
    link = classify(url, AGENCY)
    assert (link.kind, link.source) == ("list", source)


@pytest.mark.parametrize(
    "url",
    [
        "https://www.rferl.org/a/mill/",
        "https://www.rferl.org/author/jan-mill/xyz",
    ],
)
def test_other_pages_are_neither(url: str) -> None:
    assert classify(url, AGENCY).kind == "neither"
