"""ANSA's addresses: a day and a UUID; fronts end in .shtml or a slash."""

from datetime import date

import pytest

from wirecrawl.news.agencies import classify, get, of_url

ANSA = get("ansa")
UUID = "4f0a9c51-7d2e-4b86-9a33-1c5e8b7d2f60"
STORY = f"https://www.ansa.it/sito/notizie/cronaca/2026/11/20/riacceso-il-faro_{UUID}.html"


@pytest.mark.parametrize(
    ("url", "section"),
    [
        (STORY, "sito/notizie/cronaca"),
        (STORY.replace("riacceso-il-faro", "riacceso-il-faro-di-punta-secca"), "sito/notizie/cronaca"),
        (STORY.replace("sito/notizie/cronaca", "sito/notizie/sport/calcio"), "sito/notizie/sport/calcio"),
        (STORY.replace("sito/notizie/cronaca", "english/news/general_news"), "english/news/general_news"),
        (STORY.replace("sito/notizie/cronaca", "liguria/notizie"), "liguria/notizie"),
    ],
)
def test_the_uuid_is_the_story(url: str, section: str) -> None:
    link = classify(url, ANSA)
    assert (link.kind, link.id, link.day, link.section) == ("article", f"ansa:{UUID}", date(2026, 11, 20), section)


@pytest.mark.parametrize(
    ("path", "source"),
    [
        ("", "list"),
        ("english/", "list"),
        ("sito/notizie/sport/sport.shtml", "list"),
        ("sito/notizie/sport/calcio/calcio.shtml", "list"),
        ("english/news/english_nr_rss.xml", "feed"),
        ("sito/ansait_rss.xml", "feed"),
    ],
)
def test_fronts_and_feeds_are_lists(path: str, source: str) -> None:
    link = classify(f"https://www.ansa.it/{path}", ANSA)
    assert (link.kind, link.source) == ("list", source)


@pytest.mark.parametrize(
    "url",
    [
        STORY.replace(".html", ".jpg"),
        STORY.replace(UUID, UUID[:-1]),
        STORY.replace("2026/11/20/", ""),
        "https://www.ansa.it/sito/notizie/cronaca/2026/11/20/",
        "https://www.ansa.it/webimages/img_700/2020/7/25/b9719c8a66d92571c27191d884e2d28b.jpg",
        "https://www.ansa.it/sito/notizie/sport/sport.html",
    ],
)
def test_other_pages_are_neither(url: str) -> None:
    assert classify(url, ANSA).kind == "neither"


def test_whose_site_an_address_belongs_to() -> None:
    assert of_url(STORY) is ANSA
    assert of_url(STORY.replace("www.ansa.it", "www.lansa.it")) is None
