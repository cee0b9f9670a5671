"""CaptureSpider: reads captures that public archives have of an agency's pages; one without the story gives way."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.http import Response
from twisted.python.failure import Failure

from wirecrawl.errors import ArchiveError
from wirecrawl.items import Page
from wirecrawl.middlewares.politeness import HostSkipped
from wirecrawl.middlewares.robots import ARCHIVE
from wirecrawl.news.agencies import classify
from wirecrawl.reasons import Reason, ReasonKind, because
from wirecrawl.run.backfill.progress import BackfillProgress
from wirecrawl.run.backfill.task import BackfillTask
from wirecrawl.run.reading.outcomes import outcome_without_story, story_page
from wirecrawl.spiders.captures import capture_request, captured_answer
from wirecrawl.spiders.responses import answer_of, failure_reason
from wirecrawl.spiders.wire_spider import WireSpider
from wirecrawl.storage.ledger.rows import ListedCapture, Outcome, PageState
from wirecrawl.web.answer import Answer

_TRIED = 3  # captures of a story
_DIGITS = 14  # of the time of a capture
_GIVING_WAY: tuple[Outcome, ...] = ("gone", "empty", "failed")


class CaptureSpider(WireSpider):
    """Reads the captures that an index has listed in the ledger, up to three of a story."""

    task: BackfillTask
    progress: BackfillProgress
    troubled: dict[str, tuple[Outcome, Reason]]  # stories one of whose captures failed, while others are tried

    @classmethod
    def from_crawler(cls, crawler: Crawler, *args: Any, **kwargs: Any) -> "CaptureSpider":
        """Open the run. Raises BadArgument or LedgerError."""
        spider = super().from_crawler(crawler, *args, **kwargs)
        assert isinstance(spider, cls)
        assert spider.run.past
        spider.task, spider.troubled = spider.run.past, {}
        return spider

    def take(self, story: str) -> ListedCapture | None:
        """The next capture of a story; None when three were taken or none is left."""
        latest = self.task.prefer == "latest"
        return self.run.ledger.past.take(self.run.number, story, _TRIED, latest=latest)

    def capture_request_of(self, link: str, capture: ListedCapture) -> Request:
        """The request for a capture of the story that a link leads to."""
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
            self.troubled[story] = outcome, reason
        if capture := self.take(story):
            assert self.crawler.engine
            self.crawler.engine.crawl(self.capture_request_of(link, capture))
            return
        outcome, reason = self.troubled.pop(story, (outcome, reason))
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
