"""Lists that are data: JSON, RSS, Atom, sitemaps, and what only pretends to be one."""

import gzip
import json
from typing import Any

import pytest

from wirecrawl.errors import PageError
from wirecrawl.news.agencies import SourceKind, get
from wirecrawl.news.discovery import Listing, read_listing

XINHUA = get("xinhua")
HEX = "6fabecde80d94b56887f819e75715a93"
URL = "https://english.news.cn/list/ds_a950c54446a0421f9b94c0b053efdf33.json"
STORY = f"https://english.news.cn/20261120/{HEX}/c.html"
MIDNIGHT = "2026-11-20T00:00:00+08:00"
Row = tuple[str, str, str | None, bool]


def read(body: bytes | str, kind: SourceKind) -> Listing:
    return read_listing(body.encode() if isinstance(body, str) else body, URL, XINHUA, kind)


def rows(body: bytes | str, kind: SourceKind) -> list[Row]:
    return [(s.link.url, s.text, s.published, s.headline) for s in read(body, kind).seen if s.link]


def items(*found: Any) -> str:
    return json.dumps({"datasource": list(found)})


def test_json_items_have_absolute_addresses_and_the_agencys_clock() -> None:
    item = {
        "title": " Rain <em>in</em> Vik ",
        "publishUrl": f"../20261120/{HEX}/c.html",
        "publishTime": "2026-11-20 09:30:00",
    }
    assert rows(items(item), "json") == [(STORY, "Rain in Vik", "2026-11-20T09:30:00+08:00", True)]


@pytest.mark.parametrize(
    ("item", "row"),
    [
        ({"publishUrl": STORY}, (STORY, "", None, False)),
        ({"publishUrl": STORY, "title": None, "showTitle": "Rain"}, (STORY, "Rain", None, True)),
        ({"publishUrl": STORY, "title": "1 < 2"}, (STORY, "1 < 2", None, True)),
        ({"publishUrl": STORY, "title": "Rain", "publishTime": "soon"}, (STORY, "Rain", None, True)),
        ({"publishUrl": STORY, "title": "Rain", "publishTime": 1763602200}, (STORY, "Rain", None, True)),
        ({"publishUrl": STORY, "title": "Rain", "publishTime": "2026-11-20"}, (STORY, "Rain", MIDNIGHT, True)),
        ({"publishUrl": STORY, "title": 45}, (STORY, "45", None, True)),
    ],
)  # fmt: skip
def test_json_items_with_less_than_all_keys(item: dict[str, Any], row: Row) -> None:
    assert rows(items(item), "json") == [row]


@pytest.mark.parametrize("odd", [{}, {"publishUrl": ""}, {"publishUrl": None}, {"title": "no address"}])
def test_a_json_item_without_an_address_is_left_out(odd: dict[str, Any]) -> None:
    assert [row[0] for row in rows(items(odd, {"publishUrl": STORY}), "json")] == [STORY]


@pytest.mark.parametrize("url", ["javascript:void(0)", "mailto:a@example.org", "http://[::1/x", "http://a:99999/"])
def test_a_broken_address_costs_no_other_line(url: str) -> None:
    assert [row[0] for row in rows(items({"publishUrl": url, "title": "X"}, {"publishUrl": STORY}), "json")] == [STORY]


def test_an_impossible_zone_costs_no_line() -> None:
    odd = {"publishUrl": STORY, "title": "Rain", "publishTime": "2026-11-20 09:30 +99:99"}
    assert [row[0] for row in rows(items(odd), "json")] == [STORY]


def test_an_empty_json_list_is_empty() -> None:
    assert rows(items(), "json") == []


@pytest.mark.parametrize(
    "body",
    [
        "",
        "null",
        "[]",
        "42",
        '"datasource"',
        "{}",
        '{"datasource": null}',
        '{"datasource": 7}',
        '{"datasource": ["a"]}',
        '{"datasource": [null]}',
        '{"datasource": [',
        "<html><p>Not found</p></html>",
        b"\xff\xfe\x00",
        "[" * 100_000,
    ],
)
def test_json_of_another_shape_is_an_error_that_names_the_list(body: bytes | str) -> None:
    with pytest.raises(PageError) as caught:
        read(body, "json")
    assert URL in str(caught.value)


