"""The language of a story: script, site, then what the page declares."""

import pytest

from wirecrawl.news.agencies import get
from wirecrawl.news.cleaning.language import language_of

XINHUA = get("xinhua")


@pytest.mark.parametrize(
    ("text", "url", "declared", "tag"),
    [
        ("It rained in Reykjavik.", "http://www.china.org.cn/a", None, "en"),
        ("Es regnete in Reykjavik.", "http://german.china.org.cn/a", None, "de"),
        ("Il pleut.", "http://french.news.cn/a", "en", "fr"),
        ("It rained.", "https://english.news.cn/a", "zh-CN", "en"),
        ("It rained.", "http://www.xinhuanet.com/english/2018-01/24/c_1.htm", None, "en"),
        ("冰岛下雨九天。", "http://www.china.org.cn/a", "en", "zh"),
        ("冰岛下雨九天。", None, None, "zh"),
        ("アイスランドで雨が九日間続いた。", None, "zh", "ja"),
        ("아이슬란드에 아흐레 동안 비가 내렸다.", None, None, "ko"),
        ("Xi Jinping (习近平) met the guests on Thursday in Beijing.", "https://english.news.cn/a", None, "en"),
    ],
)
def test_language(text: str, url: str | None, declared: str | None, tag: str) -> None:
    assert language_of(text, url, XINHUA if url else None, declared) == tag


@pytest.mark.parametrize(("declared", "tag"), [("en-GB", "en-GB"), ("<b>", None), ("", None), (None, None)])
def test_a_page_of_no_known_site_is_believed_when_it_names_a_tag(declared: str | None, tag: str | None) -> None:
    assert language_of("It rained.", "http://a.example/", None, declared) == tag
