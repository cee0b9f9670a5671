"""What an address of UN News tells before it is fetched."""

import pytest

from wirecrawl.news.agencies import classify, get, of_url

UNNEWS = get("unnews")


@pytest.mark.parametrize(
    ("path", "story_id"),
    [
        ("/en/story/2026/07/1167873", "1167873"),
        ("/feed/view/en/story/2026/07/1167873", "1167873"),
        ("/en/story/2011/11/396792-un-urges-food-sector-reduce-fossil-fuel-use", "396792"),
        ("/fr/story/2026/07/1167873", "fr_1167873"),
        ("/zh/story/2026/07/1167873", "zh_1167873"),
    ],
)
def test_a_story_is_its_number_and_its_language(path: str, story_id: str) -> None:
    link = classify(f"https://news.un.org{path}", UNNEWS)
    assert (link.kind, link.id) == ("article", f"unnews:{story_id}")


@pytest.mark.parametrize(
    ("path", "source", "page"),
    [
        ("/en", "list", 1),
        ("/en/", "list", 1),
        ("/en/news", "list", 1),
        ("/en/news/topic/climate-change", "list", 1),
        ("/pt/news/region/africa?page=12", "list", 12),
        ("/feed/subscribe/en/news/all/rss.xml", "feed", 1),
        ("/feed/subscribe/en/news/region/middle-east/feed/rss.xml", "feed", 1),
    ],
)
def test_a_front_is_a_list_and_never_a_story(path: str, source: str, page: int) -> None:
    link = classify(f"https://news.un.org{path}", UNNEWS)
    assert (link.kind, link.source, link.page) == ("list", source, page)


@pytest.mark.parametrize(
    "path",
    [
        "/en/story",
        "/en/story/2026/07/",
        "/en/story/2026/07/about",
        "/en/audio/2026/07/1167873",
        "/en/news/date/2017?f%5B0%5D=audio%3A1",
        "/xx/story/2026/07/1167873",
        "/en/content/contact-us",
    ],
)
def test_other_pages_are_neither(path: str) -> None:
    assert classify(f"https://news.un.org{path}", UNNEWS).kind == "neither"


@pytest.mark.parametrize(
    ("host", "name"), [("news.un.org", "unnews"), ("press.un.org", None), ("news.un.org.x.com", None)]
)
def test_whose_site_an_address_belongs_to(host: str, name: str | None) -> None:
    found = of_url(f"https://{host}/en/")
    assert (found.name if found else None) == name
