"""Kazinform's addresses: one number under two of them; tags and authors are no stories."""

import pytest

from wirecrawl.news.agencies import classify, get

KAZINFORM = get("kazinform")


@pytest.mark.parametrize("path", ["ru/v-kokshetau-otkryli-rynok_a3725981", "ru/article/3725981", "en/market_a3725981"])
def test_the_number_is_the_story(path: str) -> None:
    link = classify(f"https://www.inform.kz/{path}", KAZINFORM)
    assert (link.kind, link.id) == ("article", "kazinform:3725981")


@pytest.mark.parametrize("path", ["", "ru", "ru/", "ru/ekonomika_t481"])
def test_fronts_and_tags_are_lists(path: str) -> None:
    assert classify(f"https://www.inform.kz/{path}", KAZINFORM).kind == "list"


@pytest.mark.parametrize(
    "path", ["ru/ayna-ospanova_author77", "ru/ekonomika", "radmin/news/2020/12/01/201201133440160a3725092i.jpg"]
)
def test_other_pages_are_neither(path: str) -> None:
    assert classify(f"https://www.inform.kz/{path}", KAZINFORM).kind == "neither"
