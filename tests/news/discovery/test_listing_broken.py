"""What is broken in a list costs the entry that has it, and nothing that a list holds raises anything but PageError."""

import gzip
import json
from collections.abc import Callable
from contextlib import suppress

import pytest

from tests.support.growth import STEEP, slope_between
from wirecrawl.errors import PageError
from wirecrawl.news.agencies import SourceKind, get
from wirecrawl.news.discovery import Listing, ListItem, read_listing

TASS = get("tass")
URL = "https://tass.com/rss/v2.xml"
FIRST, SECOND, THIRD = (f"https://tass.com/economy/220460{n}" for n in (1, 2, 3))
Shown = list[tuple[str, str, str | None]]


def read(body: bytes | str, kind: SourceKind = "feed", url: str = URL) -> Listing:
    return read_listing(body.encode() if isinstance(body, str) else body, url, TASS, kind)


def shown(listing: Listing) -> Shown:
    return [(item.link.url, item.text, item.published) for item in listing.seen if item.link]


def only(body: bytes | str, kind: SourceKind = "feed") -> ListItem:
    (item,) = read(body, kind).seen
    return item


def item(url: str, title: str = "Rain", rest: str = "") -> str:
    return f"<item><title>{title}</title><link>{url}</link>{rest}</item>"


def rss(*items: str, head: str = "") -> str:
    return f"{head}<rss version='2.0'><channel><title>Feed</title>{''.join(items)}</channel></rss>"


def location(url: str, rest: str = "") -> str:
    return f"<url><loc>{url}</loc>{rest}</url>"


def urlset(*entries: str) -> str:
    return f"<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>{''.join(entries)}</urlset>"


@pytest.mark.parametrize(
    "middle",
    [
        item(SECOND, "Ferry &#55357; sinks"),
        item(SECOND, "&#x110000;&#99999999;&#0;"),
        item(SECOND, "a \x00\x08 b ￿"),
        item(SECOND, "<b>not closed"),
        item(SECOND, "</b></channel>"),
        item(SECOND, "<![CDATA[not closed").replace("</item>", "]]></item>"),
        item(SECOND, "&nbsp;&eacute;&unknown;& &;"),
        item(SECOND, rest="<pubDate>0000-00-00T00:00:00Z</pubDate>"),
        item(SECOND, rest="<pubDate>9999-12-31T23:59:59-05:00</pubDate>"),
        item(SECOND, rest="<pubDate>Mon, 01 Jan 0001 00:00:00 +9999</pubDate>"),
        item(SECOND, rest="<gml:pos srsName='x' srsDimension='y'>1</gml:pos><media:content/>"),
        item(SECOND, rest="<author>" + 9 * "<deep>"),
        item("http://[::1/x"),
        item("http://tass.com:99999/"),
        item("\ud83d".encode("utf-16", "surrogatepass").decode("utf-16", "replace")),
        "<item",
        "<item><",
        "<item>",
    ],
)
def test_one_broken_entry_of_a_feed_costs_no_other(middle: str) -> None:
    found = [row[0] for row in shown(read(rss(item(FIRST), middle, item(THIRD))))]
    assert (found[0], found[-1]) == (FIRST, THIRD)
    assert set(found) <= {FIRST, SECOND, THIRD, "https://tass.com/rss/%EF%BF%BD"}


@pytest.mark.parametrize("broken", ["http://[::1/x", "ftp://tass.com/a", "mailto:a@b.example", "&#xd83d;"])
def test_one_broken_address_costs_no_other_sitemap(broken: str) -> None:
    index = "".join(f"<sitemap><loc>{one}</loc></sitemap>" for one in (broken, "/sitemap/sitemap_1.xml"))
    listing = read(f"<sitemapindex>{index}</sitemapindex>", "sitemap", "https://tass.com/sitemap.xml")
    assert "https://tass.com/sitemap/sitemap_1.xml" in [one.link.url for one in listing.seen if one.link]


def test_entries_that_cannot_be_read_are_named() -> None:
    index = "<sitemapindex><sitemap><loc>ftp://tass.com/a</loc></sitemap></sitemapindex>"
    (unread,) = read(index, "sitemap").unread
    assert "entry 1" in unread
    assert "ftp://tass.com/a" in unread


