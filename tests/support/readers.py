"""The public readers of foreign text, by what they read: each a function of one text, which it puts where it hurts."""

import gzip
import json
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import UTC, date, datetime
from functools import partial
from io import BytesIO
from typing import Any

from protego import Protego

from tests.support.memory_files import MemoryFile
from wirecrawl.audit.drift import fixture_name
from wirecrawl.audit.paragraph_diff import paragraph_diff
from wirecrawl.drafting import draft
from wirecrawl.drafting.address import case_name
from wirecrawl.drafting.feed_sources import feed_kind, feed_line
from wirecrawl.errors import ArchiveError, BadArgument, BodyError, PageError
from wirecrawl.news import agencies, wire
from wirecrawl.news.agencies import SourceKind
from wirecrawl.news.cleaning.clean import clean
from wirecrawl.news.cleaning.linked_data import linked_article
from wirecrawl.news.cleaning.metadata import read_stated
from wirecrawl.news.cleaning.page_times import read_times
from wirecrawl.news.dedupe import relate
from wirecrawl.news.dedupe.words.blocks import text_keys
from wirecrawl.news.dedupe.words.compared_headline import read_line
from wirecrawl.news.discovery import read_listing
from wirecrawl.news.discovery.listing import read_ticker
from wirecrawl.news.discovery.titles import plain_title
from wirecrawl.news.markup import decode, loose_json, parse_time, split_updated
from wirecrawl.news.markup.decode import parse
from wirecrawl.news.markup.relative import parse_relative
from wirecrawl.news.markup.sentences import ends_sentence, has_sentence
from wirecrawl.news.wire.bare_places import begins_with_place
from wirecrawl.news.wire.credit import agency_of_credit, agency_of_end, take_name
from wirecrawl.news.wire.dates import read_day
from wirecrawl.run.address_file import read_addresses
from wirecrawl.run.backfill.commoncrawl import crawls_of, read_pages, read_rows
from wirecrawl.run.backfill.rows import IndexAnswerError
from wirecrawl.run.backfill.wayback import read_cdx
from wirecrawl.run.repeated_paragraphs import repeated_in, short_paragraphs
from wirecrawl.storage.archive.cdxj import surt
from wirecrawl.storage.archive.digests import differs
from wirecrawl.storage.archive.foreign import read_foreign
from wirecrawl.storage.archive.record_reader import record_at
from wirecrawl.storage.archive.warc import read_index
from wirecrawl.storage.feed.lines import read_checked, read_lines
from wirecrawl.utils.terminal import escaped_bytes, printable
from wirecrawl.web.answer import later_page_name, names_page
from wirecrawl.web.bodies import decode_body
from wirecrawl.web.captures import original_page, read_capture
from wirecrawl.web.challenge import challenge
from wirecrawl.web.host_rules import seconds_of
from wirecrawl.web.urls import canonical_url, join

Read = Callable[[str], object]


def read_marks(text: str, table: wire.Table) -> None:
    """All that a table says of the marks of wire copy."""
    wire.parse_headline(text, table)
    wire.parse_dateline(text, table, None)
    for read in (wire.parse_byline, wire.parse_closing_credit, wire.parse_editor, wire.parse_caption, wire.is_note):
        read(text, table)
    for end in (wire.is_trailer, wire.parse_names, wire.take_end_mark):
        end(text, table)
    take_name(text, table)


def refused(read: Callable[[str], Any], *errors: type[Exception]) -> Read:
    """A reader that refuses some texts with these errors; where it reads part by part, all of them."""

    def reading(text: str) -> object:
        with suppress(*errors):
            found = read(text)
            return list(found) if isinstance(found, Iterator) else found
        return None

    return reading


def listed(kind: SourceKind, before: str, behind: str, agency: str = "xinhua") -> Read:
    def read(text: str) -> object:
        with suppress(PageError):
            return read_listing(
                f"{before}{text}{behind}".encode(), "http://www.china.org.cn/a", agencies.get(agency), kind
            )
        return None

    return read


