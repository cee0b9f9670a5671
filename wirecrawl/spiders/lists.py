"""ListSpider: how an agency's spider reads lists of any kind, and what it asks for next.

Which links are asked for is decided by `wirecrawl.run.frontier`; the spider carries it out.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, ClassVar

from scrapy import Request, Spider
from scrapy.crawler import Crawler
from scrapy.http import Response
from twisted.python.failure import Failure

from wirecrawl.configuration.assembly import open_run
from wirecrawl.configuration.processes import open_workers
from wirecrawl.configuration.saved_sources import saved_pages
from wirecrawl.configuration.values import is_inspection
from wirecrawl.errors import PageError
from wirecrawl.news.agencies import Agency, Link, SourceKind, classify
from wirecrawl.news.discovery import Listing
from wirecrawl.parallel.pool import ProcessPool
from wirecrawl.reasons import Reason, ReasonKind
from wirecrawl.run.frontier import Frontier
from wirecrawl.run.reading.list_limits import left_out
from wirecrawl.run.reading.listing_task import ListingTask, read_listing_page
from wirecrawl.run.reading.outcomes import list_page, list_reason, list_state
from wirecrawl.run.reading.sightings import EarlierLook, changed_lines
from wirecrawl.run.source_state import READ, SourceState
from wirecrawl.run.state import Run
from wirecrawl.spiders.inspection import inspect
from wirecrawl.spiders.responses import answer_of, failure_reason, now, validators
from wirecrawl.storage.archive import SavedPages
from wirecrawl.storage.ledger.rows import ListState, PageState
from wirecrawl.web.answer import WITH_PAGE, Answer
from wirecrawl.web.urls import host_of

if TYPE_CHECKING:
    from wirecrawl.run.bulk.kept import KeptReplay

# Home page, section front, list of the section: deeper lists repeat what these show.
DEPTH = 2
_OK = 200


class ListSpider(Spider):
    """A spider with a run, that reads lists; WireSpider adds the stories."""

    agency: Agency
    allowed_domains: list[str]
    run: Run
    frontier: Frontier
    saved: SavedPages | None
    readers: ProcessPool
    kept: "ClassVar[KeptReplay | None]" = None  # of a replay with --keep whose pages a cluster reads
    pools: "list[ProcessPool | KeptReplay]"  # that work for the run, and give up when it is told to stop
    given_up: dict[str, Reason]  # hosts from which the run requests no more stories
    # The request for a story page, from the spider that adds the stories: Scrapy's feed exports cannot list an ABC.
    _story: Callable[[Link, PageState | None], Request]

    def __init_subclass__(cls) -> None:
        """Let Scrapy find the spider of an address, as `scrapy parse URL` does."""
        if agency := getattr(cls, "agency", None):
            cls.allowed_domains = [*agency.domains, *(host_of(source.url) for source in agency.sources)]

    @classmethod
    def from_crawler(cls, crawler: Crawler, *args: Any, **kwargs: Any) -> "ListSpider":
        """Open the run (ledger, limits, arguments), if there is to be one. Raises BadArgument or LedgerError."""
        spider = super().from_crawler(crawler, *args)
        if is_inspection(crawler.settings):
            return spider
        spider.saved = cls.kept.saved(cls.agency.name) if cls.kept else saved_pages(crawler.settings, cls.agency)
        spider.readers = open_workers(crawler.settings)
        spider.pools = [spider.readers]
        spider.given_up = {}
        spider.run = open_run(crawler.settings, spider.name, cls.agency, kwargs, replay=spider.saved is not None)
        spider.frontier = Frontier(spider.run)
        return spider

    def closed(self, reason: str) -> None:
        """End the process that read large pages, if there was one."""
        if not is_inspection(self.crawler.settings):
            self.readers.close()

    def parse(self, response: Response) -> Iterator[Any]:
        """What `scrapy parse` prints: the story of a page, or a request for each link of a list."""
        yield from inspect(answer_of(response), self.agency, self.parse)

    def _list(self, url: str, kind: SourceKind, parent: SourceState | None = None, depth: int = 0) -> Iterator[Request]:
        source = self.frontier.list_source(url, kind, parent.url if parent else None)
        if source:
            known = None if self.run.arguments.full else self.run.ledger.pages.find_list(url)
            source.read_before = known is not None
            if known and self._is_filled(known, kind):
                yield from self.parse_list(Response(url, status=304), source, depth, known)
            else:
                yield self._list_request(source, depth, known)

    def _list_request(self, source: SourceState, depth: int, known: ListState | None) -> Request:
        return Request(
            source.url,
            callback=self.parse_list,
            errback=self.list_failed,
            headers=validators(known),
            cb_kwargs={"source": source, "depth": depth, "known": known},
            priority=1,  # lists first: a limit then takes the newest stories of all lists
        )

    def _is_filled(self, known: ListState, kind: SourceKind) -> bool:
        """Whether a list is known to be filled from JSON, so that asking for the JSON is asking for it.

        Once a day it is asked for itself: it may name another JSON then.
        """
        if self.run.started - datetime.fromisoformat(known.checked) > timedelta(days=1):
            return False
        shown = self._as_remembered(known.body, Answer(known.url, _OK, known.body), kind)
        return shown is not None and any(one.link and one.link.source == "json" for one in shown.seen)

    def _as_remembered(self, body: bytes, found: Answer, kind: SourceKind) -> Listing | None:
        """What a list showed when it was last read; None if its bytes cannot be read any more."""
        try:
            return self._read_again(body, found, kind)
        except PageError:
            return None

    def parse_list(self, response: Response, source: SourceState, depth: int, known: ListState | None) -> Iterator[Any]:
        """A list page of any kind: ask for its stories, then for the lists it leads to."""
        found = answer_of(response)
        self.run.tallies.answered.add(host_of(found.url))
        source.state = list_state(found, known)
        try:
            listing, before = self._listing(found, source, known)
        except PageError as error:
            listing, before, source.state = Listing(), None, list_reason(error)
        source.data = tuple(s.link.url for s in listing.seen if s.link and s.link.source == "json")
        source.unread = (*listing.unread, *left_out(listing, source.url))
        self.run.sight(listing, found.url, found.fetched, before)
        changed = changed_lines(before.listing if before else None, listing, self.frontier.last_checked)
        yield from self._stories(listing, source, changed)
        yield from self._lists(listing, source, depth)
        if source.state.kind in READ and found.status in WITH_PAGE:
            # Its links are in the ledger, so its validators may be too, but for a list that the server cut: to ask
            # whether that has changed would bring nothing of what is missing.
            whole = replace(found, etag=None, modified=None) if listing.cut else found
            self.run.ledger.pages.save_list(self.name, list_page(whole, source.url, now()))
        elif source.state.kind is ReasonKind.UNCHANGED and response.request:
            self.run.ledger.pages.check_list(source.url, now())
        elif source.kind == "json":
            yield from self._page_of(source)

    def _page_of(self, data: SourceState) -> Iterator[Request]:
        """The list page whose JSON could not be read, if the JSON was asked for in its place."""
        page = self.run.tallies.sources.get(data.parent or "")
        if page and page.state.kind is ReasonKind.UNCHANGED:
            yield self._list_request(page, DEPTH, None).replace(dont_filter=True)

    def _listing(
        self, found: Answer, source: SourceState, known: ListState | None
    ) -> tuple[Listing, EarlierLook | None]:
        """What a list shows, and what it showed when it was last read."""
        if source.state.kind is ReasonKind.UNCHANGED and known:
            listing = self._read_again(known.body, found, source.kind)
            return listing, EarlierLook(listing, known.checked)
        if source.state.kind is not ReasonKind.OK:
            return Listing(), None
        listing = read_listing_page(ListingTask(self.agency.name, found, source.kind), self.readers)
        old = self._as_remembered(known.body, found, source.kind) if known else None
        return listing, EarlierLook(old, known.checked) if known and old else None

    def _read_again(self, body: bytes, found: Answer, kind: SourceKind) -> Listing:
        """What a list shows whose bytes an earlier run could read: no process is started for it."""
        return read_listing_page(ListingTask(self.agency.name, replace(found, body=body), kind))

    def _stories(self, listing: Listing, source: SourceState, changed: set[str] | None = None) -> Iterator[Request]:
        for link, known in self.frontier.select(listing, source, changed or set()):
            yield self._story(link, known)

    def _lists(self, listing: Listing, source: SourceState, depth: int) -> Iterator[Request]:
        """The lists behind a page: its data, its next page while this one brought unknown links, its sections."""
        here = classify(source.url, self.agency)
        for seen in listing.seen:
            link = seen.link
            if not link or link.kind != "list" or host_of(link.url) != host_of(source.url):
                continue
            if link.page > 1:
                next_page = link.id == here.id and link.page == here.page + 1 <= self.run.limits.list_pages
                follow = next_page and source.new > 0
            else:
                follow = depth < DEPTH or seen.wire_list or link.source in ("json", "sitemap")
            if follow:
                yield from self._list(link.url, link.source, source, depth + (link.page == 1))

    def list_failed(self, failure: Failure) -> Iterator[Request]:
        """A list that could not be fetched: its source says why."""
        source: SourceState = failure.request.cb_kwargs["source"]  # type: ignore[attr-defined]
        source.state = failure_reason(failure)
        if source.kind == "json":
            yield from self._page_of(source)
