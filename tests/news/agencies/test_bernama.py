"""The shapes of Bernama's addresses, whose identity is in the query."""

import pytest

from wirecrawl.news.agencies import classify, get

BERNAMA = get("bernama")


@pytest.mark.parametrize(
    ("path", "section"),
    [
        ("/en/news.php?id=2402227", None),
        ("/en/news.php/?id=2402227", None),
        ("/en/news.php?id=2402227&utm_source=feed", None),
        ("/en/general/news.php?id=2402227", "general"),
        ("/en/news.php/general/news.php?id=2402227", None),
        ("/en/region/news.php/world/news.php?id=2402227", "region"),
        ("/bm/jenayah_mahkamah/news.php?id=2402227", "jenayah_mahkamah"),
        ("/bernama/v7/newsindex.php?id=2402227", None),
    ],
)
@pytest.mark.parametrize("host", ["www.bernama.com", "bernama.com"])
def test_the_number_in_the_query_is_the_story(host: str, path: str, section: str | None) -> None:
    link = classify(f"https://{host}{path}", BERNAMA)
    assert (link.kind, link.id, link.section) == ("article", "bernama:2402227", section)


@pytest.mark.parametrize(
    ("path", "source"),
    [
        ("/", "list"),
        ("/en/", "list"),
        ("/en/index.php", "list"),
        ("/bm/politik/", "list"),
        ("/en/rssfeed.php", "feed"),
    ],
)
def test_lists(path: str, source: str) -> None:
    link = classify(f"https://www.bernama.com{path}", BERNAMA)
    assert (link.kind, link.source) == ("list", source)


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/en/",
        "/en/general/",
        "/en/news.php",
        "/en/news.php?id=",
        "/en/news.php?id=12",
        "/en/news.php?tag=2402227",
        "/en/press/news.php?id=2402227",
        "/en/news.php/press/news.php?id=2402227",
        "/tv/news.php?id=2402227",
        "/en/search.php?id=2402227",
    ],
)
def test_a_front_or_a_press_release_is_never_a_story(path: str) -> None:
    assert classify(f"https://www.bernama.com{path}", BERNAMA).kind != "article"
