"""The shapes of Xinhua's addresses: article, list or neither, before anything is fetched."""

from datetime import date

import pytest

from wirecrawl.news.agencies import NAMES, classify, get, of_url

XINHUA = get("xinhua")
HEX = "6fabecde80d94b56887f819e75715a93"
WIRE = "/world/Off_the_Wire/2017-02/16/content_40302849.htm"


@pytest.mark.parametrize(
    "url",
    [
        f"http://www.china.org.cn{WIRE}",
        f"https://www.china.org.cn{WIRE}",
        f"http://china.org.cn{WIRE}",
        f"http://www.china.org.cn{WIRE.replace('.htm', '.shtml')}",
        f"http://www.china.org.cn{WIRE.replace('.htm', '.html')}",
        f"HTTP://WWW.CHINA.ORG.CN{WIRE.upper()}",
        f"http://www.china.org.cn{WIRE}?utm_source=feed#top",
        f"http://www.china.org.cn:80{WIRE}",
        "http://www.china.org.cn/world/2017-02/16/content_40302849.htm",
        f"http://www.china.org.cn{WIRE.replace('.htm', '_2.htm')}",
    ],
)
def test_one_story_of_china_org_cn_has_one_id(url: str) -> None:
    assert classify(url, XINHUA).id == "xinhua:content_40302849"


@pytest.mark.parametrize(
    "url",
    [
        f"https://english.news.cn/20230309/{HEX}/c.html",
        f"http://english.news.cn/20230309/{HEX}/c.html",
        f"http://www.chinaview.cn/20230309/{HEX}/c.html",
        f"https://english.news.cn/asiapacific/20230309/{HEX}/c.html",
        f"https://english.news.cn/20230309/{HEX.upper()}/C.HTML",
        f"https://english.news.cn/20230309/{HEX}/c.html?from=singlemessage",
        f"https://www.news.cn/world/20230309/{HEX}/c.html",
    ],
)
def test_the_host_is_no_part_of_the_identity_of_news_cn(url: str) -> None:
    assert classify(url, XINHUA).id == f"xinhua:{HEX}"


@pytest.mark.parametrize(
    ("url", "story_id", "day", "section"),
    [
        ("http://www.china.org.cn/english/international/96576.htm", "english_96576", None, "international"),
        (
            "http://www.china.org.cn/world/Off_the_Wire/2019-06/01/content_74845553.htm",
            "content_74845553",
            date(2019, 6, 1),
            "world/Off_the_Wire",
        ),
        (
            "https://www.china.org.cn/china/Off_the_Wire/2025-10/20/content_118132392.shtml",
            "content_118132392",
            date(2025, 10, 20),
            "china/Off_the_Wire",
        ),
        (
            "http://www.china.org.cn/china/2025-03/28/content_117792218.htm",
            "content_117792218",
            date(2025, 3, 28),
            "china",
        ),
        ("http://www.china.org.cn/2009-09/28/content_18620394.htm", "content_18620394", date(2009, 9, 28), None),
        (f"https://english.news.cn/20230309/{HEX}/c.html", HEX, date(2023, 3, 9), None),
        (f"https://english.news.cn/asiapacific/20261002/{HEX}/c.html", HEX, date(2026, 10, 2), "asiapacific"),
        ("https://www.news.cn/english/2022-01/03/c_1310404502.htm", "c_1310404502", date(2022, 1, 3), "english"),
        (
            "http://news.xinhuanet.com/english/2008-04/09/content_7945866.htm",
            "content_7945866",
            date(2008, 4, 9),
            "english",
        ),
        (
            "http://news.xinhuanet.com/english2010/world/2010-10/08/c_13547668.htm",
            "c_13547668",
            date(2010, 10, 8),
            "english2010/world",
        ),
        (
            "http://news.xinhuanet.com/english/2015-12/21/c_134935806.htm",
            "c_134935806",
            date(2015, 12, 21),
            "english",
        ),
        (
            "http://www.xinhuanet.com/english/world/2018-01/24/c_136919909.htm",
            "c_136919909",
            date(2018, 1, 24),
            "english/world",
        ),
        ("http://www.xinhuanet.com/english/2021-06/06/c_139992397.htm", "c_139992397", date(2021, 6, 6), "english"),
    ],
)
def test_articles_of_every_era(url: str, story_id: str, day: date | None, section: str | None) -> None:
    link = classify(url, XINHUA)
    assert (link.kind, link.id, link.day, link.section) == ("article", f"xinhua:{story_id}", day, section)


@pytest.mark.parametrize(
    ("url", "page"),
    [
        ("http://www.xinhuanet.com/english/2018-01/24/c_136919909.htm", 1),
        ("http://www.xinhuanet.com/english/2018-01/24/c_136919909_2.htm", 2),
        ("http://www.xinhuanet.com/english/2018-01/24/c_136919909_12.htm", 12),
        ("http://www.china.org.cn/photos/2018-01/24/content_50262849_3.htm", 3),
    ],
)
def test_a_later_page_belongs_to_its_story(url: str, page: int) -> None:
    link = classify(url, XINHUA)
    first = classify(url.replace(f"_{page}.htm", ".htm"), XINHUA)
    assert (link.kind, link.page, link.id) == ("article", page, first.id)


