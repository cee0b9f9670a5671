"""How much of one list a run takes: lists of 10 MiB may be made to name a hundred thousand pages."""

from collections.abc import Iterator
from dataclasses import replace

from wirecrawl.news.discovery import Listing, ListItem
from wirecrawl.utils.terminal import counted
from wirecrawl.web.urls import host_of

MOST_LINKS = 50_000  # of one page: as many as a sitemap may have (sitemaps.org)
# Of one page. To compare a headline with those before it takes about a millisecond, and a news sitemap of Google's has
# a thousand at most.
MOST_HEADLINES = 10_000


def bounded(listing: Listing) -> Listing:
    """The first links and headlines of a page; `unread` says how many more there are."""
    if len(listing.seen) + len(listing.ticker) <= MOST_HEADLINES:
        return listing
    ticker = listing.ticker[:MOST_HEADLINES]
    seen, more_headlines = _with_headlines(listing.seen[:MOST_LINKS], MOST_HEADLINES - len(ticker))
    more_links = len(listing.seen) - len(seen)
    more_headlines += len(listing.ticker) - len(ticker)
    said = (
        f"{count} more {what} of this page are left out: a run takes the first {most}"
        for what, count, most in (("links", more_links, MOST_LINKS), ("headlines", more_headlines, MOST_HEADLINES))
        if count
    )
    return replace(listing, seen=seen, ticker=ticker, unread=[*listing.unread, *said])


def left_out(listing: Listing, url: str) -> Iterator[str]:
    """What of a list at `url` is not followed, in words: sitemaps on other hosts, which may hold other sites' pages."""
    links = (one.link for one in listing.seen if one.link and one.link.source == "sitemap")
    others = [link.url for link in links if host_of(link.url) != host_of(url)]
    if others:
        yield f"{counted(len(others), 'sitemap')} on other hosts not followed, such as {others[0]}"


def _with_headlines(seen: list[ListItem], most: int) -> tuple[list[ListItem], int]:
    """The items, of which the first are headlines, and the number of those that are no headlines any more."""
    items: list[ListItem] = []
    found = 0
    for one in seen:
        found += one.headline
        items.append(replace(one, headline=False) if one.headline and found > most else one)
    return items, max(0, found - most)
