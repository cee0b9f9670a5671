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


ENGLISH = (
    "The harbour board of Reykjavik voted on Thursday to replace its two oldest ferries before the spring floods. "
    "Engineers had found cracks in both of them, and the mayor said that nobody should wait for the repairs."
)
SPANISH = (
    "La junta del puerto de Reikiavik votó el jueves para reemplazar sus dos barcos más viejos antes de la primavera. "
    " Los ingenieros habían encontrado grietas en ambos, y la alcaldesa dijo que nadie debería esperar."
)
INDONESIAN = (
    "Dewan pelabuhan Reykjavik memutuskan pada hari Kamis untuk mengganti dua kapal feri tertua sebelum banjir. "
    "Para insinyur menemukan retakan pada keduanya, dan wali kota mengatakan bahwa tidak seorang pun perlu menunggu."
)


@pytest.mark.parametrize(
    ("text", "url", "agency", "tag"),
    [
        (ENGLISH, "https://www.news.cn/world/20261120/1/c.html", "xinhua", "en"),
        (SPANISH, "https://apnews.com/article/1", "ap", "es"),
        (ENGLISH[:60], "https://www.news.cn/world/20261120/1/c.html", "xinhua", "zh"),
        (INDONESIAN, "https://www.bernama.com/bm/a", "bernama", "ms"),
        (SPANISH, "https://www.inform.kz/qz/a", "kazinform", "kk-Latn"),
    ],
)
def test_a_text_is_believed_before_its_site_if_it_is_long_enough(text: str, url: str, agency: str, tag: str) -> None:
    assert language_of(text, url, get(agency)) == tag


def test_a_region_that_the_page_states_is_kept() -> None:
    assert language_of(ENGLISH, "http://a.example/", None, "en-GB") == "en-GB"
    assert language_of(ENGLISH, "http://a.example/", None, "de-DE") == "en"


@pytest.mark.parametrize(
    ("text", "declared", "tag"),
    [
        ("港務委員會星期四決定在春汛到來之前更換兩艘最舊的渡船。", "en", "zh-Hant"),
        ("港务委员会星期四决定在春汛到来之前更换两艘最旧的渡船。", "zh-TW", "zh"),
        ("冰岛一名姓張的市民", None, "zh"),
        ("日月山川", "zh_TW", "zh-Hant"),
        ("日月山川", None, "zh"),
    ],
)
def test_the_script_of_chinese_is_told_by_its_characters(text: str, declared: str | None, tag: str) -> None:
    assert language_of(text, None, None, declared) == tag