@pytest.mark.parametrize(
    ("url", "source", "page"),
    [
        ("http://www.china.org.cn/", "list", 1),
        ("http://www.china.org.cn/world/", "list", 1),
        ("http://www.china.org.cn/world/index.htm", "list", 1),
        ("http://www.china.org.cn/china/node_7075073.htm", "list", 1),
        ("http://www.china.org.cn/node_7249531.htm", "list", 1),
        ("http://www.china.org.cn/world/node_7249531_2.htm", "list", 2),
        ("https://www.china.org.cn/world/node_7249531_10.shtml", "list", 10),
        ("https://english.news.cn/", "list", 1),
        ("https://english.news.cn/home.htm", "list", 1),
        ("https://english.news.cn/world/index.htm", "list", 1),
        ("https://english.news.cn/asiapacific/index.htm", "list", 1),
        ("https://english.news.cn/europe/", "list", 1),
        ("https://english.news.cn/silkroad/index.html", "list", 1),
        ("https://english.news.cn/list/latestnews.htm", "list", 1),
        ("https://english.news.cn/list/World-MiddleEast.htm", "list", 1),
        (f"https://english.news.cn/list/ds_{HEX}.json", "json", 1),
        (f"http://www.news.cn/ds_{HEX}.json", "json", 1),
        ("http://www.xinhuanet.com/english/home.htm", "list", 1),
    ],
)
def test_lists_and_section_fronts(url: str, source: str, page: int) -> None:
    link = classify(url, XINHUA)
    assert (link.kind, link.source, link.page) == ("list", source, page)


@pytest.mark.parametrize("section", ["", "photo/", "special/", "xinhuanews/", "indepth/", "2016-01/01/", "20230309/"])
@pytest.mark.parametrize("host", ["www.china.org.cn", "english.news.cn", "www.chinaview.cn", "www.xinhuanet.com"])
@pytest.mark.parametrize("name", ["", "index.htm", "home.htm", "c.html", "content.htm", "node_1.htm"])
def test_a_front_is_never_a_story(host: str, section: str, name: str) -> None:
    assert classify(f"https://{host}/{section}{name}", XINHUA).kind != "article"


@pytest.mark.parametrize(
    "url",
    [
        "http://www.china.org.cn/about.htm",
        "http://www.china.org.cn/images/2017-02/16/content_40302849.jpg",
        "http://www.china.org.cn/world/2017-02/16/content_40302849.htm.bak",
        f"https://english.news.cn/20230309/{HEX[:-1]}/c.html",
        f"https://english.news.cn/20230309/{HEX}/d.html",
        f"https://english.news.cn/2023039/{HEX}/c.html",
        f"https://english.news.cn/20230309/{HEX}/20230309_01.jpg",
        "http://www.xinhuanet.com/english/rss/worldrss.xml",
        "https://so.news.cn/getNews?keyword=rain&curPage=1",
        "http://www.xinhuanet.com/english/2016-01/09/CnbbeeE005004_20160109_NBMFN0A001_11n.jpg",
    ],
)
def test_other_pages_are_neither(url: str) -> None:
    assert classify(url, XINHUA).kind == "neither"


@pytest.mark.parametrize(
    "host",
    [
        "fakenews.cn",
        "fakechina.org.cn",
        "china.org.cn.evil.com",
        "english.news.cn.evil.com",
        "news.cn@evil.com",
        "www.china.org.cn\\@evil.com",
        "evil.com\\.china.org.cn",
        "evil.com%2f.china.org.cn",
        "evil.com%00.china.org.cn",
        "evil.com?.china.org.cn",
        "evil.com#.china.org.cn",
        "notxinhuanet.com",
        "127.0.0.1",
    ],
)
@pytest.mark.parametrize("path", [WIRE, f"/20230309/{HEX}/c.html", "/world/"])
def test_a_host_that_only_looks_like_one_of_the_agency_is_none(host: str, path: str) -> None:
    try:
        kind = classify(f"http://{host}{path}", XINHUA).kind
    except ValueError:
        return  # refused as no address at all
    assert kind == "neither"


@pytest.mark.parametrize(
    "path",
    [
        "/world/Off_the_Wire%2f2017-02/16/content_40302849.htm",
        "/redirect?to=/world/2017-02/16/content_40302849.htm",
        "/world/2017-02/16/content_40302849.htm%00.jpg",
    ],
)
def test_path_tricks_are_no_story(path: str) -> None:
    assert classify(f"http://www.china.org.cn{path}", XINHUA).kind == "neither"


@pytest.mark.parametrize(
    "path",
    [
        "/world/../2017-02/16/content_40302849.htm",
        "/world/%2e%2e/2017-02/16/content_40302849.htm",
        "\\2017-02\\16\\content_40302849.htm",
        "/../../2017-02/16/content_40302849.htm",
    ],
)
def test_a_path_is_what_a_browser_makes_of_it(path: str) -> None:
    link = classify(f"http://www.china.org.cn{path}", XINHUA)
    assert (link.kind, link.url) == ("article", "http://www.china.org.cn/2017-02/16/content_40302849.htm")


def test_an_impossible_day_in_the_address_is_no_day() -> None:
    link = classify("http://www.china.org.cn/world/2017-02/30/content_40302849.htm", XINHUA)
    assert (link.id, link.day) == ("xinhua:content_40302849", None)


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://english.news.cn/", "xinhua"),
        ("http://german.china.org.cn/x", "xinhua"),
        ("http://fakenews.cn/", None),
        ("http://people.com.cn/", None),
        (None, None),
    ],
)
def test_whose_site_an_address_belongs_to(url: str | None, name: str | None) -> None:
    found = of_url(url)
    assert (found.name if found else None) == name


def test_an_unknown_agency_is_refused_with_the_known_ones() -> None:
    with pytest.raises(KeyError, match=r"atlantis.*xinhua"):
        get("atlantis")


@pytest.mark.parametrize("name", [name for name in NAMES if get(name).sources])
def test_discovery_starts_at_lists_of_the_agency(name: str) -> None:
    agency = get(name)
    assert {classify(source.url, agency).kind for source in agency.sources} == {"list"}
