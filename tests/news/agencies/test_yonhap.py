"""The shapes of Yonhap's addresses."""

from datetime import date

import pytest

from wirecrawl.news.agencies import classify, get, of_url

YONHAP = get("yonhap")
STORY = "AEN20190820002300325"


@pytest.mark.parametrize(
    "url",
    [
        f"https://en.yna.co.kr/view/{STORY}",
        f"http://en.yna.co.kr/view/{STORY}",
        f"https://m-en.yna.co.kr/view/{STORY}",
        f"https://en.yna.co.kr/view/{STORY}?section=nk/nk",
        f"https://en.yna.co.kr/view/{STORY}?section=news&utm_source=rss#top",
        f"http://english.yonhapnews.co.kr/news/2019/08/20/0200000000{STORY}F.html",
        f"http://english.yonhapnews.co.kr/northkorea/2019/08/20/43/0401000000{STORY}F.html",
    ],
)
def test_one_story_has_one_id_on_every_site(url: str) -> None:
    link = classify(url, YONHAP)
    assert (link.kind, link.id, link.day) == ("article", "yonhap:aen20190820002300325", date(2019, 8, 20))


def test_editions_have_stories_of_their_own() -> None:
    urls = [
        f"https://{host}.yna.co.kr/view/{story}20261120098700053" for host, story in (("www", "AKR"), ("cn", "ACK"))
    ]
    assert [classify(url, YONHAP).id for url in urls] == ["yonhap:akr20261120098700053", "yonhap:ack20261120098700053"]


@pytest.mark.parametrize(
    ("path", "source"),
    [
        ("RSS/news.xml", "feed"),
        ("RSS/economy.xml", "feed"),
        ("sitemap.xml", "sitemap"),
        ("", "list"),
        ("news", "list"),
        ("news/2", "list"),
        ("national/index", "list"),
    ],
)
def test_lists(path: str, source: str) -> None:
    link = classify(f"https://en.yna.co.kr/{path}", YONHAP)
    assert (link.kind, link.source) == ("list", source)


@pytest.mark.parametrize(
    "path",
    [
        "",
        "index",
        "nk/index",
        "nk/nk",
        "view",
        "view/",
        "channel/index",
        "search/index?query=NK&lang=EN",
        "summary/index",
        "history/index",
        "view/PYH20231229084700315",
        "view/AEN2019082000230032",
        f"view/{STORY}/print",
        f"image/{STORY}_01_i_P4.jpg",
    ],
)
def test_a_front_or_a_picture_is_never_a_story(path: str) -> None:
    assert classify(f"https://en.yna.co.kr/{path}", YONHAP).kind != "article"


@pytest.mark.parametrize("host", ["fakeyna.co.kr", "en.yna.co.kr.evil.com", "en.yna.co.kr@evil.com"])
def test_a_host_that_only_looks_like_yonhap_is_none(host: str) -> None:
    assert classify(f"https://{host}/view/{STORY}", YONHAP).kind == "neither"
    assert of_url(f"https://{host}/view/{STORY}") is None
