"""WireSpider: what every agency's spider needs, once.

Discovery (home pages, lists with pager, tickers, JSON lists, RSS/Atom, sitemaps) and stories. Which links
are asked for is decided by `wirecrawl.run`; a spider carries it out and gives every link its outcome.
"""

from collections.abc import AsyncIterator, Iterator
from typing import Any
from urllib.parse import urljoin

from scrapy import Request
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Response
from twisted.python.failure import Failure

from wirecrawl.agencies import Link, classify
from wirecrawl.archive import Saved
from wirecrawl.candidates import Candidate, candidates, headlines
from wirecrawl.discovery import Listing, Seen
from wirecrawl.errors import NotSaved, PageError
from wirecrawl.items import Headline, Page
from wirecrawl.ledger_rows import KnownPage, Outcome
from wirecrawl.politeness import HostLeftAlone
from wirecrawl.run_state import SourceState
from wirecrawl.saved import saved_stories
from wirecrawl.spiders.lists import DEPTH, ListSpider
from wirecrawl.spiders.responses import reason, refusal, story_page, validators
from wirecrawl.urls import host_of


class WireSpider(ListSpider):
    """Base of all agency spiders; a subclass sets `name` and `agency`.

    Arguments: -a since=2026-11-20 (or 48h), -a limit=50, -a full=1, -a sources=URL,URL.
    """

    async def start(self) -> AsyncIterator[Any]:
        """Ask for every source and every known story that is due; in a replay, for every saved page."""
        for request in self._saved_requests(self.saved) if self.saved else self._live_requests():
            yield request

    def _live_requests(self) -> Iterator[Request]:
        for source in self.run.arguments.sources or self.agency.sources:
            link = classify(source.url, self.agency)
            if link.kind == "article":  # a story named by -a sources
                yield from self._stories(Listing([Seen(link)]), SourceState("-a sources", "start", start=True))
            else:
                yield from self._list(source.url, source.kind)
        again = Listing([Seen(link) for link in self.run.unfinished()])
        yield from self._stories(again, SourceState("the last run", "list", start=False))
        for page in self.run.due_pages():
            link = classify(page.url, self.agency)
            if self.run.see(link, "known story") and self.run.take_one():
                yield self._story(link, page)

    def _saved_requests(self, saved: Saved) -> Iterator[Request]:
        stories = saved_stories(self.run, saved)
        homes = {source.url: source.kind for source in self.agency.sources}
        for page in saved.pages():
            link = classify(page.url, self.agency)
            if link.kind == "list":
                yield from self._list(link.url, homes.get(link.url, link.source))
        for link, record in stories:
            yield self._story(link, None).replace(meta={"record": record}, dont_filter=True)

    # Stories

    def _story(self, link: Link, known: KnownPage | None) -> Request:
        return Request(
            known.url if known else link.url,
            callback=self.parse_story,
            errback=self.story_failed,
            headers=validators(known),
            cb_kwargs={"link": link.url, "known": known},
        )

    def parse_story(self, response: Response, link: str, known: KnownPage | None) -> Iterator[Any]:
        """A story page: its outcome if it is none, else a Page, and the links of its ticker."""
        refused = refusal(response, known) or self._redirected(response)
        if refused:
            self._settle(link, known, *refused)
            return
        yield from self._ticker(response)
        yield from self._later_page(story_page(response, link, self._fetched(response), known))

    def _redirected(self, response: Response) -> tuple[Outcome, str] | None:
        if classify(response.url, self.agency).kind == "article":
            return None
        return "failed", f"redirected to {response.url}, which is no story"

    def _settle(self, link: str, known: KnownPage | None, outcome: Outcome, why: str) -> None:
        if why.startswith("challenge"):
            self.run.challenges.append(link)
        self.run.settle(link, outcome, why, known.id if known else None)
        self.run.checked(link, known, outcome)

    def _ticker(self, response: Response) -> Iterator[Request]:
        """Stories and lists that only the ticker of a story page shows; its other links lead to old stories."""
        if not any(host_of(response.url).endswith(host) for ticker in self.agency.tickers for host in ticker.hosts):
            return
        try:
            page = self._read(response.body, response, "start")
        except PageError:
            return  # cleaning meets the same page and names what is wrong with it
        shown = Listing([seen for seen in page.seen if seen.wire_list], page.ticker)
        self.run.sight(shown, response.url, self._fetched(response))
        source = SourceState(response.url, "ticker", start=False)
        yield from self._stories(shown, source)
        yield from self._lists(shown, source, DEPTH)

    def _later_page(self, page: Page) -> Iterator[Any]:
        """The next page of a story cut into several, if this one links to it; else the page as it is."""
        number = len(page.more) + 2
        stem, dot, ending = page.url.rsplit("/", 1)[-1].rpartition(".")
        name = f"{stem}_{number}{dot}{ending}"
        if not stem or name.encode() not in (page.more or [page.body])[-1]:  # an address without a file has no pages
            yield page
            return
        yield Request(
            urljoin(page.url, name),
            callback=self.parse_later_page,
            errback=self.later_page_failed,
            cb_kwargs={"page": page},
        )

    def parse_later_page(self, response: Response, page: Page) -> Iterator[Any]:
        """Page 2 and further of a story."""
        if response.status == 200:
            page.more.append(response.body)
            yield from self._later_page(page)
        else:
            yield self._cut_short(page, f"HTTP {response.status}")

    def later_page_failed(self, failure: Failure) -> Iterator[Page]:
        """A later page that could not be fetched."""
        yield self._cut_short(failure.request.cb_kwargs["page"], reason(failure))  # type: ignore[attr-defined]

    def _cut_short(self, page: Page, why: str) -> Page:
        """A story whose next page is missing ends before it, with a warning."""
        self.logger.warning("%s: %s; the story ends at page %d", page.url, why, len(page.more) + 1)
        return page

    def story_failed(self, failure: Failure) -> None:
        """A story that could not be fetched: robots.txt filters, a page not saved is not reached, the rest failed."""
        link: str = failure.request.cb_kwargs["link"]  # type: ignore[attr-defined]
        why = reason(failure)
        if isinstance(failure.value, (NotSaved, HostLeftAlone)):
            self.run.settle(link, "not reached", why)
        elif isinstance(failure.value, IgnoreRequest) and "robots.txt" in why:
            self.run.settle(link, "filtered", "robots")
        else:
            self.run.settle(link, "failed", why)

    # When nothing is left to fetch

    def second_chances(self) -> list[Request]:
        """Stories to ask for at another address, because their first one brought none."""
        with self.run.ledger.transaction():
            return [self._story(link, None) for link in self.run.second_chances()]

    def decide(self, response: Response) -> Iterator[Candidate]:
        """The stories that wait in the journal, in order. Called when nothing is left to fetch."""
        yield from candidates(self.run)

    def gather_headlines(self, response: Response) -> Iterator[Headline]:
        """The headlines that the run has seen. Called when every story is decided, so that they can name theirs."""
        yield from headlines(self.run)