def listed_as(kind: str) -> Read:
    def read(text: str) -> object:
        with suppress(PageError):
            return read_listing(b"<rss>\xff", "https://tass.com/rss/v2.xml", agencies.get("tass"), "feed", kind + text)
        return None

    return read


def loose(text: str) -> object:
    with suppress(ValueError):
        return loose_json.read_json(text)
    return None


def known_page(text: str) -> object:
    url = "http://www.china.org.cn/world/Off_the_Wire/2017-02/16/content_40302849.htm"
    page = f"<html><h1 id=title>Rain</h1><div id=container_txt><p>It rains.</p><p>{text}</p></div>"
    with suppress(PageError):
        return clean(page.encode(), url)
    return None


def unknown_page(text: str) -> object:
    page = f"<html><head><title>Rain</title></head><body><h1>Rain</h1><article><p>It rains on the lake.</p><p>{text}"
    with suppress(PageError):
        return clean(page.encode(), "http://a.example/rain.html")
    return None


def linked(before: str, behind: str) -> Read:
    def read(text: str) -> object:
        with suppress(PageError):
            return linked_article(
                parse(f"<html><body>{before}{text}{behind}".encode()), "http://a.example/rain.html", {}
            )
        return None

    return read


def microdata(text: str) -> object:
    """What a page states in attributes of its elements: as many as there are units, and as long as the text."""
    head = f"<h1 itemprop=headline>{text}</h1><meta itemprop=datePublished content='{text}'>"
    time = f"<time itemprop=dateModified datetime='{text}'>{text}</time>"
    element = "<b itemscope itemprop='datePublished author headline' content='2026-11-20T10:00:00Z'>"
    with suppress(PageError):
        page = f"<html><body>{head}{time}{element * (len(text) // 100)}"
        tree = parse(page.encode())
        return read_stated(tree), read_times(tree, text[:100])
    return None


def address(text: str) -> object:
    with suppress(ValueError):
        return canonical_url(f"http://a.example/{text}")
    return None


def warc_fields(text: str) -> object:
    with suppress(ValueError, OSError, StopIteration):
        return record_at(BytesIO(f"WARC/1.0\r\nWARC-Type: {text}\r\n\r\n".encode()), 0)
    return None


def robots(text: str) -> object:
    return Protego.parse(f"User-agent: *\nDisallow: /{text}").can_fetch("http://a.example/" + text[:2000], "wirecrawl")


def dressed_page(text: str) -> object:
    """A page on which title, names, pictures, captions and metadata are long too."""
    url = "http://a.example/rain.html"
    head = f"<title>{text}</title><meta property='og:title' content='{text}'><meta name=author content='{text}'>"
    top = f"<h1>{text}</h1><p class=byline>{text}</p><p class=date>{text}</p><img srcset='{text}' alt='{text}'>"
    end = f"<figure><img data-src='{text}'><figcaption>{text}</figcaption></figure><noscript>{text}</noscript>"
    page = f"<html><head>{head}</head><body><article>{top}<p>It rains.</p><p>It rains on the lake.</p>{end}"
    with suppress(PageError):
        return clean(page.encode(), url)
    return None


def drafted(text: str) -> object:
    """A page of which an agency is drafted, with names and lines that are many and long."""
    url = "https://polarwire.example/2026/11/20/ice-road-opens-41877/"
    head = f"<title>Ice road opens</title><meta name=author content='Ann Bo'><link rel=alternate title='{text}'>"
    named = "<p class=byline>By Ann Bo</p><h2 class=title>Ice road opens</h2><i class=date>20 Nov 2026</i>"
    page = f"<html><head>{head}</head><body>{named * (len(text) // 100)}<div class=body-text><p>{text}</p>"
    with suppress(PageError):
        return draft(f"{page}<p>It rains on the lake.</p></div>".encode(), url, "polarwire")
    return None


def capture(text: str) -> object:
    marks = "<!-- BEGIN WAYBACK TOOLBAR INSERT --><script>__wm.wombat("
    return original_page(f"<html><head>{marks}{text}".encode(), "http://a.example/")


