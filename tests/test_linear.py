"""What reads foreign text takes time in proportion to its length: every pattern and every public reader.

Each gets its own worst inputs, and the exponent with which its time grows is measured within one process. A machine
that is slow or busy changes every time, and the exponent hardly.
"""

import re
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC
from functools import cache, partial
from importlib import import_module
from io import BytesIO
from operator import attrgetter
from typing import Any

import pytest
from protego import Protego

from tests.support import attackers, patterns
from tests.support.growth import STEEP, slope
from wirecrawl.errors import PageError
from wirecrawl.news import agencies, wire
from wirecrawl.news.agencies import SourceKind
from wirecrawl.news.cleaning.clean import clean
from wirecrawl.news.cleaning.linked_data import linked_article
from wirecrawl.news.cleaning.metadata import read_stated
from wirecrawl.news.cleaning.page_times import read_times
from wirecrawl.news.discovery import read_listing
from wirecrawl.news.discovery.titles import plain_title
from wirecrawl.news.markup import decode, loose_json, parse_time, split_updated
from wirecrawl.news.markup.decode import parse
from wirecrawl.news.markup.sentences import ends_sentence, has_sentence
from wirecrawl.news.wire.credit import agency_of_credit, agency_of_end, take_name
from wirecrawl.storage.archive.record_reader import record_at
from wirecrawl.web.captures import read_capture
from wirecrawl.web.host_rules import seconds_of
from wirecrawl.web.urls import canonical_url

ROOMS = ("news", "storage", "run", "web", "utils", "audit", "drafting")
# Patterns whose time may grow faster, since they are applied to short text only: where its length is checked.
BOUNDED = {
    "news.cleaning.not_story._GONE_TEXT": "news.cleaning.not_story._SHORT",
    "news.wire.byline._CAPITALS": "news.wire.dateline.REACH",
    "news.wire.credit._SPLIT": "news.wire.credit._LONGEST",
}
LONGEST_BOUND = 2000  # characters


@cache
def every_pattern() -> dict[str, Any]:
    """The patterns, also those that are made from the tables of agencies when a page is read."""
    for table in wire.all_tables().values():
        read_marks("A (B) c.", table)
    return patterns.compiled(*ROOMS)


def read_marks(text: str, table: wire.Table) -> None:
    """All that a table says of the marks of wire copy."""
    wire.parse_headline(text, table)
    wire.parse_dateline(text, table, None)
    for read in (wire.parse_byline, wire.parse_closing_credit, wire.parse_editor, wire.parse_caption, wire.is_note):
        read(text, table)
    for end in (wire.is_trailer, wire.parse_names, wire.take_end_mark):
        end(text, table)
    take_name(text, table)


def steepest(work: Callable[[str], object], pattern: str | None = None) -> tuple[float, str]:
    """The first slope that is steep, with the input that made it so; else that of the last."""
    found = 0.0, ""
    for name, make in (*(attackers.for_pattern(pattern) if pattern else ()), *attackers.general()):
        found = slope(work, make), name
        if found[0] > STEEP:
            break
    return found


def source_of(pattern: Any) -> str:
    source = pattern.pattern
    return source if isinstance(source, str) else source.decode("latin-1")


def test_every_pattern_takes_time_in_proportion_to_the_text() -> None:
    found = {name: one for name, one in every_pattern().items() if name not in BOUNDED}
    assert len(found) > 300  # else they are not found
    slopes = {
        name: steepest(patterns.applied(one, patterns.use_of(name)), source_of(one)) for name, one in found.items()
    }
    assert {name: one for name, one in slopes.items() if one[0] > STEEP} == {}


@pytest.mark.parametrize("name", BOUNDED)
def test_a_pattern_with_a_bound_is_there_and_needs_it(name: str) -> None:
    module, bound = BOUNDED[name].rsplit(".", 1)
    assert attrgetter(bound)(import_module(f"wirecrawl.{module}")) <= LONGEST_BOUND
    one = every_pattern()[name]
    assert steepest(patterns.applied(one, patterns.use_of(name)), source_of(one))[0] > STEEP


@pytest.mark.parametrize(
    ("work", "unit", "steep"),
    [
        (lambda text: text.count("a"), "a", False),
        (lambda text: re.findall("a+b", text), "a", True),
    ],
)
def test_the_measure_tells_a_steep_slope(work: Callable[[str], object], unit: str, steep: bool) -> None:
    assert (slope(work, lambda size: unit * size) > STEEP) is steep


def listed(kind: SourceKind, before: str, behind: str, agency: str = "xinhua") -> Callable[[str], object]:
    def read(text: str) -> object:
        with suppress(PageError):
            return read_listing(
                f"{before}{text}{behind}".encode(), "http://www.china.org.cn/a", agencies.get(agency), kind
            )
        return None

    return read


def listed_as(kind: str) -> Callable[[str], object]:
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


def linked(before: str, behind: str) -> Callable[[str], object]:
    def read(text: str) -> object:
        with suppress(PageError):
            return linked_article(parse(f"<html><body>{before}{text}{behind}".encode()), "http://a.example/rain.html")
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


_FEED = "<rss><channel><item><title>A</title>"
_PAGE = "<html><body><div>Off the wire • <a href='/a'>A</a>"
READERS: dict[str, Callable[[str], object]] = {
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
    **{f"marks of {name}": partial(read_marks, table=wire.table(name)) for name in ("xinhua", "ap", "dpa")},
}
# What repeats in the worst inputs of feeds, lists, JSON-LD and times.
_UNITS = (
    *("<item>", "<x>", "<!--", "<![CDATA[", "&amp;", "&", "&#55357;", "&lt;b ", "<a:b>", "<b ", "<div>", "<a href=b>"),
    *("Off the wire • ", '{"a":', "[", '\\\\"', '", "', "2026-11-20 ", "12:30 ", "20 Nov ", "Editor: ", "(Xinhua) -- "),
    *("By A B, ", "。", "a='' ", "</body", "//", "../", "%41", "?a&", ";sid"),
)


@pytest.mark.parametrize("reader", READERS)
def test_every_reader_takes_time_in_proportion_to_its_input(reader: str) -> None:
    work = READERS[reader]
    units = [(repr(unit), attackers.repeated("", unit, "")) for unit in _UNITS]
    made = units[::8] if work is unknown_page else [*units, *attackers.general()]  # the fallback takes seconds for all
    slopes = {name: slope(work, make) for name, make in made}
    assert {name: one for name, one in slopes.items() if one > STEEP} == {}
