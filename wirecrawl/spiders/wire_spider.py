"""WireSpider: what every agency's spider needs, once.

Discovery (home pages, lists with pager, tickers, JSON lists, RSS/Atom, sitemaps) and stories. Which links
are asked for is decided by `wirecrawl.run.frontier`; a spider carries it out and gives every link its outcome.
"""

import asyncio
from collections.abc import AsyncIterator, Iterator
from typing import Any

from scrapy import Request
from scrapy.http import Response
from twisted.python.failure import Failure

from wirecrawl.configuration.processes import open_readers
from wirecrawl.errors import ArchiveError, ClusterError, LedgerError, PageError
from wirecrawl.items import Headline, Page, Story
from wirecrawl.middlewares.politeness import HostSkipped
from wirecrawl.news.agencies import Link, classify
from wirecrawl.news.dedupe import load_tables
from wirecrawl.news.discovery import Listing, ListItem
from wirecrawl.parallel.pool import CHUNK
from wirecrawl.reasons import Reason, ReasonKind, because, words_of
from wirecrawl.run.deciding import PendingStory, headlines, pending_stories
from wirecrawl.run.reading.listing_task import ListingTask, read_listing_page
from wirecrawl.run.reading.outcomes import outcome_without_story, story_page
from wirecrawl.run.reading.results import Result
from wirecrawl.run.replay.enter import enter, forget_aliases, stories_in
from wirecrawl.run.replay.plan import ReplayTask, plan
from wirecrawl.run.source_state import SourceState
from wirecrawl.spiders.address_lists import AddressSpider
from wirecrawl.spiders.lists import DEPTH
from wirecrawl.spiders.responses import NO_ANSWER, answer_of, failure_reason, validators
from wirecrawl.storage.archive import SavedPages
from wirecrawl.storage.ledger.rows import Outcome, PageState
from wirecrawl.utils.progress import Progress
from wirecrawl.web.answer import Answer, later_page_name, names_page
from wirecrawl.web.host_rules import UNREACHED
from wirecrawl.web.urls import host_of, join

_FEW = 100  # tasks that go to a process one by one: beside one that is stopped, others are done again
_PATIENCE = 0.2  # seconds without a page after which a replay looks whether it is to stop