def charsets(text: str) -> object:
    return decode(f"<?xml encoding='{text}'?><meta charset={text}>".encode() + b"\xff" * 30)


def feed_lines(text: str) -> object:
    file = MemoryFile("a.jsonl", f'{{"id": "a:1", "text": {text}\n{text}'.encode())
    return list(read_lines([file])), list(read_checked([file]))  # type: ignore[list-item]


def addresses(before: str, name: str = "a.txt", pack: Callable[[bytes], bytes] = bytes) -> Read:
    def read(text: str) -> object:
        file = MemoryFile(name, pack((before + text).encode()))
        with suppress(ValueError, RecursionError):
            return list(read_addresses(file))  # type: ignore[arg-type]
        return None

    return read


def foreign(text: str) -> object:
    fields = "WARC-Type: response\r\nWARC-Target-URI: http://a.example/\r\nContent-Type: application/http"
    block = f"HTTP/1.1 200 OK\r\n{text}\r\n\r\n{text}".encode()
    record = f"WARC/1.0\r\n{fields}\r\nX: {text}\r\nContent-Length: {len(block)}\r\n\r\n".encode() + block
    return read_foreign(record, "http://a.example/", "https://a.example/a.warc.gz#0", datetime.now(UTC))


def plain_archive(text: str) -> object:
    record = "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://www.china.org.cn/\r\nContent-Length: "
    return read_index(MemoryFile("a.warc", f"{record}9\r\n\r\n{text}".encode()), ("xinhua",))  # type: ignore[arg-type]


