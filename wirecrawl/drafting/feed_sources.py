"""Proposes where crawls of a new agency start: the named feed or sitemap, the feed of the page, or the home page."""

from urllib.parse import urlsplit

from lxml import html

from wirecrawl.errors import BadArgument
from wirecrawl.news.agencies import Agency, Source, SourceKind
from wirecrawl.news.discovery import read_listing
from wirecrawl.news.discovery.feeds import data_kind
from wirecrawl.utils.terminal import counted
from wirecrawl.web.urls import canonical_url, join

_FEED_TYPES = ("application/rss+xml", "application/atom+xml")


def feed_kind(body: bytes, url: str) -> SourceKind:
    """Return the kind of a named feed by its content: feed (RSS, Atom) or sitemap. Raises BadArgument for others.

    >>> feed_kind(b"<rss version='2.0'>", "https://polarwire.example/rss.xml")
    'feed'
    """
    kind = data_kind(body)
    if kind not in ("feed", "sitemap"):
        raise BadArgument(f"--feed {url}: neither RSS, Atom nor a sitemap; name one, or leave --feed out")
    return kind


def kind_by_name(url: str) -> SourceKind:
    """Return the kind of a feed that was not read, by its address.

    >>> kind_by_name("https://polarwire.example/news-sitemap.xml")
    'sitemap'
    """
    return "sitemap" if "sitemap" in urlsplit(url).path.lower() else "feed"


def linked_source(tree: html.HtmlElement, url: str) -> tuple[Source, str]:
    """Return the feed that a page links to, else its home page as a list, with the reason."""
    for link in filter(_is_feed, tree.iter("link")):
        try:
            feed = canonical_url(join(url, link.get("href") or ""))
        except ValueError:
            continue
        return Source(feed, "feed"), "the page links to it as its feed"
    return Source(canonical_url(join(url, "/")), "list"), "the page links to no feed: its home"


def _is_feed(link: html.HtmlElement) -> bool:
    """Whether a link element leads to a feed of stories, not of comments."""
    words = f"{link.get('href')} {link.get('title')}"
    return (link.get("type") or "").lower() in _FEED_TYPES and "comment" not in words


def feed_line(body: bytes, agency: Agency) -> str:
    """Return a line on how many links of the feed match the agency's shape of stories. Raises PageError."""
    (source,) = agency.sources
    links = [seen.link for seen in read_listing(body, source.url, agency, source.kind).seen if seen.link]
    articles = sum(link.kind == "article" for link in links)
    return f"  {'links':10} {counted(len(links), 'link')} in the {source.kind}; stories by their address: {articles}"