@pytest.mark.parametrize(
    ("entries", "said"), [(3, []), (4, ["more than 3 entries: those behind the first 3 are left out"])]
)
def test_entries_behind_the_most_that_a_list_may_have_are_not_left_out_silently(
    monkeypatch: pytest.MonkeyPatch, entries: int, said: list[str]
) -> None:
    monkeypatch.setattr("wirecrawl.news.discovery.listing._MOST_ENTRIES", 3)
    listing = read(urlset(*(location(f"https://tass.com/world/19{n}0001") for n in range(entries))), "sitemap")
    assert (len(listing.seen), listing.unread) == (3, said)


@pytest.mark.parametrize("part", ["xhtml:link rel='alternate'", "image:image", "news:news", "x:y z:t='1'"])
def test_a_prefix_that_is_declared_nowhere_costs_nothing(part: str) -> None:
    body = urlset(location(FIRST, f"<{part}/>"), location(SECOND))
    assert [row[0] for row in shown(read(body, "sitemap"))] == [FIRST, SECOND]


@pytest.mark.parametrize(
    "news",
    [
        "<news:news><news:title>Rain</news:title><news:publication_date>2026-11-20T09:30:00+03:00</news:publication_date>"
        "</news:news><image:image><image:loc>https://tass.com/a.jpg</image:loc><image:title>No</image:title></image:image>",
        "<n:news xmlns:n='http://www.google.com/schemas/sitemap-news/0.9'><n:publication_date>2026-11-20T09:30:00+03:00"
        "</n:publication_date><n:title><![CDATA[Rain]]></n:title></n:news>",
    ],
)
def test_news_of_a_sitemap_whatever_its_prefix(news: str) -> None:
    assert shown(read(urlset(location(FIRST, news)), "sitemap")) == [(FIRST, "Rain", "2026-11-20T09:30:00+03:00")]


@pytest.mark.parametrize(
    "change",
    [
        lambda text: b"\xef\xbb\xbf" + text.encode(),
        lambda text: b"\n\t  " + text.encode(),
        lambda text: text.encode("utf-16"),
        lambda text: text.encode("utf-16-le"),
        lambda text: f"<?xml version='1.0' encoding='koi8-r'?>{text}".encode("koi8-r"),
        lambda text: f"<?xml version='1.0' encoding='utf-8\xe9'?>{text}".encode("latin-1", "replace").replace(
            b"?", b"?"
        ),
        lambda text: gzip.compress(text.encode()),
        lambda text: gzip.compress(text.encode()[:40]) + gzip.compress(text.encode()[40:]),
        lambda text: gzip.compress(gzip.compress(text.encode())),
        lambda text: gzip.compress(text.encode()) + b"\0\0\0",
        lambda text: ("<!-- a > b --><!DOCTYPE rss [<!ENTITY a 'b>\\'>]>" + text).encode(),
    ],
)
def test_a_feed_is_read_however_it_is_packed_and_encoded(change: Callable[[str], bytes]) -> None:
    assert [row[0] for row in shown(read(change(rss(item(FIRST), item(SECOND)))))] == [FIRST, SECOND]


def test_a_feed_in_its_own_charset() -> None:
    assert (
        only(f"<?xml version='1.0' encoding='windows-1251'?>{rss(item(FIRST, 'Дождь'))}".encode("cp1251")).text
        == "Дождь"
    )


