"""What an address of Antara tells before it is fetched."""

import pytest

from wirecrawl.news.agencies import classify, get, of_url

ANTARA = get("antara")


@pytest.mark.parametrize(
    ("url", "story_id"),
    [
        ("https://en.antaranews.com/news/431207/floating-post-office", "antara:en_431207"),
        ("https://en.antaranews.com/news/399809", "antara:en_399809"),
        ("https://www.antaranews.com/berita/5352089/mata-uang", "antara:5352089"),
        ("http://www.antaranews.com/berita/438551/kementan", "antara:438551"),
        # A province counts for itself: its number alone would be another site's story.
        ("https://jatim.antaranews.com/berita/438551/kementan", None),
    ],
)
def test_a_number_is_the_identity_on_the_site_that_gave_it(url: str, story_id: str | None) -> None:
    link = classify(url, ANTARA)
    assert (link.kind, link.id) == ("article", story_id)


@pytest.mark.parametrize("host", ["en.antaranews.com", "www.antaranews.com", "jatim.antaranews.com"])
@pytest.mark.parametrize("path", ["/", "/news", "/terkini", "/rss/news.xml"])
def test_a_front_is_a_list_and_never_a_story(host: str, path: str) -> None:
    assert classify(f"https://{host}{path}", ANTARA).kind == "list"


@pytest.mark.parametrize(
    "path", ["/news/indonesia-wins", "/news/431207/a/b", "/berita/terpopuler", "/tag/431207", "/foto/431207/banjir"]
)
def test_other_pages_are_neither(path: str) -> None:
    assert classify(f"https://en.antaranews.com{path}", ANTARA).kind == "neither"


def test_nothing_is_crawled() -> None:
    assert ANTARA.sources == ()


@pytest.mark.parametrize(("host", "name"), [("bali.antaranews.com", "antara"), ("fakeantaranews.com", None)])
def test_whose_site_an_address_belongs_to(host: str, name: str | None) -> None:
    found = of_url(f"https://{host}/")
    assert (found.name if found else None) == name
