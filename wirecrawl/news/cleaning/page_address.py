"""What the address of a page tells before its content is read: its agency, its link, its id, the days it may print."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from lxml import html

from wirecrawl.news import agencies
from wirecrawl.news.agencies import Agency, Link
from wirecrawl.news.markup.select import metas, texts
from wirecrawl.web import urls

_CANONICAL = ("//link/@rel[. = 'canonical']/../@href",)


@dataclass(frozen=True, slots=True)
class PageAddress:
    """What is known of a page before its content is read."""

    url: str | None
    link: Link | None
    agency: Agency | None
    latest: date | None = None  # of its days
    captured: datetime | None = None  # when a public archive captured the page: it prints no later time

    @property
    def day(self) -> date | None:
        return self.link.day if self.link else None


def usual_charset(url: str | None, drafted: Agency | None) -> str:
    """The charset of a site's pages that state none, "" for UTF-8."""
    try:
        agency = drafted or agencies.of_url(url)
    except ValueError:  # no address; the story says so
        return ""
    return agency.charset if agency else ""


def day_after(fetched: str | None) -> date | None:
    """The last day that a page may print that was fetched then, None where that is not known."""
    try:
        return datetime.fromisoformat(fetched or "").date() + timedelta(days=1)
    except (ValueError, OverflowError):
        return None


def address_of(
    tree: html.HtmlElement, url: str | None, drafted: Agency | None, fetched: str | None = None, *, captured: bool
) -> PageAddress:
    """The address of a page: the one that was asked for, else its canonical link; and the agency it belongs to.

    `fetched` is when the page was as it is, ISO 8601; a page that an archive `captured` then prints no later time.
    """
    latest, moment = day_after(fetched), datetime.fromisoformat(fetched) if fetched and captured else None
    for candidate in (url,) if url else _stated_addresses(tree):
        try:
            canonical = urls.canonical_url(candidate)
        except ValueError:
            continue
        if not url and urls.path_of(canonical).count("/") == 1 and canonical.endswith("/"):
            continue  # the home page: a template's, which all pages of a site would share
        agency = drafted or agencies.of_url(canonical)
        link = agencies.classify(canonical, agency) if agency else None
        return PageAddress(link.url if link else canonical, link, agency, latest, moment)
    return PageAddress(None, None, None, latest, moment)


def _stated_addresses(tree: html.HtmlElement) -> Iterator[str]:
    """The addresses that a page states for itself, the surest first."""
    yield from texts(tree, _CANONICAL)
    yield metas(tree).get("og:url", "")


def story_id_of(address: PageAddress, digest: str) -> str:
    """The id of a story: the site's own, else a hash of its address, and of its bytes where it has none."""
    if address.link and address.link.id:
        return address.link.id
    page = address.url.split("://", 1)[1] if address.url else digest
    if not address.agency:  # what slash a site's own addresses end with is known of agencies alone
        page = page.removesuffix("/")
    return urls.hashed_id(address.agency.name if address.agency else None, page)
