"""RunCloser: commits a run when its feeds are closed, judges it and writes its report."""

import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from scrapy import signals
from scrapy.crawler import Crawler
from scrapy.extensions.feedexport import FeedSlot

from wirecrawl.errors import LedgerError
from wirecrawl.exporters.feeds import not_opened
from wirecrawl.extensions.deciding_pass import DecidingPass, feed_slots, outputs_of
from wirecrawl.items import Headline
from wirecrawl.reasons import ReasonKind, because, words_of
from wirecrawl.run.backfill.finish import finish_months
from wirecrawl.run.deciding import forget
from wirecrawl.run.measures import is_comparable, measures
from wirecrawl.run.report import build_report, not_in_feed, six_lines, write_report
from wirecrawl.run.state import STARTED, Run
from wirecrawl.run.verdict import EXIT_CODES, judge
from wirecrawl.storage.feed.delivery import deliver
from wirecrawl.utils.files import from_here
from wirecrawl.utils.terminal import plain_log, printable
from wirecrawl.utils.times import utc_iso


class RunCloser:
    """Closes a run. `exit_code` is that of the command: 4 until the run is judged. `ended`: the run was closed."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        self.exit_code = EXIT_CODES["broken"]
        self.ended = False
        self._stopped = "not started"
        self.report: dict[str, Any] | None = None  # as it was written
        self.report_file = Path()
        self.number = 0  # of the run in the ledger
        self._feeds: dict[str, int] = {}  # lines of each feed file that is closed

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> "RunCloser":
        closer = cls(crawler)
        for handler, signal in (
            (plain_log, signals.engine_started),
            (closer.feed_slot_closed, signals.feed_slot_closed),
            (closer.spider_closed, signals.spider_closed),
            (closer.engine_stopped, signals.engine_stopped),
        ):
            crawler.signals.connect(handler, signal)
        return closer

    def feed_slot_closed(self, slot: FeedSlot) -> None:
        """Note a feed file and the number of its lines."""
        if slot.itemcount or slot.store_empty:
            self._feeds[slot.uri] = slot.itemcount

    def spider_closed(self, reason: str) -> None:
        """Note why the spider stopped, in Scrapy's words."""
        self._stopped = reason

    def engine_stopped(self) -> None:
        """Commit the run, judge it and report it: all feeds are closed now."""
        if self.crawler.spider is None:
            return
        run: Run = self.crawler.spider.run  # type: ignore[attr-defined]
        self.ended = True
        try:
            self._warn(run)
            self._commit(run)
            self._report(run)
        except (OSError, LedgerError) as error:
            _say_unreported(run, error)
        finally:
            run.ledger.close()

    def _warn(self, run: Run) -> None:
        if self._stopped == "shutdown":
            run.tallies.warnings.append(because(ReasonKind.STOPPED))
        _close_archive(run)

    def _commit(self, run: Run) -> None:
        """Make the decisions durable if their lines are. Else the journal still has the stories for the next run."""
        if missing := self._missing_feeds(run):
            run.tallies.errors.append(because(ReasonKind.FEEDS_MISSING, ", ".join(missing)))
            run.ledger.rollback()
        elif self._decided:
            self._commit_decisions(run)
        else:
            for output in outputs_of(self.crawler, run):  # which holds nothing
                Path(output.part).unlink(missing_ok=True)
        run.ledger.links.mark_unreached(run.number, because(ReasonKind.RUN_ENDED, self._stopped).stored)

    @property
    def _decided(self) -> bool:
        deciding = self.crawler.get_extension(DecidingPass)
        return deciding is not None and deciding.begun

    def _missing_feeds(self, run: Run) -> list[str]:
        """Feeds that lack a line, could not be stored, or could not even be opened."""
        missing = [slot.uri for slot in feed_slots(self.crawler) if not self._is_whole(slot, run)]
        return missing + (not_opened(self.crawler) if self._decided else [])

    def _is_whole(self, slot: FeedSlot, run: Run) -> bool:
        """Whether a feed holds every line meant for it and was stored; Scrapy logs a failure and continues."""
        kinds = slot.filter.item_classes or object
        meant = sum(n for kind, n in run.tallies.written.items() if issubclass(kind, kinds))
        stored = slot.uri in self._feeds or not slot.itemcount
        return slot.itemcount == meant and stored and not getattr(slot.storage, "failed", False)

    def _commit_decisions(self, run: Run) -> None:
        try:
            self._enter_feeds(run)
            run.ledger.commit()
        except LedgerError as error:
            run.tallies.errors.append(because(ReasonKind.NOT_COMMITTED, error))
            run.ledger.rollback()
        else:
            for part in run.leftover_parts:
                part.unlink(missing_ok=True)
            run.tallies.errors += deliver(run.ledger.outputs, run.spider)

    def _enter_feeds(self, run: Run) -> None:
        """Enter the feed files of data/feeds in the ledger, and what is to be delivered elsewhere."""
        run.ledger.require_transaction()
        for uri, lines in self._feeds.items():
            if uri.startswith(str(run.data.feeds(run.spider))):
                run.ledger.journal.add_feed(run.number, uri, lines)
        forget(run)
        finish_months(run)
        run.ledger.outputs.make_whole(run.started.strftime(STARTED))

    def _report(self, run: Run) -> None:
        finished = datetime.now(UTC)
        now = measures(run, finished, run.tallies.written[Headline])
        before = _measures_before(run, self._stopped)
        judgement = judge(run, now, before)
        report = build_report(run, judgement, finished, now, before, self._stopped)
        file = _report_file(run)
        write_report(report, not_in_feed(run), file)
        run.ledger.runs.measure(run.number, now, comparable=is_comparable(run, self._stopped))
        run.ledger.runs.close(run.number, report["finished"], judgement.verdict, judgement.exit_code, str(file))
        self.exit_code = judgement.exit_code  # what follows cannot fail: a run without a report is broken
        self.report, self.report_file, self.number = report, file, run.number
        if self.crawler.settings.getbool("WIRECRAWL_REPLAY_ALL"):  # the command ends with a table of all runs
            return
        files = [from_here(uri) for uri, lines in self._feeds.items() if lines]
        print("\n".join(six_lines(report, files, Path(from_here(str(file))))), file=sys.stderr)


