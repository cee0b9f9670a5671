"""One reader for each kind of list, one result for all.

Whatever a list holds, reading it raises nothing but PageError: an entry that cannot be read is left out and named in
`Listing.unread`, and a list that cannot be read is a PageError that names its address.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from itertools import islice

from lxml import html

from wirecrawl.errors import BodyError, PageError
from wirecrawl.news.agencies import Agency, Link, SourceKind, classify
from wirecrawl.news.discovery.feeds import (
    CutList,
    Entry,
    FeedEntry,
    data_kind,
    is_sitemap_index,
    read_feed,
    read_sitemap,
)
from wirecrawl.news.discovery.json_lists import read_json
from wirecrawl.news.discovery.webpage import anchors_saying, data_sources, page_anchors, page_items, refreshes
from wirecrawl.news.markup.base import base_of
from wirecrawl.news.markup.decode import parse
from wirecrawl.news.markup.select import PageText
from wirecrawl.news.markup.ticker import ticker_lines
from wirecrawl.news.markup.times import parse_time
from wirecrawl.news.wire import fold_space
from wirecrawl.web.bodies import unpack_gzip
from wirecrawl.web.urls import canonical_url, join

_PACKINGS = 3  # one inside the other
_MOST_ENTRIES = 50_000  # of a list, by the sitemap protocol
_LONGEST_LINE = 2000  # characters of a headline
_LONGEST_TIME = 100  # characters that are searched for a time
_NAMED = 20  # entries that could not be read, in a report
_READERS: dict[str, Callable[[bytes, str, str | None, str], Iterable[Entry]]] = {
    "json": read_json,
    "feed": read_feed,
    "sitemap": read_sitemap,
}


@dataclass(frozen=True, slots=True)
class ListItem:
    """A link or a ticker line as a page shows it. `link` is None for a ticker line without one.

    `text` is the line as printed ("" for a bare link); `headline` is true where it is a line of a list or
    ticker and so a headline; `published` is the time printed beside it, ISO 8601; `modified` is the time of its last
    change where the list states one (<lastmod> of a sitemap, <updated> of a feed); `wire_list` marks links to lists
    that are followed from any page.
    """

    link: Link | None
    text: str = ""
    headline: bool = False
    published: str | None = None
    wire_list: bool = False
    modified: str | None = None


@dataclass
class Listing:
    """What one page shows, in its order; `ticker` top to bottom; `unread` names entries that could not be read.

    `cut`: the server sent a part of it alone, so that it is no answer to ask whether it has changed.
    """

    seen: list[ListItem] = field(default_factory=list)
    ticker: list[ListItem] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    cut: bool = False


def read_listing(body: bytes, url: str, agency: Agency, kind: SourceKind, content_type: str | None = None) -> Listing:
    """Links and headlines of a page of any kind; an article page is read as `start` for its links and ticker.

    A page that is data by its first bytes is read as what it is, unless JSON was expected or XML is JSON. Raises
    PageError, naming the address, when the bytes are not what `kind` says, or cannot be read.
    """
    try:
        body = unpacked(body, url)
        kind = _kind_of(body, kind)
        if kind in _READERS:
            return _read_data(body, url, agency, kind, content_type)
        return _read_page(parse(body, content_type, name=url, usual=agency.charset), url, agency, kind)
    except PageError:
        raise
    except Exception as error:  # what a parser raises must end no run
        raise _unreadable(url, error) from error


def read_ticker(tree: html.HtmlElement, url: str, agency: Agency) -> Listing:
    """What a story page shows of others: its ticker, and the lists that are followed from any page.

    Its other links lead to old stories, and are not even classed. Raises nothing: what is wrong with a ticker costs no
    story, and is named in `unread`.
    """
    try:
        page, base, followed = PageText(tree), base_of(tree, url), agency.lists_anywhere
        listing = Listing()
        found = anchors_saying(page, followed) if followed else ()
        listing.seen = list(_merge(line for line in _lines(found, base, agency, listing) if line.wire_list))
        listing.ticker = _ticker(page, base, agency, listing)
        return listing
    except Exception as error:  # what a parser raises must end no run
        return Listing(unread=[f"ticker: {type(error).__name__}: {str(error)[:200]}"])


def unpacked(body: bytes, url: str) -> bytes:
    """A list that is a gzipped file, as sitemaps are, also one of several members or packed twice.

    Raises PageError for what cannot be unpacked, or is larger than 10 MiB then.
    """
    try:
        for _ in range(_PACKINGS):
            body = unpack_gzip(body)
    except BodyError as error:
        raise PageError(url, f"not a sitemap or other list; as a gzip file it is {error}") from error
    return body


def _unreadable(url: str, error: Exception) -> PageError:
    return PageError(url, f"cannot be read ({type(error).__name__}: {str(error)[:200]})")


def _kind_of(body: bytes, kind: SourceKind) -> SourceKind:
    """How a list is read: as what it is by its first bytes, where that is possible for its kind."""
    found = data_kind(body)
    if kind in ("start", "list"):
        return found or kind
    jsonfeed = kind == "feed" and found == "json" and b"jsonfeed.org/" in body[:2048]
    return found if found and (jsonfeed or "json" not in (found, kind)) else kind


def _read_data(body: bytes, url: str, agency: Agency, kind: SourceKind, content_type: str | None) -> Listing:
    listing = Listing()
    entries = list(islice(_READERS[kind](body, url, content_type, agency.charset), _MOST_ENTRIES + 1))
    if len(entries) > _MOST_ENTRIES:
        listing.unread.append(f"more than {_MOST_ENTRIES} entries: those behind the first {_MOST_ENTRIES} are left out")
        del entries[_MOST_ENTRIES:]
    if kind == "sitemap" and is_sitemap_index(body):
        listing.seen = list(_merge(_each(entries, lambda line: _sitemap(line, url), listing)))
        return listing
    seen = _each(entries, lambda line: _seen(line, url, agency, headline=True, utc=kind == "feed"), listing)
    listing.seen = list(_merge(seen))
    return listing


def _sitemap(line: FeedEntry, url: str) -> ListItem | None:
    return ListItem(Link(canonical_url(join(url, line.url)), "list", source="sitemap")) if line.url else None


def _each(
    entries: Iterable[Entry], read: Callable[[FeedEntry], ListItem | None], listing: Listing
) -> Iterator[ListItem]:
    """Each entry that can be read; the others are named, and cost themselves alone."""
    for number, entry in enumerate(entries, 1):
        try:
            item = read(entry())
        except CutList as error:
            listing.cut = True
            listing.unread.insert(0, str(error))
            continue
        except Exception as error:  # whatever one entry of foreign bytes raises is about this entry
            if len(listing.unread) < _NAMED:
                listing.unread.append(f"entry {number}: {type(error).__name__}: {str(error)[:200]}")
            continue
        if item is not None:
            yield item


def _lines(
    lines: Iterable[FeedEntry], base: str, agency: Agency, listing: Listing, *, headline: bool = False
) -> Iterator[ListItem]:
    """The lines of a page, each read alone."""
    entries: Iterator[Entry] = ((lambda line=line: line) for line in lines)  # type: ignore[misc]
    return _each(entries, lambda line: _seen(line, base, agency, headline=headline), listing)


def _ticker(page: PageText, base: str, agency: Agency, listing: Listing) -> list[ListItem]:
    lines = (FeedEntry(href or "", text) for text, href in ticker_lines(page, agency.tickers))
    return list(_lines(lines, base, agency, listing, headline=True))


def _read_page(tree: html.HtmlElement, url: str, agency: Agency, kind: SourceKind) -> Listing:
    listing, base, is_list = Listing(), base_of(tree, url), kind == "list"
    items = list(page_items(tree, agency)) if is_list else []
    seen = [*_lines(items, base, agency, listing, headline=True)]
    seen += _lines(page_anchors(tree), base, agency, listing, headline=is_list and not items)
    seen += _lines([*data_sources(tree), *refreshes(tree)], base, agency, listing)
    listing.seen = list(_merge(seen))
    listing.ticker = _ticker(PageText(tree), base, agency, listing)
    return listing


def _seen(line: FeedEntry, base: str, agency: Agency, *, headline: bool = False, utc: bool = False) -> ListItem | None:
    """A line with its address resolved and classed; None for mailto:, javascript: and broken addresses."""
    text = fold_space(line.text[:_LONGEST_LINE]).encode("utf-8", "replace").decode()  # JSON can hold half a surrogate
    link = None
    if line.url:
        try:
            link = classify(join(base, line.url), agency)
        except ValueError:
            return None
    is_headline = bool(text) and headline and (link is None or link.kind == "article")
    followed = bool(
        link and link.kind == "list" and agency.lists_anywhere and agency.lists_anywhere.pattern.search(text)
    )
    published = _time(line.published, agency, utc=utc)
    modified = published if line.modified == line.published else _time(line.modified, agency, utc=utc)
    return ListItem(link, text, is_headline, published, followed, modified)


def _time(printed: str | None, agency: Agency, *, utc: bool) -> str | None:
    """A time in ISO 8601; with `utc` one whose zone is printed in UTC, as feeds have always been read."""
    found = parse_time(printed[:_LONGEST_TIME], agency.clock) if printed else None
    if found and utc and not found.zone_assumed:
        return datetime.fromisoformat(found.iso).astimezone(UTC).isoformat()
    return found.iso if found else None


def _merge(lines: Iterable[ListItem]) -> Iterator[ListItem]:
    """One entry an address: the first place, the longest text among its headlines, any time printed."""
    merged: dict[str, ListItem] = {}
    for line in lines:
        if line.link is not None:
            old = merged.get(line.link.url)
            merged[line.link.url] = _better(old, line) if old else line
    return iter(merged.values())


def _better(old: ListItem, new: ListItem) -> ListItem:
    fuller = max(old, new, key=lambda line: (line.headline, len(line.text)))
    return replace(
        fuller,
        published=old.published or new.published,
        modified=max(filter(None, (old.modified, new.modified)), default=None),
        wire_list=old.wire_list or new.wire_list,
    )
