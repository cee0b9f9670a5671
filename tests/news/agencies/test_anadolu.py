"""Anadolu's addresses: one number a story in every edition; galleries, forms and fronts are none."""

import pytest

from wirecrawl.news.agencies import classify, get, of_url

ANADOLU = get("anadolu")
STORY = "https://www.aa.com.tr/en/economy/tea-growers-open-drying-hall/3981204"


@pytest.mark.parametrize(
    "url",
    [
        STORY,
        STORY.replace("https", "http"),
        STORY.replace("tea-growers-open", "tea-growers-to-open"),
        f"{STORY}?utm_source=feed#top",
        "https://aa.com.tr/en/economy/tea-growers-open-drying-hall/3981204",
        "https://www.aa.com.tr/ar/%D8%A7%D9%82%D8%AA%D8%B5%D8%A7%D8%AF/%D8%B4%D8%A7%D9%8A/3981204",
    ],
)
def test_one_story_has_one_id(url: str) -> None:
    assert (classify(url, ANADOLU).kind, classify(url, ANADOLU).id) == ("article", "anadolu:3981204")


def test_the_section_is_told() -> None:
    assert classify(STORY, ANADOLU).section == "economy"


@pytest.mark.parametrize(
    ("path", "source"),
    [
        ("", "list"),
        ("tr", "list"),
        ("en/", "list"),
        ("tr/gundem", "list"),
        ("en/middle-east", "list"),
        ("en/rss/default?cat=live", "feed"),
        ("tr/rss/default?cat=guncel", "feed"),
    ],
)
def test_fronts_and_feeds_are_lists(path: str, source: str) -> None:
    link = classify(f"https://www.aa.com.tr/{path}", ANADOLU)
    assert (link.kind, link.source, link.id) == ("list", source, None)


@pytest.mark.parametrize(
    "path",
    [
        "tr/p/abonelik-talep-formu/1001",
        "tr/info/infographic/0",
        "tr/vgc/video-galeri/0",
        "tr/cvg/Video/Category/220",
        "tr/live?id=68",
        "tr/search/?s=kar&tag=1",
        "en/economy/3981204",
        "xx/economy/tea-growers/3981204",
        "en/economy/tea-growers/3981204/amp",
        "uploads/Contents/2026/11/20/thumbs_b_c_1.jpg",
    ],
)
def test_other_pages_are_neither(path: str) -> None:
    assert classify(f"https://www.aa.com.tr/{path}", ANADOLU).kind == "neither"


def test_whose_site_an_address_belongs_to() -> None:
    assert of_url(STORY) is ANADOLU
    assert of_url("https://www.notaa.com.tr/en/economy/tea/3981204") is None
