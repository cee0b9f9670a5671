"""The shapes of Kyodo's addresses."""

import pytest

from wirecrawl.news.agencies import classify, get

KYODO = get("kyodo")


@pytest.mark.parametrize(
    ("url", "own_id"),
    [
        ("https://english.kyodonews.net/articles/-/57957", "57957"),
        ("https://china.kyodonews.net/articles/-/57957", "china_57957"),
        ("https://tchina.kyodonews.net/articles/-/57957?utm_source=rss", "tchina_57957"),
        ("https://english.kyodonews.net/news/2021/07/3f1a9c0b7d24-island-brewery--opens.html", "3f1a9c0b7d24"),
        ("https://english.kyodonews.net/news/2021/07/3f1a9c0b7d24-other-words.html", "3f1a9c0b7d24"),
        ("https://china.kyodonews.net/news/2021/07/5c0d9e8f7a61.html", "5c0d9e8f7a61"),
    ],
)
def test_each_site_counts_for_itself(url: str, own_id: str) -> None:
    link = classify(url, KYODO)
    assert (link.kind, link.id, link.day) == ("article", f"kyodo:{own_id}", None)


@pytest.mark.parametrize(
    ("path", "source"),
    [
        ("/", "list"),
        ("/news/japan", "list"),
        ("/news/japan-china_relationship", "list"),
        ("/rss/news.xml", "feed"),
        ("/list/feed/rss4kyodonews-fzone", "feed"),
    ],
)
def test_lists(path: str, source: str) -> None:
    link = classify(f"https://english.kyodonews.net{path}", KYODO)
    assert (link.kind, link.source) == ("list", source)


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/articles/",
        "/articles/-/",
        "/articles/-/57957/gallery",
        "/news/japan",
        "/news/2021/07/",
        "/news/2021/07/3f1a9c0b7d2-short.html",
        "/news/2021/07/island-brewery.html",
        "/about/",
    ],
)
def test_a_front_is_never_a_story(path: str) -> None:
    assert classify(f"https://english.kyodonews.net{path}", KYODO).kind != "article"
