"""Lists that are data: the JSON behind a list page, RSS and Atom, the news sitemap."""

import calendar
import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from typing import Any, NamedTuple

from lxml import etree

from wirecrawl.errors import PageError
from wirecrawl.news.agencies import SourceKind

_HEAD = 2048  # the root element stands behind a declaration, a comment or a stylesheet
_ROOTS: dict[str, SourceKind] = {
    "rss": "feed",
    "feed": "feed",
    "rdf": "feed",
    "urlset": "sitemap",
    "sitemapindex": "sitemap",
}
_ZONE = re.compile(r"(?:[+-]\d\d:?\d\d|[A-Za-z])\s*$")  # +0900, Z, GMT, EST
# Nothing is given back once it is matched (*+): a page of empty comments must not be tried in every way there is.
_ROOT = re.compile(
    rb"\A(?>(?:<!--.*?-->|<[?!](?!--)[^>]*+>)\s*+)*+<(rss|feed|rdf|urlset|sitemapindex)\b", re.IGNORECASE | re.DOTALL
)


class FeedEntry(NamedTuple):
    """An address as printed (may be relative), the words and the time beside it."""

    url: str
    text: str = ""
    published: str | None = None


def data_kind(body: bytes) -> SourceKind | None:
    """What kind of data a page is by its first bytes, None for HTML.

    >>> data_kind(b"<?xml version='1.0'?><rss version='2.0'>")
    'feed'
    """
    head = body[:_HEAD].removeprefix(b"\xef\xbb\xbf").lstrip()
    if head[:1] in (b"{", b"["):
        return "json"
    root = _ROOT.search(head) if head[:1] == b"<" else None
    return (_ROOTS[root[1].lower().decode()]) if root else None


def is_sitemap_index(body: bytes) -> bool:
    """Whether a sitemap lists other sitemaps."""
    return b"<sitemapindex" in body[:_HEAD].lower()


def read_json(body: bytes, url: str) -> Iterator[FeedEntry]:
    """Items of a news.cn data source: {"datasource": [{"title", "publishUrl", "publishTime", ...}]}.

    publishTime is the clock of the site without a zone. Raises PageError when it is not such a list.
    """
    try:
        items = json.loads(body)["datasource"]
        rows = [item for item in items if isinstance(item, dict) and item.get("publishUrl")]
        if items and not rows:
            raise ValueError("no item has a publishUrl")
        return iter([_json_line(row) for row in rows])
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise PageError(url, f"not a list of stories in JSON ({error!r}); has the site changed it?") from error


def _json_line(item: dict[str, Any]) -> FeedEntry:
    title = str(item.get("title") or item.get("showTitle") or "")
    return FeedEntry(str(item["publishUrl"]), _without_tags(title), str(item.get("publishTime") or "") or None)


def _without_tags(title: str) -> str:
    """Search answers put <em> around the words that were asked for."""
    return "".join(etree.HTML(f"<p>{title}</p>").itertext()) if "<" in title else title


def read_feed(body: bytes, url: str) -> Iterator[FeedEntry]:
    """Entries of an RSS or Atom feed, times in UTC, or as printed where they have no zone.

    Raises PageError when there is no feed in the bytes.
    """
    import feedparser  # only where there is a feed: it takes 20 ms of each start

    parsed = feedparser.parse(BytesIO(body), sanitize_html=False)
    if not parsed.get("version"):
        raise PageError(url, "not an RSS or Atom feed; has the site changed it?")
    return (FeedEntry(entry.get("link", ""), entry.get("title", ""), _time(entry)) for entry in parsed.entries)


def _time(entry: Any) -> str | None:
    """The time of an entry. One without a zone has the agency's clock, which feedparser takes for UTC or refuses."""
    name = next((name for name in ("published", "updated") if name in entry), None)
    if not name:
        return None
    printed, moment = str(entry[name]), entry[f"{name}_parsed"]
    return (
        datetime.fromtimestamp(calendar.timegm(moment), UTC).isoformat()
        if moment and _ZONE.search(printed)
        else printed
    )


def read_sitemap(body: bytes, url: str) -> Iterator[FeedEntry]:
    """Addresses of a sitemap (with news:title and news:publication_date) or of a sitemap index.

    Entities are not resolved and nothing is loaded. Raises PageError when it is not XML.
    """
    try:
        root = etree.fromstring(body, etree.XMLParser(resolve_entities=False, no_network=True, recover=True))
    except etree.XMLSyntaxError as error:
        raise PageError(url, f"not a sitemap ({error}); has the site changed it?") from error
    if root is None or etree.QName(root).localname not in ("urlset", "sitemapindex"):
        raise PageError(url, "not a sitemap; has the site changed it?")
    return (_sitemap_line(entry) for entry in root if isinstance(entry.tag, str))


def _sitemap_line(entry: Any) -> FeedEntry:
    """loc and lastmod of the entry itself, title and date of its news part; pictures have locs and titles too."""
    own = {etree.QName(node).localname: node for node in entry if isinstance(node.tag, str)}
    news = {etree.QName(node).localname: node.text for node in own.get("news", ()) if isinstance(node.tag, str)}
    loc, changed = (own[name].text if name in own else None for name in ("loc", "lastmod"))
    return FeedEntry(loc or "", news.get("title") or "", news.get("publication_date") or changed)
