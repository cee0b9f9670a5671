"""One reader for each kind of list, one result for all."""

import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from urllib.parse import urljoin

from lxml import html

from wirecrawl.errors import PageError
from wirecrawl.news.agencies import Agency, Link, SourceKind, classify
from wirecrawl.news.discovery.feeds import FeedEntry, data_kind, is_sitemap_index, read_feed, read_json, read_sitemap
from wirecrawl.news.discovery.webpage import anchors_saying, data_sources, page_anchors, page_items
from wirecrawl.news.markup.decode import parse
from wirecrawl.news.markup.select import PageText
from wirecrawl.news.markup.ticker import ticker_lines
from wirecrawl.news.markup.times import parse_time
from wirecrawl.news.wire import fold_space
from wirecrawl.web.urls import canonical_url

_LARGEST = 50 * 1024 * 1024  # bytes of a sitemap, by the sitemap protocol
_READERS: dict[str, Callable[[bytes, str], Iterable[FeedEntry]]] = {
    "json": read_json,
    "feed": read_feed,
    "sitemap": read_sitemap,
}


@dataclass(frozen=True, slots=True)
class ListItem:
    """A link or a ticker line as a page shows it. `link` is None for a ticker line without one.

    `text` is the line as printed ("" for a bare link); `headline` is true where it is a line of a list or
    ticker and so a headline; `published` is the time printed beside it, ISO 8601; `wire_list` marks links
    to lists that are followed from any page.
    """

    link: Link | None
    text: str = ""
    headline: bool = False
    published: str | None = None
    wire_list: bool = False


@dataclass
class Listing:
    """What one page shows, in its order; `ticker` top to bottom."""

    seen: list[ListItem] = field(default_factory=list)
    ticker: list[ListItem] = field(default_factory=list)


def read_listing(body: bytes, url: str, agency: Agency, kind: SourceKind, content_type: str | None = None) -> Listing:
    """Links and headlines of a page of any kind; an article page is read as `start` for its links and ticker.

    A page that was taken for HTML but is data by its first bytes is read as what it is. Raises PageError,
    naming the address, when the bytes are not what `kind` says.
    """
    body = _unpacked(body, url)
    kind = data_kind(body) or kind if kind in ("start", "list") else kind
    if kind not in _READERS:
        return _read_page(parse(body, content_type, name=url, usual=agency.charset), url, agency, kind)
    lines = list(_READERS[kind](body, url))
    if kind == "sitemap" and is_sitemap_index(body):
        return Listing(
            [ListItem(Link(canonical_url(line.url), "list", source="sitemap")) for line in lines if line.url]
        )
    return Listing(list(_merge(_seen(line, url, agency, headline=True) for line in lines)))


def read_ticker(tree: html.HtmlElement, url: str, agency: Agency) -> Listing:
    """What a story page shows of others: its ticker, and the lists that are followed from any page.

    Its other links lead to old stories, and are not even classed.
    """
    followed = agency.lists_anywhere
    page = PageText(tree)
    seen = [_seen(line, url, agency) for line in anchors_saying(page, followed)] if followed else []
    return Listing(list(_merge(line for line in seen if line and line.wire_list)), _ticker(page, url, agency))


def _ticker(page: PageText, url: str, agency: Agency) -> list[ListItem]:
    lines = ticker_lines(page, agency.tickers)
    seen = (_seen(FeedEntry(href or "", text), url, agency, headline=True) for text, href in lines)
    return [line for line in seen if line is not None]


def _unpacked(body: bytes, url: str) -> bytes:
    """A list that is a gzipped file, as sitemaps are; what is larger than a page may be is refused."""
    if not body.startswith(b"\x1f\x8b"):
        return body
    try:
        unpacked = zlib.decompressobj(wbits=31).decompress(body, _LARGEST)
    except zlib.error as error:
        raise PageError(f"{url}: not a sitemap or other list; not readable as gzip ({error})") from error
    if len(unpacked) == _LARGEST:
        raise PageError(f"{url}: unpacks to more than {_LARGEST} bytes; refused")
    return unpacked


def _read_page(tree: html.HtmlElement, url: str, agency: Agency, kind: SourceKind) -> Listing:
    is_list = kind == "list"
    items = list(page_items(tree, agency)) if is_list else []
    anchors = list(page_anchors(tree))
    seen = [_seen(line, url, agency, headline=True) for line in items]
    seen += [_seen(line, url, agency, headline=is_list and not items) for line in anchors]
    seen += [_seen(FeedEntry(address), url, agency) for address in data_sources(tree)]
    return Listing(list(_merge(seen)), _ticker(PageText(tree), url, agency))


def _seen(line: FeedEntry, base: str, agency: Agency, *, headline: bool = False) -> ListItem | None:
    """A line with its address resolved and classed; None for mailto:, javascript: and broken addresses."""
    text = fold_space(line.text).encode("utf-8", "replace").decode()  # JSON can hold half a surrogate
    link = None
    if line.url:
        try:
            link = classify(urljoin(base, line.url.strip()), agency)
        except ValueError:
            return None
    printed = parse_time(line.published, agency.clock) if line.published else None
    is_headline = bool(text) and headline and (link is None or link.kind == "article")
    followed = bool(
        link and link.kind == "list" and agency.lists_anywhere and agency.lists_anywhere.pattern.search(text)
    )
    return ListItem(link, text, is_headline, printed.iso if printed else None, followed)


def _merge(lines: Iterable[ListItem | None]) -> Iterator[ListItem]:
    """One entry an address: the first place, the longest text among its headlines, any time printed."""
    merged: dict[str, ListItem] = {}
    for line in lines:
        if line is None or line.link is None:
            continue
        old = merged.get(line.link.url)
        merged[line.link.url] = _better(old, line) if old else line
    return iter(merged.values())


def _better(old: ListItem, new: ListItem) -> ListItem:
    fuller = max(old, new, key=lambda line: (line.headline, len(line.text)))
    return replace(fuller, published=old.published or new.published, wire_list=old.wire_list or new.wire_list)
