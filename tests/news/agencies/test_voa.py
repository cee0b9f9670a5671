"""The shapes of VOA's addresses."""

import pytest

from wirecrawl.news.agencies import classify, get

VOA = get("voa")
HOST = "https://www.voanews.com"


@pytest.mark.parametrize(
    "path",
    [
        "/a/america-s-child-care-crisis-/7585813.html",
        "/a/other-words/7585813.html",
        "/a/7585813.html",
        "/a/other-words/7585813.html?utm_source=rss",
        "/a/d%C3%A9j%C3%A0-vu/7585813.html",
    ],
)
def test_the_words_before_the_number_are_no_part_of_the_identity(path: str) -> None:
    link = classify(HOST + path, VOA)
    assert (link.kind, link.id) == ("article", "voa:7585813")


@pytest.mark.parametrize(
    ("path", "source"),
    [
        ("/", "list"),
        ("/usa", "list"),
        ("/z/599", "list"),
        ("/p/6195.html", "list"),
        ("/sitemap.xml", "sitemap"),
        ("/sitemap_2024_7.xml.gz", "sitemap"),
    ],
)
def test_lists(path: str, source: str) -> None:
    link = classify(HOST + path, VOA)
    assert (link.kind, link.source) == ("list", source)


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/usa",
        "/a/",
        "/a/words.html",
        "/a/one/two/7585813.html",
        "/a/words/7585813.html/x",
        "/z/599",
        "/p/6195.html",
        "/author/associated-press/j_-yt",
        "/navigation/allsites",
        "/programs/tv",
    ],
)
def test_a_front_is_never_a_story(path: str) -> None:
    assert classify(HOST + path, VOA).kind != "article"
