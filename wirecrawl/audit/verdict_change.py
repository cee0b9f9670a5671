"""Whether the verdict of a spider is another one than in the run before."""

from dataclasses import dataclass

from wirecrawl.run.verdict import EXIT_CODES
from wirecrawl.storage.ledger.interface import Ledger

_RUNS = 200  # in which the run before is looked for: the others may be killed ones, without a verdict
_FIRST = "good"  # what a spider counts as before its first run


@dataclass(frozen=True, slots=True)
class VerdictChange:
    """The verdict of the run before and that of a run; both good, degraded or broken."""

    old: str
    new: str


def verdict_change(ledger: Ledger, spider: str, run: int) -> VerdictChange | None:
    """What a run changed of the verdict of its spider; None when it is the same.

    Runs that were killed have no verdict and are passed over. Before its first run a spider counts as good.
    """
    verdicts = {row["run"]: row["verdict"] for row in ledger.runs.last(spider, _RUNS) if row["verdict"] in EXIT_CODES}
    before = max((number for number in verdicts if number < run), default=None)
    old = verdicts[before] if before is not None else _FIRST
    return VerdictChange(old, verdicts[run]) if verdicts.get(run, old) != old else None