RSS = f"""<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>World</title>
<item><title>Rain &amp; wind in Vik</title><link>{STORY}</link><pubDate>Fri, 20 Nov 2026 01:30:00 GMT</pubDate></item>
<item><title><![CDATA[Urgent: Snow in Oslo]]></title><link>/asiapacific/20261119/{HEX[::-1]}/c.html</link></item>
<item><title>Elsewhere</title><link>https://example.org/a</link></item>
<item><title>No link</title></item></channel></rss>"""
ATOM = f"""<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>World</title>
<entry><title>Rain in Vik</title>
<link href="{STORY}?utm_source=atom"/><updated>2026-11-20T09:30:00+08:00</updated></entry>
</feed>"""


def test_rss() -> None:
    assert rows(RSS, "feed") == [
        (STORY, "Rain & wind in Vik", "2026-11-20T01:30:00+00:00", True),
        (f"https://english.news.cn/asiapacific/20261119/{HEX[::-1]}/c.html", "Urgent: Snow in Oslo", None, True),
        ("https://example.org/a", "Elsewhere", None, False),
    ]


def test_atom() -> None:
    assert rows(ATOM, "feed") == [(STORY, "Rain in Vik", "2026-11-20T01:30:00+00:00", True)]


@pytest.mark.parametrize("printed", ["Fri, 20 Nov 2026 09:30:00", "2026-11-20T09:30:00", "2026-11-20 09:30:00"])
def test_a_feeds_clock_without_a_zone_is_the_agencys(printed: str) -> None:
    found = rows(RSS.replace("Fri, 20 Nov 2026 01:30:00 GMT", printed), "feed")
    assert found[0][2] == "2026-11-20T09:30:00+08:00"


NEWS = f"""<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
<!-- made by hand --><url><loc> {STORY} </loc><lastmod>2026-11-21</lastmod><news:news>
<news:publication><news:name>Xinhua</news:name><news:language>en</news:language></news:publication>
<news:publication_date>2026-11-20T09:30:00+08:00</news:publication_date><news:title>Rain in Vik</news:title>
</news:news></url><url><loc>https://english.news.cn/world/index.htm</loc></url><url></url></urlset>"""
INDEX = """<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<sitemap><loc>https://english.news.cn/list/latestnews.htm</loc><lastmod>2026-11-20</lastmod></sitemap></sitemapindex>"""


def test_news_sitemap() -> None:
    assert rows(NEWS, "sitemap") == [
        (STORY, "Rain in Vik", "2026-11-20T09:30:00+08:00", True),
        ("https://english.news.cn/world/index.htm", "", None, False),
    ]


def test_a_packed_sitemap_is_read_and_a_torn_one_costs_no_more_than_itself() -> None:
    packed = gzip.compress(NEWS.encode())
    assert rows(packed, "sitemap") == rows(NEWS, "sitemap")
    with pytest.raises(PageError, match="sitemap"):
        read(packed[:2] + b"torn", "sitemap")


def test_sitemap_index() -> None:
    (found,) = read(INDEX, "sitemap").seen
    assert found.link
    assert (found.link.url, found.link.kind) == ("https://english.news.cn/list/latestnews.htm", "list")


BOMB = (
    '<?xml version="1.0"?><!DOCTYPE urlset [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefghi", "bcdefghij", strict=True))
    + f"]><urlset><url><loc>{STORY}</loc><title>&j;</title></url></urlset>"
)


def test_an_entity_bomb_does_not_go_off() -> None:
    assert all(len(row[1]) < 1_000 for row in rows(BOMB, "sitemap"))


def test_no_file_is_read_through_an_entity() -> None:
    body = (
        '<!DOCTYPE urlset [<!ENTITY f SYSTEM "file:///etc/hostname">]>'
        f"<urlset><url><loc>{STORY}</loc><title>&f;</title></url></urlset>"
    )
    assert [row[1] for row in rows(body, "sitemap")] in ([""], ["&f;"])


PAGE = "<!DOCTYPE html><html><head><title>Not found</title></head><body><p>We are sorry.</p></body></html>"


@pytest.mark.parametrize("kind", ["feed", "sitemap"])
@pytest.mark.parametrize("body", [PAGE, "", "   ", "no markup at all", '{"datasource": []}', b"\x89PNG\r\n\x1a\n\0\0"])
def test_something_else_than_a_feed_is_an_error_that_names_it(body: bytes | str, kind: SourceKind) -> None:
    with pytest.raises(PageError) as caught:
        read(body, kind)
    assert URL in str(caught.value)
