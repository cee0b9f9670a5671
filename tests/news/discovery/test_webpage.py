"""Links of a page: resolved, classed by their shape, merged; which of them are headlines."""

import pytest

from wirecrawl.errors import EmptyPage
from wirecrawl.news.agencies import SourceKind, get
from wirecrawl.news.discovery import ListItem, read_listing

XINHUA = get("xinhua")
BASE = "http://www.china.org.cn/world/node_7249531.htm"
A = "/world/Off_the_Wire/2026-11/20/content_118807418.shtml"
B = "/world/Off_the_Wire/2026-11/19/content_118807350.shtml"
NAMES = "0123456789abcdef" * 2


def seen(body: str, kind: SourceKind = "list", base: str = BASE) -> list[ListItem]:
    return read_listing(f"<html><body>{body}</body></html>".encode(), base, XINHUA, kind).seen


def test_links_are_resolved_and_classed() -> None:
    body = f"<a href='{A}'>Rain</a><a href='node_7249531_2.htm'>2</a><a href='/about.htm'>About</a><a href='/x/'>X</a>"
    assert [(s.link.url, s.link.kind) for s in seen(body) if s.link] == [
        (f"http://www.china.org.cn{A}", "article"),
        ("http://www.china.org.cn/world/node_7249531_2.htm", "list"),
        ("http://www.china.org.cn/about.htm", "neither"),
        ("http://www.china.org.cn/x/", "list"),
    ]


@pytest.mark.parametrize(
    "href", ["javascript:void(0)", "mailto:a@example.org", "tel:1", "http://[::1/", "http://a:99999/", "", "ftp://a/b"]
)
def test_what_is_no_address_is_left_out(href: str) -> None:
    assert [s.text for s in seen(f"<a href='{href}'>No</a><a href='{A}'>Rain</a>")] == ["Rain"]


def test_only_a_line_of_the_list_that_links_to_a_story_is_a_headline() -> None:
    body = (
        f"<div class='columns1'><ul><li><a href='{A}'>Rain</a></li></ul></div>"
        f"<a href='{B}'>Most viewed</a><a href='/world/'>World</a>"
    )
    assert [(s.text, s.headline) for s in seen(body)] == [("Rain", True), ("Most viewed", False), ("World", False)]


def test_a_page_that_is_no_list_has_links_and_no_headlines() -> None:
    assert [(s.text, s.headline) for s in seen(f"<a href='{A}'>Rain</a>", "start")] == [("Rain", False)]


def test_two_links_to_one_story_are_one_with_the_fuller_text() -> None:
    body = f"<a href='{A}'><img src='a.jpg'></a><a href='{A}#top'>Rain</a><a href='{A}?utm_source=x'>Rain in Vik</a>"
    assert [s.text for s in seen(body)] == ["Rain in Vik"]


@pytest.mark.parametrize(
    "card",
    [
        "<h3>Rain in the north</h3><p>It rained all day.</p><span class='time'>2026-11-20 09:30</span>",
        "<img src='a.jpg'><div><h4>Rain in the north</h4></div><div class='more'>Read more</div>",
        "Rain in the north<span class='post-date'>20.11.2026</span>",
        "Rain in the north <time>9:30</time>",
    ],
)
def test_the_headline_of_a_card_is_its_heading_without_its_time(card: str) -> None:
    assert [one.text for one in seen(f"<div class='columns1'><ul><li><a href='{A}'>{card}</a></li></ul></div>")] == [
        "Rain in the north"
    ]


def test_a_headline_that_is_escaped_twice_is_read_as_meant() -> None:
    assert [one.text for one in seen(f"<a href='{A}'>Fish &amp;amp; chips, 1 &lt; 2</a>")] == ["Fish & chips, 1 < 2"]


@pytest.mark.parametrize(
    "items", ["<a href='{}'>Rain</a>", "<div class='columns1'><ul><li><a href='{}'>Rain</a></li></ul></div>"]
)
def test_what_a_script_would_put_into_a_page_is_no_link_of_it(items: str) -> None:
    assert [one.text for one in seen(f"<template>{items.format(A)}</template><a href='{B}'>Sun</a>")] == ["Sun"]


@pytest.mark.parametrize(
    ("text", "title", "full"),
    [
        ("Rain in the north ...", "Rain in the north of Iceland", "Rain in the north of Iceland"),
        ("Rain in the north…", "Rain in the north of Iceland", "Rain in the north of Iceland"),
        ("Rain in the north", "Click here", "Rain in the north"),
        ("And then ...", "Photo", "And then ..."),
    ],
)
def test_a_text_that_the_site_cut_is_completed_from_its_title(text: str, title: str, full: str) -> None:
    assert [s.text for s in seen(f"<a href='{A}' title='{title}'>{text}</a>")] == [full]


