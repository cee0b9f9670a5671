"""BackfillSpider: the stories of past months, from captures that public archives have of an agency's pages.

An index says which captures there are; what is read of a capture goes the way of every page of a crawl.
"""

from collections.abc import AsyncIterator, Iterator
from dataclasses import replace
from datetime import datetime
from itertools import islice
from typing import Any

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.http import Response
from twisted.python.failure import Failure

from wirecrawl.configuration.assembly import open_ledger
from wirecrawl.configuration.values import data_folder
from wirecrawl.errors import ArchiveError, LedgerError
from wirecrawl.items import Page, Story
from wirecrawl.middlewares.politeness import HostSkipped
from wirecrawl.middlewares.robots import ARCHIVE
from wirecrawl.news.agencies import Link, classify
from wirecrawl.reasons import Reason, ReasonKind, because, words_of
from wirecrawl.run.backfill.progress import BackfillProgress
from wirecrawl.run.backfill.task import BackfillTask, Month
from wirecrawl.run.backfill.wayback import raw_address
from wirecrawl.run.reading.outcomes import outcome_without_story, story_page
from wirecrawl.run.tallies import MonthTally
from wirecrawl.spiders.archive_indexes import ArchiveIndexes, IndexNotReached
from wirecrawl.spiders.captures import capture_request, captured_answer
from wirecrawl.spiders.responses import answer_of, failure_reason
from wirecrawl.spiders.wire_spider import WireSpider
from wirecrawl.storage.ledger.interface import Ledger
from wirecrawl.storage.ledger.rows import ListedCapture, Outcome, PageState
from wirecrawl.web.answer import Answer
from wirecrawl.web.captures import ARCHIVE_HOSTS

_TRIED = 3  # captures of a story
_DIGITS = 14  # of the time of a capture
_BATCH = 100  # stories that are asked for together
_GIVING_WAY: tuple[Outcome, ...] = ("gone", "empty", "failed")