def cdx_rows(text: str) -> object:
    return read_cdx(json.dumps([[*_CDX], *([[text[:9]] * 4] * (len(text) // 50))]).encode())


def ticker(text: str) -> object:
    page = f"<html><body><div>Off the wire • <a href='/a'>A</a> • {text}</div>"
    with suppress(PageError):
        return read_ticker(parse(page.encode()), "http://www.china.org.cn/a", agencies.get("xinhua"))
    return None


def related(text: str) -> object:
    """A pair of headlines, of which the later one has its words in another order."""
    return relate(text[:2000], " ".join(reversed(text[:2000].split(" "))) + " rain", "xinhua", 1.0)


_FEED = "<rss><channel><item><title>A</title>"
_CDX = ("original", "timestamp", "statuscode", "digest")
_ROW = {"url": "http://a.example/", "timestamp": "20261120120000", "status": "200", "offset": "1", "length": "1"}
_DAYS = date(2026, 1, 1), date(2026, 2, 1)
_PAGE = "<html><body><div>Off the wire • <a href='/a'>A</a>"
READERS: dict[str, Read] = {
    "author of a feed": listed("feed", f"{_FEED}<author>", "</author></item></channel></rss>"),
    "creator of a feed": listed("feed", f"{_FEED}<dc:creator>", "</dc:creator></item></channel></rss>"),
    "date of a feed": listed("feed", f"{_FEED}<pubDate>", "</pubDate></item></channel></rss>"),
    "guid of a feed": listed("feed", f"{_FEED}<guid>", "</guid></item></channel></rss>"),
    "entry of a feed": listed("feed", _FEED, ""),
    "attributes of a feed": listed("feed", "<rss ", "><channel><item><title>A</title></item></channel></rss>"),
    "entry of a sitemap": listed("sitemap", "<urlset><url>", "</url></urlset>"),
    "list in JSON": listed("json", '{"datasource":[{"title":"', '","publishUrl":"/a"}]}'),
    "page of links": listed("list", _PAGE, "</div>"),
    "address of a link": listed("list", "<html><body><a href='/", "'>A</a>"),
    "JSON-LD": loose,
    "string of JSON-LD": lambda text: loose('{"a": "' + text + '", "b": "c" d",}'),
    "time": lambda text: parse_time(text, UTC),
    "update": split_updated,
    "sentence": has_sentence,
    "end of a sentence": ends_sentence,
    "charset": lambda text: decode(text.encode("gb18030", "replace") + b"\xff"),
    "credit": agency_of_credit,
    "end of a story": agency_of_end,
    "clean text": wire.clean_text,
    "title": plain_title,
    "paragraph of a known page": known_page,
    "paragraph of an unknown page": unknown_page,
    "microdata": microdata,
    "script of JSON-LD": linked("<script type='application/ld+json'>", "</script>"),
    "header Content-Type": lambda text: decode(b"It rains\xff", f"text/html; charset={text}"),
    "header Content-Type of a list": listed_as("text/html; charset="),
    "header Retry-After": seconds_of,
    "address of a redirect": address,
    "address of a capture": lambda text: read_capture(f"http://web.archive.org/web/{text}"),
    "refresh of a page": listed("list", "<html><head><meta http-equiv=refresh content='", "'></head>"),
    "fields of a WARC record": warc_fields,
    "robots.txt": robots,
    "names and pictures of a page": dressed_page,
    "page of a new agency": drafted,
    "feed of a new agency": refused(lambda text: feed_kind(f"<rss {text}".encode(), "http://a.example/"), BadArgument),
    "markup of a capture": capture,
    "charset of a page": charsets,
    "wall": lambda text: challenge(f"<title>{text}".encode()),
    "answer of a CDX server": refused(lambda text: read_cdx(f'[["original"],["{text}'.encode()), IndexAnswerError),
    "rows of a CDX server": cdx_rows,
    "lines of an index": refused(lambda text: read_rows(f'{{"url": "a"}}\n{text}'.encode()), IndexAnswerError),
    "line of an index": lambda text: list(read_rows(json.dumps({**_ROW, "filename": text}).encode())),
    "crawls of an index": refused(lambda text: crawls_of(f'[{{"id": "{text}'.encode(), *_DAYS), IndexAnswerError),
    "name of a crawl": lambda text: crawls_of(json.dumps([{"id": f"CC-MAIN-{text}"}]).encode(), *_DAYS),
    "pages of an index": refused(lambda text: read_pages(f'{{"pages": {text}'.encode()), IndexAnswerError),
    "list of addresses": addresses(""),
    "list of addresses in JSON": addresses('[["original"],["'),
    "list of addresses, packed": addresses("{", "a.gz", gzip.compress),
    "record of another archive": refused(foreign, ArchiveError),
    "plain WARC file": plain_archive,
    "line of a feed": feed_lines,
    "digest": lambda text: differs(b"", f"sha256:{text}"),
    "codings": refused(lambda text: decode_body(b"<p>Rain</p>", text, f"gzip,{text}"), BodyError),
    "link on a page": refused(lambda text: join("http://a.example/a/", text), ValueError),
    "address of a line in an index": refused(lambda text: surt(f"http://a.example/{text}"), ValueError),
    "headlines that are compared": related,
    "headline that is compared": lambda text: read_line(text[:2000], "xinhua"),
    "text that is looked up": text_keys,
    "ticker of a page": ticker,
    "time from now": lambda text: parse_relative(text, datetime.now(UTC), UTC, None),
    "day": read_day,
    "place": begins_with_place,
    "name of a fixture": lambda text: (case_name(f"http://a.example/{text}"), fixture_name(text)),
    "name of a second page": lambda text: names_page(text.encode(), later_page_name(f"http://a.example/{text}", 2)),
    "JSON for a terminal": lambda text: escaped_bytes(text.encode()),
    "text for a terminal": printable,
    "links of the feed of a new agency": refused(
        lambda text: feed_line(f"<rss>{text}".encode(), agencies.get("tass")), PageError
    ),
    "paragraphs that repeat": lambda text: repeated_in([short_paragraphs("a:1", "a", "a", text.replace(" ", "\n\n"))]),
    "changed paragraphs": lambda text: list(paragraph_diff(text.split(" "), text.split("a"))),
    **{f"marks of {name}": partial(read_marks, table=wire.table(name)) for name in ("xinhua", "ap", "dpa")},
}
