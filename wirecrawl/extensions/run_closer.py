"""RunReport: the deciding pass when nothing is left to fetch, the commit, the report and the verdict."""

import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from scrapy import Request, Spider, signals
from scrapy.crawler import Crawler
from scrapy.exceptions import DontCloseSpider
from scrapy.extensions.feedexport import FeedExporter, FeedSlot
from scrapy.utils.defer import deferred_from_coro
from twisted.python.failure import Failure

from wirecrawl.errors import LedgerError
from wirecrawl.exporters.feeds import not_opened
from wirecrawl.exporters.storage import WholeFileStorage
from wirecrawl.items import Headline, Page
from wirecrawl.run.deciding import PendingStory, forget
from wirecrawl.run.measures import is_comparable, measures
from wirecrawl.run.report import build_report, six_lines, write_report
from wirecrawl.run.state import STARTED, Run
from wirecrawl.run.verdict import EXIT_CODES, judge
from wirecrawl.storage.feed.delivery import deliver
from wirecrawl.storage.ledger.rows import Output
from wirecrawl.utils.files import from_here
from wirecrawl.utils.terminal import plain_log, printable
from wirecrawl.utils.times import utc_iso


class RunReport:
    """Closes a run. `exit_code` is what the command gives back: 4 until a run has been judged."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        self.exit_code = EXIT_CODES["broken"]
        self._passes: list[Callable[..., Any]] | None = None  # of the deciding, None until it begins
        self._stopped = "not started"
        self.ended = False  # and said so
        self.report: dict[str, Any] | None = None  # as it was written
        self._feeds: dict[str, int] = {}

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> "RunReport":
        report = cls(crawler)
        for handler, signal in (
            (plain_log, signals.engine_started),
            (report.spider_idle, signals.spider_idle),
            (report.spider_error, signals.spider_error),
            (report.item_error, signals.item_error),
            (report.feed_slot_closed, signals.feed_slot_closed),
            (report.spider_closed, signals.spider_closed),
            (report.engine_stopped, signals.engine_stopped),
        ):
            crawler.signals.connect(handler, signal)
        return report

    @property
    def run(self) -> Run:
        run: Run = self.crawler.spider.run  # type: ignore[union-attr]
        return run

    def spider_idle(self, spider: Spider) -> None:
        """Nothing is left to fetch: decide, stories first. A data: request keeps this within Scrapy's own rules.

        The transaction that opens here holds all decisions and is committed when the feeds are durable.
        """
        try:
            requests = self._next_requests(spider)
        except Exception as error:  # Scrapy would log it, and end the run as if all were well
            told = str(error) if isinstance(error, LedgerError) else f"unhandled error when deciding: {_told(error)}"
            self.run.errors.append(f"{told}; what was fetched waits for the next run")
            return
        assert self.crawler.engine
        for request in requests:
            self.crawler.engine.crawl(request)
        if requests:
            raise DontCloseSpider

    def _next_requests(self, spider: Any) -> list[Request]:
        if self._passes is None:
            if again := spider.second_chances():
                return list(again)
            for output in self._outputs():
                self.run.ledger.outputs.open(self.run.spider, output)
            self.run.ledger.begin()
            self._passes = [spider.decide, spider.gather_headlines]
        if not self._passes:
            return []
        return [Request("data:,", callback=self._passes.pop(0), dont_filter=True)]

    def spider_error(self, failure: Failure, response: Any) -> None:
        """An unhandled error in the spider: the verdict is broken, and the link it concerns failed."""
        request = getattr(response, "request", None)
        link = request.cb_kwargs.get("link") if request else None
        self._error(failure, link, getattr(response, "url", None) or (request.url if request else "start"))

    def item_error(self, item: Any, failure: Failure) -> None:
        """An unhandled error in a pipeline: the verdict is broken, and the link it concerns failed."""
        link = item.link if isinstance(item, (Page, PendingStory)) else None
        self._error(failure, link, link or type(item).__name__)

    def _error(self, failure: Failure, link: str | None, where: str) -> None:
        reason = _told(failure.value)
        if isinstance(failure.value, LedgerError):
            self._stop(str(failure.value))
            return
        self.run.errors.append(f"unhandled error at {where}: {reason}")
        if link:
            self.run.set_outcome(link, "failed", f"unhandled error: {reason}")

    def _stop(self, why: str) -> None:
        """End the run: without its ledger nothing that it fetches can be kept."""
        if why not in self.run.errors:
            self.run.errors.append(why)
            assert self.crawler.engine
            deferred_from_coro(self.crawler.engine.close_spider_async(reason="the ledger cannot be written"))

    def feed_slot_closed(self, slot: FeedSlot) -> None:
        """Note a feed file and its lines."""
        if slot.itemcount or slot.store_empty:
            self._feeds[slot.uri] = slot.itemcount

    def spider_closed(self, reason: str) -> None:
        """Note why the spider stopped."""
        self._stopped = reason
        if reason == "shutdown":
            self.run.flaws.append("the run was stopped by a signal; what it had not done waits for the next run")

    def engine_stopped(self) -> None:
        """All feeds are closed: commit, judge, report. What is not durable is not remembered."""
        if self.crawler.spider is None:
            return
        run, self.ended = self.run, True
        try:
            _close_archive(run)
            self._commit(run)
            self._report(run)
        except (OSError, LedgerError) as error:
            why = f"{error.filename or run.data}: {error}" if isinstance(error, OSError) else str(error)
            told = "; ".join(dict.fromkeys([*run.errors, why]))
            told = printable(f"wirecrawl: {told}; no report was written, the next run completes this one")
            print(told, file=sys.stderr)
        finally:
            run.ledger.close()

    def _commit(self, run: Run) -> None:
        """Make the decisions durable, if their lines are; else the journal has them for the next run."""
        lost = [slot.uri for slot in self._slots() if not self._is_whole(slot)]
        lost += not_opened(self.crawler) if self._passes is not None else []
        if lost:
            run.errors.append(f"{', '.join(lost)}: not written; its stories wait for the next run")
            run.ledger.rollback()
        elif self._passes is not None:
            self._commit_feeds(run)
        else:
            for output in self._outputs():  # which holds nothing
                Path(output.part).unlink(missing_ok=True)
        run.ledger.links.mark_unreached(run.number, f"the run ended first ({self._stopped})")

    def _commit_feeds(self, run: Run) -> None:
        own = str(run.data.feeds(run.spider))
        try:
            run.ledger.require_transaction()
            for uri, lines in self._feeds.items():
                if uri.startswith(own):
                    run.ledger.journal.add_feed(run.number, uri, lines)
            forget(run)
            run.ledger.outputs.make_whole(run.started.strftime(STARTED))
            run.ledger.commit()
        except LedgerError as error:
            run.errors.append(f"{error}; the feed files stand, the next run enters them in the ledger")
            run.ledger.rollback()
        else:
            for part in run.parts:
                part.unlink(missing_ok=True)
            run.errors += deliver(run.ledger.outputs, run.spider)

    def _slots(self) -> list[FeedSlot]:
        exporter = self.crawler.get_extension(FeedExporter)
        return exporter.slots if exporter else []

    def _outputs(self) -> list[Output]:
        """Where else than to data/feeds the lines of this run go."""
        run = self.run.started.strftime(STARTED)
        storages = (slot.storage for slot in self._slots() if isinstance(slot.storage, WholeFileStorage))
        return [output for storage in storages if (output := storage.output(run))]

    def _is_whole(self, slot: FeedSlot) -> bool:
        """Whether a feed holds every line meant for it and could be stored; Scrapy logs a failure and goes on."""
        meant = sum(n for kind, n in self.run.written.items() if issubclass(kind, slot.filter.item_classes or object))
        stored = slot.uri in self._feeds or not slot.itemcount
        return slot.itemcount == meant and stored and not getattr(slot.storage, "failed", False)

    def _report(self, run: Run) -> None:
        finished = datetime.now(UTC)
        now = measures(run, finished, run.written[Headline])
        before = _before(run, self._stopped)
        judgement = judge(run, now, before)
        report = build_report(run, judgement, finished, now, before, self._stopped)
        name = run.started.strftime(STARTED) if run.kept else "replay"
        file = run.data.reports(run.spider) / f"{name}.json"
        write_report(report, file)
        run.ledger.runs.measure(run.number, now, comparable=is_comparable(run, self._stopped))
        run.ledger.runs.close(run.number, report["finished"], judgement.verdict, judgement.exit_code, str(file))
        self.exit_code = judgement.exit_code  # what follows cannot fail: a run without a report is broken
        self.report = report
        if self.crawler.settings.getbool("WIRECRAWL_REPLAY_ALL"):  # the command ends with a table of all runs
            return
        files = [from_here(uri) for uri, lines in self._feeds.items() if lines]
        print("\n".join(six_lines(report, files, Path(from_here(str(file))))), file=sys.stderr)


def _close_archive(run: Run) -> None:
    """Make the archive whole; what it could not keep degrades the run."""
    if run.archive is None:
        return
    try:
        run.archive.close()
    except OSError as error:
        run.archive.trouble = run.archive.trouble or f"{error.filename or run.archive.folder}: {error.strerror}"
    if run.archive.trouble:
        run.flaws.append(f"archive: {run.archive.trouble}; {run.archive.left_out} answers were not kept")


def _before(run: Run, stopped: str) -> list[dict[str, float]]:
    """Measures of the runs that this one can be compared with."""
    if not is_comparable(run, stopped):
        return []
    since = utc_iso(run.started - timedelta(days=run.limits.baseline_days))
    return run.ledger.runs.baseline(run.spider, run.number, since, run.limits.baseline_runs)


def _told(error: BaseException | None) -> str:
    """An error in one line: its kind and its message."""
    return " ".join(f"{type(error).__name__}: {error}".split())
