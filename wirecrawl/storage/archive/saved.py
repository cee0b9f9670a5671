"""Saved pages, wherever they are kept, by address."""

from abc import abstractmethod
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from wirecrawl.errors import NotSaved
from wirecrawl.news import agencies
from wirecrawl.web.answer import REDIRECTS, Answer, later_page_name
from wirecrawl.web.captures import WAYBACK_HOME, read_capture
from wirecrawl.web.urls import canonical_url, join

YEARS = range(1990, 2200)  # in which a page may have been fetched: the web is no older
_REDIRECTS = 5  # in a row, as in a crawl


@dataclass(frozen=True, slots=True)
class ArchiveFault:
    """A record of an archive, or the rest of a file, that cannot be used: `name` is file and offset."""

    name: str
    why: str


@dataclass(frozen=True, slots=True)
class SavedPage:
    """A page that was saved: its canonical address, HTTP status and fetch time (ISO 8601 UTC or None)."""

    url: str
    status: int = 200
    fetched: str | None = None
    location: str | None = None  # where its redirect leads
    captured: str | None = None  # when a public archive captured it, ISO 8601 UTC

    @property
    def seen(self) -> str | None:
        """When the page was as it is, ISO 8601 UTC: when it was captured, else when it was fetched."""
        return self.captured or self.fetched

    @property
    @abstractmethod
    def record(self) -> str:
        """Where it is kept, as a story's provenance names it."""

    @property
    @abstractmethod
    def place(self) -> tuple[Any, ...]:
        """Where its bytes are; a page that two sources name is one page."""

    @property
    @abstractmethod
    def position(self) -> tuple[str, int]:
        """File and offset, so that pages are read in the order in which they lie."""

    @abstractmethod
    def answer(self) -> Answer:
        """What the server answered. Raises ArchiveError, naming the file, when that cannot be read."""


class SavedPages:
    """Saved pages by address; http and https are one page. One address may be saved several times, as it changed.

    `faults` are what could not be read; `others` counts pages that are no story or list of the agencies asked for.
    """

    def __init__(self, pages: Iterable[SavedPage], faults: Iterable[ArchiveFault] = (), others: int = 0) -> None:
        self.captures: dict[str, list[SavedPage]] = {}
        self.faults = list(faults)
        self.others = others
        for page in {page.place: page for page in pages}.values():
            self.captures.setdefault(_key(page.url), []).append(page)

    def pages(self) -> Iterator[SavedPage]:
        """Every saved page once, in the order of the sources."""
        return (page for captures in self.captures.values() for page in captures)

    def by_agency(self) -> dict[str, "SavedPages"]:
        """The stories and lists of each agency that has any, by name; what is nobody's goes to the first of them."""
        found: dict[str, list[SavedPage]] = {}
        for page in self.pages():
            if name := agency_of(page.url):
                found.setdefault(name, []).append(page)
        shares = {name: SavedPages(found[name]) for name in sorted(found)}
        for first in list(shares.values())[:1]:
            first.faults, first.others = self.faults, self.others
        return shares

    def page(self, url: str, record: str | None = None) -> SavedPage:
        """The page saved for an address: the one of that `record`, else the first. Raises NotSaved, naming it."""
        captures = self.captures.get(_key(canonical_url(url)), [])
        for page in captures:
            if record in (None, page.record):
                return page
        raise NotSaved(f"{url}: not among the saved pages")

    def landing(self, page: SavedPage) -> SavedPage:
        """Where the redirects of a page end. Raises NotSaved for a target that is not saved, or behind too many."""
        for _ in range(_REDIRECTS):
            if page.status not in REDIRECTS or not page.location:
                return page
            page = self._target(page)
        raise NotSaved(f"{page.url}: behind more than {_REDIRECTS} redirects")

    def _target(self, page: SavedPage) -> SavedPage:
        if found := read_capture(join(WAYBACK_HOME, page.location or "")) if page.captured else None:
            return self._captured(found[0], found[1].time)
        try:
            return self.page(join(page.url, page.location or ""))
        except ValueError:
            raise NotSaved(f"{page.url}: redirected to what is no address") from None

    def _captured(self, url: str, time: str) -> SavedPage:
        """The capture of a time. Raises NotSaved."""
        for page in self.captures.get(_key(canonical_url(url)), []):
            if page.captured == time:
                return page
        raise NotSaved(f"{url}: its capture of {time} is not among the saved pages")

    def later_pages(self, page: SavedPage) -> tuple[SavedPage, ...]:
        """Page 2 and further of a story that its site cuts into several, as saved nearest after its first page."""
        found: list[SavedPage] = []
        folder = _key(page.url).rpartition("/")[0]
        while name := later_page_name(page.url, len(found) + 2):
            captures = self.captures.get(f"{folder}/{name}")
            if captures is None:
                break
            found.append(_nearest(captures, page.seen))
        return tuple(found)


def agency_of(url: str) -> str | None:
    """The agency that has a story or list at an address, None where none has."""
    own = agencies.of_url(url)
    known = (own,) if own else agencies.all_agencies()
    return next((agency.name for agency in known if agencies.classify(url, agency).kind != "neither"), None)


def _nearest(captures: list[SavedPage], seen: str | None) -> SavedPage:
    """The first capture that is not older, else the first; of redirects between captures, where they lead."""
    whole = [page for page in captures if page.captured is None or page.status not in REDIRECTS] or captures
    return next((page for page in whole if (page.seen or "") >= (seen or "")), whole[0])


def _key(url: str) -> str:
    return url.split("://", 1)[1]
