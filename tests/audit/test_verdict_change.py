"""Whether a run changed the verdict of its spider."""

import pytest

from tests.support.ledgers import LATER, START
from wirecrawl.audit.verdict_change import VerdictChange, verdict_change
from wirecrawl.run.verdict import EXIT_CODES
from wirecrawl.storage.ledger.sqlite.ledger import SqliteLedger


def runs(*verdicts: str, spider: str = "xinhua", ledger: SqliteLedger | None = None) -> tuple[SqliteLedger, int]:
    """A ledger with runs that ended so, and the number of the last one."""
    ledger, run = ledger or SqliteLedger(":memory:"), 0
    for verdict in verdicts:
        run = ledger.runs.start(spider, START)
        ledger.runs.close(run, LATER, verdict, EXIT_CODES.get(verdict, 4), "")  # type: ignore[call-overload]
    return ledger, run


@pytest.mark.parametrize(
    ("verdicts", "change"),
    [
        (["good", "good"], None),
        (["good", "degraded"], ("good", "degraded")),
        (["broken", "good"], ("broken", "good")),
        (["broken", "cut off", "broken"], None),
        (["degraded", "cut off", "good"], ("degraded", "good")),
        (["good"], None),
        (["broken"], ("good", "broken")),
    ],
)
def test_a_change_is_one_to_the_last_run_with_a_verdict(verdicts: list[str], change: tuple[str, str] | None) -> None:
    assert verdict_change(*_asked(runs(*verdicts))) == (VerdictChange(*change) if change else None)


def test_other_spiders_and_later_runs_do_not_count() -> None:
    ledger, run = runs("degraded", "degraded")
    runs("good", spider="kyodo", ledger=ledger)
    runs("good", ledger=ledger)
    assert verdict_change(ledger, "xinhua", run) is None


def _asked(made: tuple[SqliteLedger, int]) -> tuple[SqliteLedger, str, int]:
    return made[0], "xinhua", made[1]