class WireSpider(AddressSpider):
    """Base of all agency spiders; a subclass sets `name` and `agency`.

    Arguments: -a since=2026-11-20 (or 48h), -a limit=50, -a full=1, -a sources=URL,URL, -a urls=FILE.
    """

    async def start(self) -> AsyncIterator[Any]:
        """Ask for every source and every known story that is due; a replay reads its saved pages instead."""
        try:
            if self.saved is not None:
                await self._replay(self.saved)
                return
            for request in self._live_requests():
                yield request
            async for request in self._listed_requests():
                yield request
        except LedgerError as error:
            self.run.tallies.errors.append(because(ReasonKind.LEDGER_FAILED, error))
        except ClusterError as error:
            self.run.tallies.errors.append(because(ReasonKind.CLUSTER_LOST, error))
        except Exception as error:  # Scrapy logs it and tells nobody
            why = because(ReasonKind.UNHANDLED_AT, "start", f"{type(error).__name__}: {error}")
            self.run.tallies.errors.append(why)
            raise

    async def _replay(self, saved: SavedPages) -> None:
        """Read the saved pages, in processes of their own where there are many."""
        tasks = plan(self.frontier, saved)
        pages = sum(len(task.captures) for task in tasks)
        with Progress(self.name, "pages read", pages) as progress:
            for found in self._read(tasks, pages):
                if found:
                    enter(self.frontier, found)
                    progress.add(len(found), stories_in(found))
                    if len(tasks) > _FEW:
                        load_tables()  # the processes are at work now; when they have ended, the decisions would wait
                await asyncio.sleep(0)  # so that a signal is heard
                if not self.crawler.crawling:
                    return

    def _read(self, tasks: list[ReplayTask], pages: int) -> Iterator[list[Result]]:
        """What comes of tasks, in their order, with an empty list whenever nothing came for a while."""
        if self.kept:
            self.pools.append(self.kept)
            yield from self.kept.run(tasks, _PATIENCE)
            return
        readers = open_readers(self.crawler.settings, pages)
        self.pools.append(readers)
        yield from readers.run(tasks, CHUNK if len(tasks) > _FEW else 1, _PATIENCE)
        if not self.crawler.settings.getbool("WIRECRAWL_REPLAY_ALL"):  # the next agency needs the processes
            readers.end()  # now, so that the end of the command need not wait

    def _live_requests(self) -> Iterator[Request]:
        homes = self.agency.sources if self.run.arguments.urls is None else ()
        for source in self.run.arguments.sources or homes:
            link = classify(source.url, self.agency)
            if link.kind == "article":  # a story named by -a sources
                yield from self._stories(Listing([ListItem(link)]), SourceState("-a sources", "start", start=True))
            else:
                yield from self._list(source.url, source.kind)
        again = Listing([ListItem(link) for link in self.frontier.unfinished()])
        yield from self._stories(again, SourceState("the last run", "list", start=False))
        for page in self.frontier.due_pages():
            link = classify(page.url, self.agency)
            if self.run.note_link(link, "known story") and self.frontier.reserve_request():
                yield self._story(link, page)

    # Stories

    def _story(self, link: Link, known: PageState | None) -> Request:
        return Request(
            known.url if known else link.url,
            callback=self.parse_story,
            errback=self.story_failed,
            headers=validators(known),
            cb_kwargs={"link": link.url, "known": known},
        )

    def parse_story(self, response: Response, link: str, known: PageState | None) -> Iterator[Any]:
        """A story page: its outcome if it is none, else a Page, and the links of its ticker."""
        found = answer_of(response)
        self.run.tallies.answered.add(host_of(found.url))
        refused = outcome_without_story(found, known) or self._redirected(found)
        if refused:
            self.record_no_story(link, known, *refused)
            return
        yield from self._ticker(found)
        yield from self._later_page(story_page(found, link, known))

    def record_no_story(self, link: str, known: PageState | None, outcome: Outcome, reason: Reason) -> None:
        """Give a story page that brought no story its outcome."""
        self.frontier.record_no_story(link, known, outcome, reason)

    def refusal_of(self, story: Story) -> Reason | None:
        """Why a story that was cleaned does not go to the journal; None for one that does."""
        return because(ReasonKind.SINCE) if self.frontier.is_too_old(story.published) else None

    def _redirected(self, found: Answer) -> tuple[Outcome, Reason] | None:
        is_story = classify(found.url, self.agency).kind == "article"
        return None if is_story else ("failed", because(ReasonKind.REDIRECTED_FROM_STORY, found.url))

    def _ticker(self, found: Answer) -> Iterator[Request]:
        """Stories and lists that only the ticker of a story page shows; its other links lead to old stories."""
        if not self.agency.has_ticker(found.url) or not (self.run.takes_up or self.run.arguments.sources):
            return
        try:
            shown = read_listing_page(ListingTask(self.agency.name, found, None), self.readers)
        except PageError:
            return  # cleaning meets the same page and names what is wrong with it
        self.run.sight(shown, found.url, found.fetched)
        source = SourceState(found.url, "ticker", start=False)
        yield from self._stories(shown, source)
        yield from self._lists(shown, source, DEPTH)

    def _later_page(self, page: Page) -> Iterator[Any]:
        """The next page of a story cut into several, if this one links to it; else the page as it is."""
        name = later_page_name(page.url, len(page.more) + 2)
        if name is None or not names_page((page.more or [page.body])[-1], name):
            yield page
        elif len(page.more) + 1 >= self.run.limits.story_pages:
            yield self._cut_short(page, "has more pages than WIRECRAWL_STORY_PAGES")
        else:
            yield self._later_request(page, join(page.url, name))

    def _later_request(self, page: Page, address: str) -> Request:
        """The request for a later page of a story."""
        return Request(
            address,
            callback=self.parse_later_page,
            errback=self.later_page_failed,
            cb_kwargs={"page": page},
            dont_filter=True,  # two addresses that lead to one story have its later pages both
        )

    def parse_later_page(self, response: Response, page: Page) -> Iterator[Any]:
        """Page 2 and further of a story."""
        try:
            found = self.answer(response)
        except ArchiveError as error:
            yield self._cut_short(page, str(error))
            return
        size = sum(map(len, (page.body, *page.more, found.body)))
        if refused := outcome_without_story(found, None) or self._redirected(found):
            yield self._cut_short(page, words_of(refused[1]))
        elif size > self.crawler.settings.getint("DOWNLOAD_MAXSIZE"):
            yield self._cut_short(page, "its pages together are larger than DOWNLOAD_MAXSIZE")
        else:
            page.more.append(found.body)
            yield from self._later_page(page)

    def answer(self, response: Response) -> Answer:
        """What a response holds. Raises ArchiveError for a record of a public archive that is not usable."""
        return answer_of(response)

    def later_page_failed(self, failure: Failure) -> Iterator[Page]:
        """A later page that could not be fetched."""
        yield self._cut_short(failure.request.cb_kwargs["page"], words_of(failure_reason(failure)))  # type: ignore[attr-defined]

    def _cut_short(self, page: Page, why: str) -> Page:
        """A story whose next page is missing ends before it, with a warning."""
        self.logger.warning("%s: %s; the story ends at page %d", page.url, why, len(page.more) + 1)
        return page

    def story_failed(self, failure: Failure) -> None:
        """A story that could not be fetched: robots.txt filters, a skipped host is not reached, the rest failed."""
        link: str = failure.request.cb_kwargs["link"]  # type: ignore[attr-defined]
        why = failure_reason(failure)
        self._note_unreached(failure, why)
        if why.kind is ReasonKind.HOST_SKIPPED:
            self.given_up[host_of(failure.request.url)] = why  # type: ignore[attr-defined]
            self.run.set_outcome(link, "not reached", why)
        elif why.kind is ReasonKind.FORBIDDEN:
            self.run.set_outcome(link, "filtered", because(ReasonKind.ROBOTS))
        else:
            self.run.set_outcome(link, "failed", why)

    def _note_unreached(self, failure: Failure, why: Reason) -> None:
        """Count a story whose host sent no answer. A limit of requests or a signal is no trouble of the host."""
        request: Request = failure.request  # type: ignore[attr-defined]
        skipped = isinstance(failure.value, HostSkipped) and failure.value.reason.kind in UNREACHED
        if skipped or isinstance(failure.value, NO_ANSWER):
            self.frontier.record_unreached(host_of(request.url), why, skipped=skipped)

    # When nothing is left to fetch

    def second_chances(self) -> list[Request]:
        """Stories to ask for at another address, because their first one brought none; in a replay none is left."""
        with self.run.ledger.transaction():
            if self.saved is not None:
                forget_aliases(self.frontier)
                return []
            return [self._story(link, None) for link in self.frontier.second_chances()]

    def decide(self, response: Response) -> Iterator[PendingStory]:
        """The stories that wait in the journal, in order. Called when nothing is left to fetch."""
        if self.saved is None:
            yield from pending_stories(self.run)
            return
        with Progress(self.name, "decided", self.run.ledger.journal.count(self.run.number)) as progress:
            for candidate in pending_stories(self.run):
                yield candidate
                progress.add(1, 1)

    def gather_headlines(self, response: Response) -> Iterator[Headline]:
        """The headlines that the run has seen. Called when every story is decided, so that they can name theirs."""
        yield from headlines(self.run)