class BackfillSpider(WireSpider):
    """Reads captures instead of an agency's lists; `scrapy backfill` makes one of the spider of an agency."""

    task: BackfillTask
    indexes: ArchiveIndexes
    progress: BackfillProgress
    known_ledger: Ledger | None = None  # of earlier runs; a dry run has another one of its own
    _troubled: dict[str, tuple[Outcome, Reason]]  # stories one of whose captures failed, while others are tried

    @classmethod
    def from_crawler(cls, crawler: Crawler, *args: Any, **kwargs: Any) -> "BackfillSpider":
        """Open the run. Raises BadArgument or LedgerError."""
        spider = super().from_crawler(crawler, *args, **kwargs)
        assert isinstance(spider, cls)
        assert spider.run.past
        spider.task = spider.run.past
        spider.allowed_domains += ARCHIVE_HOSTS
        spider.indexes = ArchiveIndexes(spider.run, spider.task, crawler)
        if spider.task.dry_run and data_folder(crawler.settings).ledger.exists():
            spider.known_ledger = open_ledger(crawler.settings)
        delay = max(crawler.settings.getfloat(name) for name in ("WIRECRAWL_ARCHIVE_DELAY", "DOWNLOAD_DELAY"))
        spider.progress = BackfillProgress(spider.name, sum(1 for _ in spider.task.months()), delay)
        spider._troubled = {}
        return spider

    async def start(self) -> AsyncIterator[Any]:
        """Ask for the months, the newest first, and for the captures of each before the index is asked for the next."""
        try:
            self.run.ledger.past.forget_listed(self.name)
            for month in self.task.months():
                if self.frontier.is_limit_reached or not self.crawler.crawling:
                    break
                async for request in self._month(month):
                    yield request
            self._warn_of_months()
        except LedgerError as error:
            self.run.tallies.errors.append(because(ReasonKind.LEDGER_FAILED, error))
        except Exception as error:  # Scrapy logs it and tells nobody
            self.run.tallies.errors.append(
                because(ReasonKind.UNHANDLED_AT, "start", f"{type(error).__name__}: {error}")
            )
            raise

    async def _month(self, month: Month) -> AsyncIterator[Request]:
        tally = MonthTally(month.name, month.is_whole)
        self.run.tallies.months.append(tally)
        if self.known.past.is_done(self.name, self.task.index, self.task.prefer, month.name):
            tally.state = "done before"
        else:
            await self._list_month(month, tally)
            stories = self.run.ledger.past.stories(self.run.number, month.name)
            while batch := list(islice(stories, _BATCH)):
                for request in self._requests(batch, month, tally):
                    yield request
                await self._all_answered()
                if self.frontier.is_limit_reached:
                    break
        self.progress.months += 1

    @property
    def known(self) -> Ledger:
        """The ledger that knows what the feed has."""
        return self.known_ledger or self.run.ledger

    async def _list_month(self, month: Month, tally: MonthTally) -> None:
        try:
            async for rows in self.indexes.ask(month):
                tally.rows += rows
                self.progress.rows += rows
        except IndexNotReached as error:
            tally.state, tally.why = "not reached", words_of(error.reason)

    def _warn_of_months(self) -> None:
        """Name the months that were not reached, by cause."""
        causes: dict[str, list[str]] = {}
        for tally in self.run.tallies.months:
            if tally.state == "not reached":
                causes.setdefault(tally.why, []).append(tally.month)
        for why, months in causes.items():
            self.run.tallies.warnings.append(because(ReasonKind.MONTHS_NOT_REACHED, ", ".join(months), why))

    # Stories of a month

    def _requests(self, batch: list[tuple[str, str]], month: Month, tally: MonthTally) -> list[Request]:
        """What is asked for of some stories; every other one gets its outcome here."""
        source = f"{self.task.index} {month.name}"
        with self.run.ledger.transaction():
            wanted = [(link, story) for story, address in batch if (link := self._wanted(story, address, source))]
            tally.stories += len(batch)
            self.progress.known += len(wanted)
            return [request for link, story in wanted if (request := self._first_request(link, story))]

    def _wanted(self, story: str, address: str, source: str) -> Link | None:
        """The link of a story that is to be asked for; None for one that this run met, that is known, or has none."""
        link = classify(address, self.agency)
        if self.frontier.is_limit_reached or not self.run.note_link(link, source):
            return None
        if self.run.ledger.links.other_links(self.run.number, link.url, story):
            self.run.set_outcome(link.url, "duplicate", because(ReasonKind.SAME_ID, story), story)
            return None
        page = self.known.pages.find(story) or self.known.pages.find(link.url)
        if page and page.sha256:
            self.run.set_outcome(link.url, "unchanged", because(ReasonKind.ALREADY_KNOWN), page.id)
            return None
        if self.known.past.has_miss(self.name, self.task.index, self.task.prefer, story):
            self.run.set_outcome(link.url, "empty", because(ReasonKind.ALREADY_KNOWN))
            return None
        return link if self.frontier.reserve_request() else None

    def _first_request(self, link: Link, story: str) -> Request | None:
        if self.task.dry_run:
            capture = self._take(story)
            print(link.day or "no day", link.url, self._address(capture) if capture else "")
            self.run.set_outcome(link.url, "filtered", because(ReasonKind.LIMIT))
            return None
        if self._is_given_up(link):
            return None
        if self.task.prefer == "live":
            return self._story(link, None).replace(dont_filter=True)
        capture = self._take(story)
        return self._capture_request(link.url, capture) if capture else None

    def _address(self, capture: ListedCapture) -> str:
        return capture.place.replace(" ", "#", 1).partition(" ")[0] or raw_address(capture.original, capture.time)

    def _take(self, story: str) -> ListedCapture | None:
        latest = self.task.prefer == "latest"
        return self.run.ledger.past.take(self.run.number, story, _TRIED, latest=latest)

    def _capture_request(self, link: str, capture: ListedCapture) -> Request:
        request = capture_request(capture, self.crawler)
        return request.replace(
            callback=self.parse_capture, errback=self.capture_failed, cb_kwargs={"link": link, "story": capture.story}
        )

    # What came of a capture

    def parse_capture(self, response: Response, link: str, story: str) -> Iterator[Any]:
        """A capture: a Page if it holds the story, else the next capture of it is asked for."""
        try:
            found = captured_answer(response, self.run)
        except ArchiveError as error:
            self._give_way(link, story, "failed", because(ReasonKind.ARCHIVE_FAULT, error))
            return
        if refused := self._refused(found, story):
            self._give_way(link, story, *refused)
        else:
            yield from self._later_page(story_page(replace(found, etag=None, modified=None), link, None))

    def _refused(self, found: Answer, story: str) -> tuple[Outcome, Reason] | None:
        """Why an answer is no capture of the story that was asked for."""
        if found.status not in (200, 404, 410) and not found.capture:
            return "failed", because(ReasonKind.HTTP_STATUS, found.status)
        other = classify(found.url, self.agency)
        if found.capture is None or other.kind != "article" or (other.id or other.url) != story:
            return "empty", because(ReasonKind.REDIRECTED_FROM_STORY, found.url)
        refused = outcome_without_story(found, None)
        if refused and refused[1].kind is ReasonKind.CHALLENGE:
            return "empty", refused[1]
        return refused

    def capture_failed(self, failure: Failure) -> None:
        """A capture that could not be fetched."""
        request: Request = failure.request  # type: ignore[attr-defined]
        link, story = request.cb_kwargs["link"], request.cb_kwargs["story"]
        why = failure_reason(failure)
        if isinstance(failure.value, HostSkipped):
            self.run.set_outcome(link, "not reached", why)
        else:
            self._give_way(link, story, "failed", why)

    def _give_way(self, link: str, story: str, outcome: Outcome, reason: Reason) -> None:
        """Ask for the next capture of a story; with none left, the story gets its outcome."""
        if outcome == "failed":
            self._troubled[story] = outcome, reason
        if capture := self._take(story):
            assert self.crawler.engine
            self.crawler.engine.crawl(self._capture_request(link, capture))
            return
        outcome, reason = self._troubled.pop(story, (outcome, reason))
        if outcome in ("gone", "empty"):
            self.run.ledger.past.add_miss(self.name, self.task.index, self.task.prefer, story)
        if reason.kind is ReasonKind.UNHANDLED:
            self.run.tallies.rule_failures.append(because(ReasonKind.RULE_FAILED, link, *reason.details))
        self.run.set_outcome(link, outcome, reason)
        self.progress.ended()

    def record_no_story(self, link: str, known: PageState | None, outcome: Outcome, reason: Reason) -> None:
        """A page without a story gives way to the next capture of it."""
        if outcome == "filtered":
            self.run.set_outcome(link, outcome, reason)
            self.progress.ended()
        else:
            found = classify(link, self.agency)
            giving_way: Outcome = outcome if outcome in _GIVING_WAY else "empty"
            self._give_way(link, found.id or found.url, giving_way, reason)

    def story_failed(self, failure: Failure) -> None:
        """A page of the site that could not be fetched: a capture of it is taken."""
        link: str = failure.request.cb_kwargs["link"]  # type: ignore[attr-defined]
        self.record_no_story(link, None, "empty", failure_reason(failure))

    def refusal_of(self, story: Story) -> Reason | None:
        """A story of other days than those asked for: the day in its address decides, else its publication."""
        self._troubled.pop(story.id, None)
        link = classify(story.url, self.agency) if story.url else None
        day = link.day if link else None
        if day is None and story.published:
            day = datetime.fromisoformat(story.published).astimezone(self.agency.clock).date()
        if day and self.task.first <= day <= self.task.last:
            self.progress.ended()
            return None
        return because(ReasonKind.OTHER_DAYS, day or "no day that it states")

    # Later pages, from where the first one is

    def _later_request(self, page: Page, address: str) -> Request:
        if page.capture is None:
            return super()._later_request(page, address)
        found = classify(page.url, self.agency)
        listed = self.run.ledger.past.later_page(self.run.number, found.id or found.url, len(page.more) + 2)
        if listed is None:
            time = "".join(filter(str.isdecimal, page.capture.time))[:_DIGITS]
            listed = ListedCapture(found.id or found.url, time, address, address, "", "")
        request = capture_request(listed, self.crawler)
        return request.replace(callback=self.parse_later_page, errback=self.later_page_failed, cb_kwargs={"page": page})

    def answer(self, response: Response) -> Answer:
        """What a response holds. Raises ArchiveError for a broken record."""
        asked = response.request
        return captured_answer(response, self.run) if asked and asked.meta.get(ARCHIVE) else answer_of(response)

    def _ticker(self, found: Answer) -> Iterator[Request]:
        """A backfill asks for what the index lists, and for no link of a page."""
        return iter(())

    def closed(self, reason: str) -> None:
        """End the processes, and the ledger of a dry run."""
        super().closed(reason)
        if self.known_ledger:
            self.known_ledger.close()
