"""Canonical addresses and ids: what is folded, what never is."""

import pytest

from wirecrawl.news.cleaning.clean import clean
from wirecrawl.web.urls import canonical_url, hashed_id, host_of, join, under

STORY = "http://www.china.org.cn/world/Off_the_Wire/2017-02/16/content_40302849.htm"


@pytest.mark.parametrize(
    "variant",
    [
        STORY.replace("http://www.china.org.cn", "HTTP://WWW.China.ORG.cn"),
        STORY.replace(".cn/", ".cn:80/"),
        STORY.replace(".cn/", ".cn:/"),
        STORY.replace(".cn/", ".cn./"),
        STORY.replace("//", "//reader:secret@"),
        f"  {STORY}\n",
        f"{STORY}#comments",
        f"{STORY}?utm_source=feed&utm_medium=rss",
        f"{STORY}?fbclid=abc&gclid=1&from=timeline&isappinstalled=0",
        f"{STORY}?spm=a.b.c&UTM_Campaign=x#top",
        f"{STORY}?",
        f"{STORY}?ref=rss&ocid=a1&msclkid=2&xtor=RSS-1&at_medium=RSS",
        f"{STORY};jsessionid=0A1B.node2?PHPSESSID=77",
        STORY.replace("cn/world/", "cn//world///"),
        STORY.replace("/", "\\"),
        STORY.replace("world/", "world/./sport/%2e%2E/"),
        STORY.replace("Off_the", "%4Fff\n_the"),
        STORY.replace("www.china.org", "ｗｗｗ.china。org"),
    ],
)
def test_what_never_tells_pages_apart_is_folded(variant: str) -> None:
    assert canonical_url(variant) == STORY


@pytest.mark.parametrize(
    ("url", "canonical"),
    [
        ("https://english.news.cn:443", "https://english.news.cn/"),
        ("https://english.news.cn:8443/a", "https://english.news.cn:8443/a"),
        ("http://english.news.cn:443/a", "http://english.news.cn:443/a"),
        ("http://[2001:DB8::1]:8080/a", "http://[2001:db8::1]:8080/a"),
        ("http://www.china.org.cn/World/A.htm", "http://www.china.org.cn/World/A.htm"),
        ("http://www.china.org.cn/q?b=2&a=1&b=", "http://www.china.org.cn/q?b=2&a=1&b="),
        ("http://www.china.org.cn/q?page=2&utm_source=x", "http://www.china.org.cn/q?page=2"),
        ("http://www.china.org.cn/q?formid=7", "http://www.china.org.cn/q?formid=7"),
    ],
)
def test_what_may_tell_pages_apart_stays(url: str, canonical: str) -> None:
    assert canonical_url(url) == canonical
    assert canonical_url(canonical) == canonical


@pytest.mark.parametrize(
    "address",
    [
        "",
        "mailto:desk@example.org",
        "javascript:void(0)",
        "ftp://www.china.org.cn/a",
        "file:///etc/passwd",
        "data:text/html,x",
        "//www.china.org.cn/a",
        "/world/a.htm",
        "http://",
        "http://www.china.org.cn:99999/a",
        "http://www.china.org.cn:port/a",
        "http://[::1/a",
        "http://a..b/",
        "http://a.example/\ud83d",
        "http://a.example/" + 2048 * "a",
    ],
)
def test_what_is_no_web_address_is_refused(address: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        canonical_url(address)


@pytest.mark.parametrize(
    ("host", "inside"),
    [
        ("china.org.cn", True),
        ("www.china.org.cn", True),
        ("fakechina.org.cn", False),
        ("china.org.cn.evil.com", False),
        ("org.cn", False),
        ("", False),
    ],
)
def test_a_host_is_under_a_domain_at_a_dot_alone(host: str, inside: bool) -> None:
    assert under(host, "china.org.cn") is inside


@pytest.mark.parametrize(
    ("url", "host"), [(STORY, "www.china.org.cn"), ("HTTPS://English.News.cn.:443/", "english.news.cn"), (None, "")]
)
def test_host_of_an_address(url: str | None, host: str) -> None:
    assert host_of(url) == host


def test_a_hashed_id_names_its_agency_and_tells_addresses_apart() -> None:
    one, other = hashed_id("xinhua", "http://a.example/1"), hashed_id("xinhua", "http://a.example/2")
    assert one.startswith("xinhua:")
    assert one != other
    assert hashed_id("xinhua", "http://a.example/1") == one


@pytest.mark.parametrize(
    "variant",
    [
        "https://finance.huanqiu.com/article/4A",
        "http://finance.huanqiu.com/article/4A#top",
        "http://FINANCE.huanqiu.com:80/article/4A?utm_source=x",
    ],
)
def test_a_page_without_an_id_of_its_own_has_one_id_over_its_variants(variant: str) -> None:
    page = b"<h1>Rain</h1><article><section><p>It rained all day in the hills.</p></section></article>"
    assert clean(page, variant).id == clean(page, "http://finance.huanqiu.com/article/4A").id


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("http://a.example/%d0%b2", "http://a.example/в"),
        ("http://a.example/?q=%e9", "http://a.example/?q=%E9"),
        ("http://президент.рф/a", "http://xn--d1abbgf6aiiy.xn--p1ai/a"),
    ],
)
def test_two_spellings_of_one_character_are_one_address(one: str, other: str) -> None:
    assert canonical_url(one) == canonical_url(other)


def test_an_address_within_a_path_keeps_its_slashes() -> None:
    assert canonical_url("http://a.example/web/http://b.example/c") == "http://a.example/web/http://b.example/c"


@pytest.mark.parametrize(
    ("href", "address"),
    [
        ("../b", "http://a.example/x/b"),
        ("?page=2", "http://a.example/x/y/z?page=2"),
        (" \t/b\n/c\r ", "http://a.example/b/c"),
        ("\\b\\c", "http://a.example/b/c"),
        ("//b.example/c", "http://b.example/c"),
        ("https:\\\\b.example\\c", "https://b.example/c"),
    ],
)
def test_links_are_resolved_as_browsers_do(href: str, address: str) -> None:
    assert join("http://a.example/x/y/z", href) == address


@pytest.mark.parametrize("href", ["http://[::1/", "http://a:99999/", "\ud83d"])
def test_a_link_that_no_browser_can_resolve_is_refused(href: str) -> None:
    with pytest.raises(ValueError, match="not an http"):
        join("http://a.example/", href)