@pytest.mark.parametrize("cut", [30, 60, 90])
def test_a_list_that_is_cut_off_is_read_up_to_there(cut: int) -> None:
    body = rss(item(FIRST), item(SECOND))
    assert shown(read(body[: body.index(SECOND) + len(SECOND) - cut // 90]))[0][0] == FIRST


CUT = "the list was cut off by its server; what is behind is missing"


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (rss(item(FIRST), item(SECOND)).removesuffix("</rss>"), "feed"),  # its channel is whole
        (f"<feed xmlns='http://www.w3.org/2005/Atom'>{item(FIRST)}{item(SECOND)}</feed>", "feed"),
        (f"<a:feed xmlns:a='http://www.w3.org/2005/Atom'>{item(FIRST)}</a:feed >", "feed"),
        (f"<rdf:RDF><channel>{FIRST}</channel>{item(FIRST)}</rdf:RDF>", "feed"),
        (urlset(location(FIRST), location(SECOND)), "sitemap"),
        (f"<sitemapindex><sitemap><loc>{FIRST}</loc></sitemap></SitemapIndex>", "sitemap"),
        (json.dumps({"datasource": [{"publishUrl": FIRST}, {"publishUrl": SECOND}]}), "json"),
    ],
)
@pytest.mark.parametrize("cut", [1, 2, 4])
def test_a_list_that_was_cut_says_so_and_a_whole_one_does_not(body: str, kind: SourceKind, cut: int) -> None:
    for end in ("", "\n", "<!-- made in 0.2 s -->" if kind != "json" else " "):
        assert not read(body + end, kind).cut
    found = read(body[:-cut], kind)
    assert (found.cut, found.unread) == (True, [CUT])


@pytest.mark.parametrize("empty", [rss(), urlset(), "<urlset/>", "<urlset xmlns='a' />", "<rss><channel/></rss>"])
def test_an_empty_list_is_whole(empty: str) -> None:
    found = read(empty, "sitemap" if "urlset" in empty else "feed")
    assert (found.cut, found.seen) == (False, [])


def test_a_packed_list_that_is_cut_off_is_not_half_a_list() -> None:
    packed = gzip.compress(rss(*(item(f"https://tass.com/economy/{n}") for n in range(220_000, 220_500))).encode())
    with pytest.raises(PageError, match="cut"):
        read(packed[: len(packed) // 2])


def test_a_list_that_unpacks_to_more_than_a_page_may_have_is_refused() -> None:
    with pytest.raises(PageError, match="10485760"):
        read(gzip.compress(b"<rss>" + 11 * 2**20 * b" "))


@pytest.mark.parametrize(
    ("title", "headline"),
    [
        ("Fish &amp;amp; chips: &amp;quot;no&amp;quot; &amp;#8211; again", 'Fish & chips: "no" – again'),
        ("&lt;b&gt;Urgent:&lt;/b&gt; quake hits &lt;i&gt;Marsk&lt;/i&gt;", "Urgent: quake hits Marsk"),
        ("<![CDATA[<b>Urgent:</b> quake<br/>hits Marsk]]>", "Urgent: quake hits Marsk"),
        ("<b>Urgent:</b> quake hits Marsk", "Urgent: quake hits Marsk"),
        ("&amp;lt;b&amp;gt;Urgent:&amp;lt;/b&amp;gt; quake", "Urgent: quake"),
        ("Ferry &#55357;&#56866; sinks", "Ferry 😢 sinks"),
        ("<![CDATA[Ferry &#55357;&#56866; sinks]]>", "Ferry 😢 sinks"),
        ("Caf&eacute; at 5&nbsp;pm &mdash; AT&T", "Café at 5 pm — AT&T"),
        ("Prices &lt; 5 and &gt; 3, R&amp;D", "Prices < 5 and > 3, R&D"),
        ("<![CDATA[<img src='a.gif'>Rain<script>count()</script><style>b{}]]>", "Rain"),
        ("&#150; dash of Windows", "– dash of Windows"),
    ],
)
def test_titles_as_readers_of_feeds_show_them(title: str, headline: str) -> None:
    assert only(rss(item(FIRST, title))).text == headline
    assert (
        only(urlset(location(FIRST, f"<news:news><news:title>{title}</news:title></news:news>")), "sitemap").text
        == headline
    )


@pytest.mark.parametrize(
    "links",
    [
        f"<guid>{FIRST}</guid>",
        f"<link/><guid isPermaLink='true'>{FIRST}</guid>",
        f"<link>\n  {FIRST}\n</link><guid isPermaLink='false'>https://tass.com/economy/999999</guid>",
        f"<link><![CDATA[{FIRST}?utm_source=rss&ref=x]]></link>",
        f"<atom:link href='{FIRST}'/>",
        f"<atom:link rel='self' href='{URL}'/><link>/economy/2204601#xtor=RSS</link>",
        f"<link>https://feeds.example/~r/1</link><feedburner:origLink>{FIRST}</feedburner:origLink>",
        f"<source url='https://a.example/'><link>https://a.example/</link></source><link>{FIRST}</link>",
    ],
)
def test_the_address_of_an_entry(links: str) -> None:
    assert [row[0] for row in shown(read(rss(f"<item><title>Rain</title>{links}</item>")))] == [FIRST]


def test_atom_with_prefix_base_and_its_two_times() -> None:
    body = (
        "<a:feed xmlns:a='http://www.w3.org/2005/Atom' xml:base='https://tass.com/economy/'><a:entry><a:title>Rain</a:title>"
        "<a:link rel='enclosure' href='a.mp3'/><a:link href='2204601'/>"
        "<a:published>2026-11-20T09:30:00+03:00</a:published>"
        "<a:updated>2026-11-20T11:00:00+03:00</a:updated></a:entry></a:feed>"
    )
    found = only(body)
    assert found.link
    assert (found.link.url, found.published) == (FIRST, "2026-11-20T06:30:00+00:00")
    assert found.modified == "2026-11-20T08:00:00+00:00"


@pytest.mark.parametrize(
    ("printed", "moment"),
    [
        ("2026/11/20 15:07:41 +0800", "2026-11-20T07:07:41+00:00"),
        ("Fri, 20 Nov 2026 09:30:00", "2026-11-20T09:30:00+03:00"),
        ("Thu, 19 Nov 2026 13:03:47 MSK", "2026-11-19T10:03:47+00:00"),
        ("Thu, 19 Nov 2026 13:03:47 PST", "2026-11-19T21:03:47+00:00"),
        ("Thu, 19 Nov 26 01:03:47 PM GMT", "2026-11-19T13:03:47+00:00"),
        ("Thu, 19 Nov 2099 13:03:47 GMT", None),
        ("soon", None),
    ],
)
def test_a_feeds_time_is_read_and_never_guessed(printed: str, moment: str | None) -> None:
    assert only(rss(item(FIRST, rest=f"<pubDate>{printed}</pubDate>"))).published == moment


def test_a_list_says_when_a_story_was_changed() -> None:
    news = "<news:news><news:publication_date>2026-11-20T09:30:00Z</news:publication_date></news:news>"
    found = only(urlset(location(FIRST, f"<lastmod>2026-11-21T10:00:00Z</lastmod>{news}")), "sitemap")
    assert (found.published, found.modified) == ("2026-11-20T09:30:00+00:00", "2026-11-21T10:00:00+00:00")


def test_a_json_feed() -> None:
    items = [{"url": FIRST, "title": "Rain", "date_published": "2026-11-20T09:30:00+03:00"}, {"url": "mailto:a"}, 7]
    body = json.dumps({"version": "https://jsonfeed.org/version/1.1", "items": items})
    kinds: tuple[SourceKind, ...] = ("feed", "json", "start")
    assert all(shown(read(body, kind)) == [(FIRST, "Rain", "2026-11-20T09:30:00+03:00")] for kind in kinds)


def test_an_item_of_a_json_feed_may_have_its_address_elsewhere() -> None:
    items = [{"id": FIRST, "title": "Rain"}, {"id": "7", "external_url": SECOND}, {"id": "8"}]
    body = json.dumps({"version": "https://jsonfeed.org/version/1.1", "items": items})
    assert [row[0] for row in shown(read(body))] == [FIRST, SECOND]


def test_a_json_list_of_items_alone() -> None:
    assert shown(read(json.dumps([{"publishUrl": FIRST, "title": "Rain"}]), "json")) == [(FIRST, "Rain", None)]


@pytest.mark.parametrize("kind", ["json", "feed"])
def test_a_list_without_label_is_in_the_charset_of_its_site(kind: SourceKind) -> None:
    url, title = f"https://english.news.cn/20261120/{32 * 'a'}/c.html", "第一个打气筒"
    made = {
        "json": json.dumps([{"publishUrl": url, "title": title}], ensure_ascii=False),
        "feed": rss(item(url, title)),
    }
    found = read_listing(made[kind].encode("gb18030"), "https://english.news.cn/list/a", get("xinhua"), kind)
    assert [one.text for one in found.seen] == [title]


def test_rss_1_0_with_prefixes() -> None:
    one = f"<r:item><r:title>Rain</r:title><r:link>{FIRST}</r:link></r:item>"
    body = f"<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns:r='http://purl.org/rss/1.0/'>{one}</rdf:RDF>"
    assert shown(read(body)) == [(FIRST, "Rain", None)]


def test_one_huge_number_costs_no_json_list() -> None:
    body = f'{{"datasource": [{{"publishUrl": "{FIRST}", "n": {5000 * "9"}}}]}}'
    assert [row[0] for row in shown(read(body, "json"))] == [FIRST]


def test_a_sitemap_of_plain_lines() -> None:
    body = f"\ufeff{FIRST}\r\n\r\nnot an address\nhttp://[::1/\n{SECOND}\n"
    assert {FIRST, SECOND} <= {row[0] for row in shown(read(body, "sitemap"))}


@pytest.mark.parametrize("kind", ["feed", "sitemap", "json", "list", "start"])
@pytest.mark.parametrize(
    "body",
    [
        b"<rss",
        b"<urlset",
        b"<rss>" + 5000 * b"<item>",
        b"{" * 100_000,
        b"<!DOCTYPE a [" * 999,
        b"\x1f\x8b\x08",
        b"<a href='//['>x",
        b"<base href='http://['><a href='/economy/2204601'>x</a>",
        b"<p>" + b"<b>" * 50_000,
    ],
)
def test_nothing_but_a_page_error_comes_out(body: bytes, kind: SourceKind) -> None:
    with suppress(PageError):
        assert isinstance(read(body, kind), Listing)


@pytest.mark.parametrize(
    "field",
    ["author", "dc:creator", "title", "link", "pubDate"],
)
@pytest.mark.parametrize("filling", ["a", "a@", "&amp;lt;", "<x ", "&", "1 Jan ", "]]>"])
def test_no_field_of_a_feed_takes_more_than_its_length(field: str, filling: str) -> None:
    def feed(times: int) -> bytes:
        return rss(f"<item><{field}>{filling * times}</{field}><link>{FIRST}</link></item>").encode()

    assert slope_between(read, feed, 40_000, 160_000) < STEEP


@pytest.mark.parametrize(
    "change",
    [
        lambda text: f"\ufeff{text[:-2]},]}}",
        lambda text: f"show({text});",
        lambda text: f"window.show( {text} )",
    ],
    ids=["a comma too many", "the argument of a function", "of a method"],
)
def test_a_json_list_that_is_none_to_the_letter(change: Callable[[str], str]) -> None:
    text = json.dumps({"datasource": [{"publishUrl": FIRST, "title": "Rain"}]})
    assert shown(read(change(text), "list")) == [(FIRST, "Rain", None)]


@pytest.mark.parametrize("declaration", ["", "<?xml version='1.0'?>"])
@pytest.mark.parametrize("before", ["<br />\n<b>Warning</b>: no such file in <b>x.php</b>\n", "Notice: undefined x "])
def test_what_a_server_prints_before_a_feed_costs_nothing(before: str, declaration: str) -> None:
    assert shown(read(before + rss(item(FIRST), head=declaration))) == [(FIRST, "Rain", None)]


def test_a_page_that_holds_a_feed_is_a_page() -> None:
    page = f"<html><body><pre>{rss(item(FIRST))}</pre></body></html>"
    with pytest.raises(PageError, match="not an RSS or Atom feed"):
        read(page)


@pytest.mark.parametrize("cut", [1, 8, 30])
def test_a_json_list_that_is_cut_off_is_read_up_to_there(cut: int) -> None:
    rows = [{"publishUrl": url, "title": "Rain [1] {2}"} for url in (FIRST, SECOND, THIRD)]
    text = json.dumps({"version": 1, "datasource": rows})
    told = [(url, "Rain [1] {2}", None) for url in (FIRST, SECOND, THIRD)]
    assert shown(read(text[:-cut], "list")) == told[: 3 if cut == 1 else 2]
