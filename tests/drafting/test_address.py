"""From one address to the shape of all stories: its siblings fit, fronts and others do not."""

import re

import pytest

from wirecrawl.drafting.address import article_shape, case_name, domain_of, is_home

SITE = "https://www.polarwire.example"
UUID = "4f0a9c51-7d2e-4b86-9a33-1c5e8b7d2f60"


@pytest.mark.parametrize(
    ("given", "sibling", "found"),
    [
        ("/2026/11/20/ice-road-opens-41877/", "/2025/01/02/rain-9999/", {"id": "9999", "year": "2025", "day": "02"}),
        ("/news/ice-road-opens-41877.html", "/sport/cup/final-41878.html", {"id": "41878", "section": "sport/cup"}),
        ("/en/world/3912126", "/en/economy/3912127", {"id": "3912127", "section": "economy"}),
        ("/news/2026-11/20/content_40302849.htm", "/world/2026-11/21/content_40302850.htm", {"id": "40302850"}),
        ("/20261120/ice-road", "/20261121/rain", {"year": "2026", "month": "11", "day": "21"}),
        (f"/sport/calcio/2026/11/20/rain_{UUID}.html", f"/news/2026/11/21/x_{UUID}.html", {"id": UUID}),
        ("/article/" + "ab" * 16, "/article/" + "cd" * 16, {"id": "cd" * 16}),
        ("/view/AEN20261120002300325", "/view/AEN20261121002300326", {"id": "AEN20261121002300326"}),
        ("/story?id=41877", "/story?lang=en&id=41878", {"id": "41878"}),
        ("/news/world/41877/ice-road-opens", "/news/world/41878/rain", {"id": "41878"}),
        ("/news/the-ice-road-to-kirkholm-opens/", "/sport/a-cup-final-is-drawn/", {"section": "sport"}),
        ("/news/the-ice-road-to-kirkholm-opens-20261120", "/news/the-rain-of-may-20260501", {"section": "news"}),
    ],
)
def test_a_sibling_of_the_story_fits(given: str, sibling: str, found: dict[str, str]) -> None:
    shape = re.compile(article_shape(SITE + given).path)
    assert shape.fullmatch(given)
    match = shape.fullmatch(sibling)
    assert match and found.items() <= match.groupdict().items()


@pytest.mark.parametrize(
    ("given", "other"),
    [
        ("/2026/11/20/ice-road-opens-41877/", "/2026/11/20/"),
        ("/news/ice-road-opens-41877.html", "/news/"),
        ("/news/the-ice-road-to-kirkholm-opens/", "/about/"),
        ("/news/the-ice-road-to-kirkholm-opens/", "/news/world/"),
        ("/article/" + "ab" * 16, "/article/imprint"),
        ("/view/AEN20261120002300325", "/view/all"),
        ("/en/world/3912126", "/tr/world/3912126"),
    ],
)
def test_what_is_no_story_does_not_fit(given: str, other: str) -> None:
    assert not re.fullmatch(article_shape(SITE + given).path, other)


def test_a_shape_without_a_number_says_that_the_address_is_the_id() -> None:
    assert "hash" in article_shape(f"{SITE}/news/the-ice-road-to-kirkholm-opens/").why


def test_hostile_addresses_are_matched_in_no_time_and_case_names_stay_short() -> None:
    url = f"{SITE}/{'a-' * 900}41877"
    assert re.fullmatch(article_shape(url).path, "/" + "a-" * 900 + "x") is None
    assert len(case_name(url)) <= 40


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("/2026/11/20/ice-road-opens-41877/", "ice-road-opens"),
        ("/news/Ice_road.html", "ice-road"),
        ("/41877", "story"),
        ("/%D9%85%D8%B5%D8%B1-%D8%AA%D8%B3/", "story"),
        ("/../../etc-passwd", "etc-passwd"),
    ],
)
def test_the_fixture_is_called_after_the_words_of_the_address(path: str, name: str) -> None:
    assert case_name(SITE + path) == name


def test_home_and_domain() -> None:
    assert (is_home(SITE), is_home(f"{SITE}/a"), domain_of(SITE)) == (True, False, "polarwire.example")
