"""TASS's addresses: two sites that number their stories apart; sections, tags and sitemaps are no stories."""

import pytest

from wirecrawl.news.agencies import classify, get, of_url

TASS = get("tass")


@pytest.mark.parametrize(
    ("url", "story_id", "section"),
    [
        ("https://tass.com/society/2204551", "tass:2204551", "society"),
        ("http://www.tass.com/society/2204551?utm_medium=rss", "tass:2204551", "society"),
        ("https://tass.com/pressreview/2204530", "tass:2204530", "pressreview"),
        ("https://tass.ru/moskva/8836033", "tass:ru_8836033", "moskva"),
        ("https://tass.ru/armiya-i-opk/24610077", "tass:ru_24610077", "armiya-i-opk"),
    ],
)
def test_a_story_has_its_sites_number(url: str, story_id: str, section: str) -> None:
    link = classify(url, TASS)
    assert (link.kind, link.id, link.section) == ("article", story_id, section)


def test_one_number_on_both_sites_is_two_stories() -> None:
    ids = {classify(f"https://tass.{end}/economy/1900123", TASS).id for end in ("com", "ru")}
    assert len(ids) == 2


@pytest.mark.parametrize(
    ("url", "source"),
    [
        ("https://tass.com/", "list"),
        ("https://tass.com/world", "list"),
        ("https://tass.ru/v-strane", "list"),
        ("https://tass.com/rss/v2.xml", "feed"),
        ("https://tass.com/sitemap.xml", "sitemap"),
        ("https://tass.com/sitemap/sitemap_news0.xml", "sitemap"),
    ],
)
def test_sections_feeds_and_sitemaps_are_lists(url: str, source: str) -> None:
    link = classify(url, TASS)
    assert (link.kind, link.source) == ("list", source)


@pytest.mark.parametrize(
    "path", ["tag/rossiya", "world/", "2204551", "search?query=ferry", "userApi/categoryNewsList", "img/violin.jpg"]
)
def test_a_page_that_is_no_story_is_never_taken_for_one(path: str) -> None:
    assert classify(f"https://tass.com/{path}", TASS).kind != "article"


def test_whose_site_an_address_belongs_to() -> None:
    assert of_url("https://tass.ru/moskva/8836033") is TASS
    assert of_url("https://itar-tass.com/moskva/8836033") is None
