"""The end of a backfill: which of its months are done, so that no later run asks for them again."""

from datetime import UTC, datetime

from wirecrawl.run.state import Run
from wirecrawl.utils.times import utc_iso


def finish_months(run: Run) -> None:
    """Remember the months that were asked for whole and whose stories had their end; part of the run's commit.

    The captures that the run listed are dropped.
    """
    task = run.past
    if task is None or task.dry_run:
        return
    now = datetime.now(UTC)
    for tally in run.tallies.months:
        is_over = tally.month < now.date().isoformat()[:7]
        asked_whole = tally.is_whole and is_over and task.until is None and run.arguments.limit is None
        if tally.state == "asked" and asked_whole and not run.ledger.past.count_open(run.number, tally.month):
            run.ledger.past.finish(run.spider, task.index, task.prefer, tally.month, utc_iso(now))
            tally.state = "done"
    run.ledger.past.forget_listed(run.spider)