def _close_archive(run: Run) -> None:
    """Make the archive whole. An answer that it could not take makes the run degraded."""
    if run.archive is None:
        return
    try:
        run.archive.close()
    except OSError as error:
        run.archive.trouble = run.archive.trouble or f"{error.filename or run.archive.folder}: {error.strerror}"
    if run.archive.trouble:
        reason = because(ReasonKind.ARCHIVE_INCOMPLETE, run.archive.trouble, run.archive.left_out)
        run.tallies.warnings.append(reason)


def _say_unreported(run: Run, error: OSError | LedgerError) -> None:
    """Say on stderr why a run has no report."""
    cause = f"{error.filename or run.data}: {error.strerror or error}" if isinstance(error, OSError) else str(error)
    causes = "; ".join(dict.fromkeys([*map(words_of, run.tallies.errors), cause]))
    message = f"wirecrawl: {causes}; no report was written, the next run completes this one"
    print(printable(message), file=sys.stderr)


def _measures_before(run: Run, stopped: str) -> list[dict[str, float]]:
    """Measures of the runs that this one can be compared with."""
    if not is_comparable(run, stopped):
        return []
    since = utc_iso(run.started - timedelta(days=run.limits.baseline_days))
    return run.ledger.runs.baseline(run.spider, run.number, since, run.limits.baseline_runs)


def _report_file(run: Run) -> Path:
    name = run.started.strftime(STARTED) if run.persistent else "dry-run" if run.past else "replay"
    return run.data.reports(run.spider) / f"{name}.json"
