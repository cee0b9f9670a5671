"""The shapes of AP's addresses: one item has one id, and what is no item is no story."""

from datetime import date

import pytest

from wirecrawl.news.agencies import classify, get, of_url

AP = get("ap")
HEX = "151f82b59473d29a448ef1cea9afe471"
SLUG = "seals-slipway-maine"
HOSTED = "http://hosted.ap.org/dynamic/stories/E/EU_NORWAY_ICE_ROAD"


@pytest.mark.parametrize(
    "url",
    [
        f"https://apnews.com/article/{SLUG}-{HEX}",
        f"http://www.apnews.com/article/{SLUG}-{HEX}/",
        f"https://apnews.com/article/another-slug-{HEX.upper()}",
        f"https://apnews.com/article/{SLUG}-{HEX}?utm_source=copy&utm_medium=share#top",
        f"https://apnews.com/article/{SLUG}-{HEX}?taid=6740",
        f"https://apnews.com/article/{HEX}",
        f"https://apnews.com/{HEX}",
        f"https://hosted.ap.org/polarherald/article/{HEX}/{SLUG}",
        f"https://www.apnewsarchive.com/2015/Seals-leave-slipway/id-{HEX}",
    ],
)
def test_one_item_has_one_id(url: str) -> None:
    link = classify(url, AP)
    assert (link.kind, link.id) == ("article", f"ap:{HEX}")


def test_a_slug_of_hosted_copy_is_used_again_the_next_day() -> None:
    link = classify(f"{HOSTED}?SITE=AP&SECTION=HOME&TEMPLATE=DEFAULT&CTIME=2016-11-18-11-20-31", AP)
    assert (link.kind, link.id, link.day) == ("article", None, date(2016, 11, 18))


@pytest.mark.parametrize("query", ["", "?SITE=AP", "?SITE=AP&SECTION=HOME&TEMPLATE=DEFAULT"])
def test_hosted_copy_without_its_time_is_a_story_without_a_day(query: str) -> None:
    link = classify(HOSTED + query, AP)
    assert (link.kind, link.day) == ("article", None)


@pytest.mark.parametrize(
    ("url", "source"),
    [
        ("https://apnews.com/", "list"),
        ("https://apnews.com/world-news", "list"),
        ("https://apnews.com/hub/oddities", "list"),
        ("https://apnews.com/news-sitemap-content.xml", "sitemap"),
        ("https://apnews.com/ap-sitemap-latest.xml", "sitemap"),
        ("https://apnews.com/ap-sitemap-202611.xml", "sitemap"),
        ("https://apnews.com/sitemap.xml", "sitemap"),
    ],
)
def test_lists_and_section_fronts(url: str, source: str) -> None:
    link = classify(url, AP)
    assert (link.kind, link.source) == ("list", source)


@pytest.mark.parametrize(
    "url",
    [
        f"https://apnews.com/video/{SLUG}-{HEX}",
        f"https://apnews.com/photo-gallery/{SLUG}-{HEX}",
        f"https://apnews.com/press-release/{SLUG}-{HEX}",
        f"https://apnews.com/hub/{SLUG}-{HEX}",
        "https://apnews.com/live/winter-storm-updates-11-19-2026",
        f"https://apnews.com/article/{SLUG}-{HEX[:-1]}",
        f"https://apnews.com/article/{SLUG}/{HEX}",
        "https://apnews.com/author/peter-hallowell",
        "https://apnews.com/article/",
        "http://hosted.ap.org/lineups/WORLDHEADS.rss",
        "http://hosted.ap.org/dynamic/fronts/HOME?SITE=AP",
        "https://apnews.com.example/article/seals-151f82b59473d29a448ef1cea9afe471",
    ],
)
def test_what_is_no_item_is_no_story(url: str) -> None:
    assert classify(url, AP).kind != "article"


@pytest.mark.parametrize("host", ["apnews.com", "www.apnews.com", "hosted.ap.org", "www.apnewsarchive.com"])
def test_its_sites(host: str) -> None:
    assert of_url(f"https://{host}/") is AP


@pytest.mark.parametrize("host", ["ap.org.example", "myapnews.com", "blog.ap.org"])
def test_other_sites(host: str) -> None:
    assert of_url(f"https://{host}/") is None