def test_the_time_beside_a_line_is_its_time() -> None:
    base = "https://english.news.cn/list/latestnews.htm"
    body = (
        f"<div id='list'><div class='item'><div class='tit'><a href='/20261120/{NAMES}/c.html'>Rain</a></div>"
        "<div class='time'>2026-11-20 09:30:00</div></div>"
        f"<div class='item'><div class='tit'><a href='/20261119/{NAMES[::-1]}/c.html'>Snow</a></div></div></div>"
    )
    assert [(s.text, s.published) for s in seen(body, base=base)] == [
        ("Rain", "2026-11-20T09:30:00+08:00"),
        ("Snow", None),
    ]


@pytest.mark.parametrize(
    "mention",
    [
        f"<ul class='wz-list' data='datasource:{NAMES}'></ul>",
        f"<script>var list = {{ datasource: '{NAMES}' }}</script>",
        f'<div data-x=\'{{"datasource": "{NAMES.upper()}"}}\'></div>',
    ],
)
def test_the_json_behind_a_list_is_a_list_in_the_same_folder(mention: str) -> None:
    (found,) = seen(mention, base="https://english.news.cn/list/latestnews.htm")
    assert found.link
    assert found.link.url == f"https://english.news.cn/list/ds_{NAMES}.json"
    assert (found.link.kind, found.link.source) == ("list", "json")


@pytest.mark.parametrize(
    ("anchor", "followed"),
    [
        ("<a href='/world/node_1234567.htm'>Off the wire</a>", True),
        ("<a href='/world/node_1234567.htm'>OFF_THE_WIRE &gt;&gt;</a>", True),
        ("<a href='/world/node_1234567.htm'>World</a>", False),
        (f"<a href='{A}'>Off the wire: a song</a>", False),
    ],
)
def test_links_to_the_wire_list_are_followed_from_any_page(anchor: str, followed: bool) -> None:
    assert [s.wire_list for s in seen(anchor, "start")] == [followed]


def test_articles_are_those_of_the_page_then_those_of_the_ticker() -> None:
    body = f"<a href='{B}'>Snow</a><div>Off the wire <a href='{A}'>Urgent: Rain</a> • Hail</div>"
    listing = read_listing(body.encode(), BASE, XINHUA, "start")
    assert [s.text for s in listing.ticker] == ["Urgent: Rain", "Hail"]
    shown = [*listing.seen, *listing.ticker]
    assert [s.text for s in shown if s.link and s.link.kind == "article"] == [
        "Snow",
        "Urgent: Rain",
        "Urgent: Rain",
    ]


def test_an_empty_list_page_is_an_error_that_names_it() -> None:
    with pytest.raises(EmptyPage, match=r"node_7249531"):
        read_listing(b"", BASE, XINHUA, "list")


def test_links_are_relative_to_the_base_of_the_page() -> None:
    body = f"<base href='http://english.news.cn/20261120/'><a href='{NAMES}/c.html'>Rain</a><a href='{A}'>Snow</a>"
    assert [s.link.url for s in seen(body) if s.link] == [
        f"http://english.news.cn/20261120/{NAMES}/c.html",
        f"http://english.news.cn{A}",
    ]


@pytest.mark.parametrize(
    "href", ["\\world\\a\\..\\b\\", " /wor\nld/b/\t", "/world//b/", "/world/b/#top", "/world/b/?ref=x"]
)
def test_an_address_is_read_as_browsers_read_it(href: str) -> None:
    assert [s.link.url for s in seen(f"<a href='{href}'>B</a>") if s.link] == ["http://www.china.org.cn/world/b/"]


@pytest.mark.parametrize(
    "words", ["Rain<br>in Vik", "<p>Rain</p><p>in Vik</p>", "<span style='display:block'>Rain</span>in Vik"]
)
def test_a_line_has_a_space_where_a_browser_breaks_it(words: str) -> None:
    (line,) = seen(f"<div class='columns1'><ul><li><a href='{A}'>{words}</a></li></ul></div>")
    assert (line.text, line.headline) == ("Rain in Vik", True)


def test_a_page_that_sends_its_reader_on_links_there() -> None:
    head = "<meta http-equiv='Refresh' content=\"0; URL='/world/node_7249531_2.htm'\">"
    assert [s.link.url for s in seen(head, "start") if s.link] == ["http://www.china.org.cn/world/node_7249531_2.htm"]
