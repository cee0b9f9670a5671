"""Lists that are data: RSS and Atom, sitemaps, the JSON behind a list page, JSON Feed."""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from lxml import etree

from wirecrawl.errors import PageError
from wirecrawl.news.agencies import SourceKind
from wirecrawl.news.discovery.titles import plain_title
from wirecrawl.news.discovery.xml_entries import Part, XmlList, parse_entry, part_of, read_xml_list, root_of
from wirecrawl.news.markup.loose_json import is_call
from wirecrawl.web.urls import join

_ROOTS: dict[str, SourceKind] = {
    "rss": "feed",
    "feed": "feed",
    "rdf": "feed",
    "urlset": "sitemap",
    "sitemapindex": "sitemap",
}
_CALL = 200  # bytes; a list in JSON may be the argument of a function, whose name stands before it
_PUBLISHED = ("pubdate", "published", "issued", "date", "created")
_MODIFIED = ("updated", "modified", "lastmod")
_FIELDS = {"title", "link", "guid", "id", "description", "summary", "content", *_PUBLISHED, *_MODIFIED}


class FeedEntry(NamedTuple):
    """An address as printed (may be relative), the words beside it, when it was published and changed, as printed."""

    url: str
    text: str = ""
    published: str | None = None
    modified: str | None = None


class CutList(ValueError):
    """A list ends before its end; what was behind is missing."""


# One entry of a list, read only when it is asked for, so that what is raised then is about this entry alone.
Entry = Callable[[], FeedEntry]


def data_kind(body: bytes) -> SourceKind | None:
    """What kind of data a page is by its first bytes, None for HTML.

    >>> data_kind(b"<?xml version='1.0'?><rss version='2.0'>")
    'feed'
    """
    head = body[:8].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xfe\xff \t\r\n") or body[:2048].strip()
    if head[:1] in (b"{", b"[") or is_call(body[:_CALL].decode("latin-1")):
        return "json"
    root = root_of(body)
    return _ROOTS[root] if root else None


def is_sitemap_index(body: bytes) -> bool:
    """Whether a sitemap lists other sitemaps."""
    return root_of(body) == "sitemapindex"


def read_feed(body: bytes, url: str, content_type: str | None = None, usual: str = "") -> Iterator[Entry]:
    """Entries of an RSS or Atom feed; `usual` is the charset of the site's pages that state none.

    Raises PageError when there is no feed in the bytes.
    """
    feed = read_xml_list(body, content_type, usual)
    if feed is None or _ROOTS[feed.root] != "feed":
        raise PageError(url, "not an RSS or Atom feed; has the site changed it?")
    return _entries(feed, _feed_entry, "item", "entry")


def read_sitemap(body: bytes, url: str, content_type: str | None = None, usual: str = "") -> Iterator[Entry]:
    """Addresses of a sitemap (with news:title and news:publication_date) or of a sitemap index, or of one that is text.

    Nothing is loaded. `usual` is as in `read_feed`. Raises PageError when it is none of them.
    """
    sitemap = read_xml_list(body, content_type, usual)
    if sitemap and _ROOTS[sitemap.root] == "sitemap":
        return _entries(sitemap, _sitemap_entry, "url", "sitemap")
    lines = body.removeprefix(b"\xef\xbb\xbf").split()
    if not lines or not all(line.lower().startswith((b"http://", b"https://")) for line in lines[:1]):
        raise PageError(url, "not a sitemap; has the site changed it?")
    return (_later(_text_entry, line.decode("utf-8", "replace"), None) for line in lines)


def _entries(found: XmlList, read: "Callable[[str, XmlList | None], FeedEntry]", *names: str) -> Iterator[Entry]:
    """The entries of a list, each of which is read later; one that was cut ends with an entry that says so."""
    yield from (_later(read, markup, found) for markup in found.entries(*names))
    if found.is_cut:
        yield cut_here


def cut_here() -> FeedEntry:
    """The entry behind the last one of a list that was cut. Raises CutList."""
    raise CutList("the list was cut off by its server; what is behind is missing")


def _later(read: "Callable[[str, XmlList | None], FeedEntry]", markup: str, around: XmlList | None) -> Entry:
    return lambda: read(markup, around)


def _text_entry(line: str, _: XmlList | None) -> FeedEntry:
    return FeedEntry(line)


def _feed_entry(markup: str, feed: XmlList | None) -> FeedEntry:
    entry, *parts = parse_entry(markup)
    sources = {inner for part in parts if part.name == "source" for inner in part.element.iter(etree.Element)}
    parts = [part for part in parts if part.element not in sources]  # the feed that the entry was taken from
    own = [part for part in parts if part.prefix == entry.prefix]
    base = entry.element.get("{http://www.w3.org/XML/1998/namespace}base") or (feed.base if feed else "")
    address, title = _link(own, parts), _first(own, ("title",)) or _first(parts, ("title",))
    published, modified = _first(parts, _PUBLISHED), _first(parts, _MODIFIED)
    return FeedEntry(
        join(base, address) if address and base.startswith("http") else address,
        plain_title(title or ""),
        published or modified,
        modified,
    )


def _link(own: list[Part], parts: list[Part]) -> str:
    """The address of an entry: its link, a link of Atom within RSS, or the id where that is an address."""
    links = [part.element for part in parts if part.name == "origlink"]  # beside that of a service that counts readers
    links += [part.element for part in own if part.name == "link"]
    links += [part.element for part in parts if part.name == "link" and part.prefix in ("atom", "a10")]
    texts = [_text(link) for link in links]
    hrefs = [link.get("href", "") for link in links if link.get("rel", "alternate").lower() == "alternate"]
    ids = [_text(part.element) for part in own if part.name in ("guid", "id") and _is_permanent(part.element)]
    addresses = (one for one in ids if one.lower().startswith(("http://", "https://", "/")))
    return next(filter(None, (*texts, *hrefs, *addresses)), "")


def _is_permanent(identity: etree._Element) -> bool:
    return identity.get("isPermaLink", "true").strip().lower() != "false"


def _sitemap_entry(markup: str, _: XmlList | None) -> FeedEntry:
    """loc and lastmod of the entry itself, title and date of its news part; pictures have locs and titles too."""
    entry, *parts = parse_entry(markup)
    own = [part for part in parts if part.prefix == entry.prefix]
    prefixes = {part.prefix for part in parts if part.name == "news"}
    news = [part for part in parts if part.prefix in prefixes]
    changed = _first(own, ("lastmod",))
    published, title = (_first(news, (name,)) for name in ("publication_date", "title"))
    return FeedEntry(_first(own, ("loc",)) or "", plain_title(title or ""), published or changed, changed)


def _first(parts: Iterable[Part], names: tuple[str, ...]) -> str | None:
    """The text of the first element of the first of some names that has one."""
    found: dict[str, str] = {}
    for part in parts:
        if part.name in names and part.name not in found and (text := _text(part.element)):
            found[part.name] = text
    return next((found[name] for name in names if name in found), None)


def _text(element: etree._Element) -> str:
    """The text of an element, up to the next field of the entry: one that a broken tag left within it."""
    if len(element) == 0:
        return (element.text or "").strip()
    pieces: list[str] = []
    for event, inner in etree.iterwalk(element, events=("start", "end")):
        if event == "start" and inner is not element and part_of(inner).name in _FIELDS:
            break
        pieces.append((inner.text if event == "start" else inner.tail if inner is not element else None) or "")
    return "".join(pieces).strip()
