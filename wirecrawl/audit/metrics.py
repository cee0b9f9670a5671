"""The last run of each spider as metrics of Prometheus, in the format of node_exporter's textfile collector.

The text is made here and not by the package prometheus_client: a line is a name, labels and a number, and what matters
beside it, that a reader finds the file whole and that two runs do not lose each other's lines, is not in the package.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from wirecrawl.run.verdict import EXIT_CODES
from wirecrawl.storage.ledger.interface import Ledger

_RUNS = 200  # of a spider, in which a good one is looked for
_HOUR = 3600  # seconds
_HELP = {
    "run_start_timestamp_seconds": "when the last run began",
    "run_end_timestamp_seconds": "when the last run ended",
    "run_seconds": "how long the last run took",
    "run_exit_code": "exit code of the last run: 0 good, 3 degraded, 4 broken",
    "run_verdict": "1 for the verdict of the last run, 0 for the others",
    "run_links": "links of the last run, by outcome; their sum is all of its links",
    "run_headlines": "lines of the headlines feed that the last run wrote",
    "run_field_share": "share of the stories of the last run that have a field",
    "run_newest_story_age_seconds": "age of the newest story on the lists that the last run read",
    "last_good_run_end_timestamp_seconds": "when the last run with the verdict good ended",
}


@dataclass(frozen=True, slots=True)
class Sample:
    """A number with its labels; `name` is a key of the table of metrics."""

    name: str
    labels: tuple[tuple[str, str], ...]
    value: float


def metrics(ledger: Ledger, spiders: Iterable[str]) -> str:
    """The metrics of all spiders that have a run with a verdict; a metric that a run did not measure is left out."""
    samples = [sample for spider in spiders for sample in _spider(ledger, spider)]
    return "".join(f"{line}\n" for name in _HELP for line in _lines(name, [s for s in samples if s.name == name]))


def _lines(name: str, samples: list[Sample]) -> Iterator[str]:
    if samples:
        yield f"# HELP wirecrawl_{name} {_HELP[name]}"
        yield f"# TYPE wirecrawl_{name} gauge"
    for sample in samples:
        labels = ",".join(f'{label}="{_escaped(value)}"' for label, value in sample.labels)
        yield f"wirecrawl_{name}{{{labels}}} {sample.value!r}"


def _escaped(value: str) -> str:
    return value.replace("\\", r"\\").replace('"', r"\"").replace("\n", r"\n")


def _spider(ledger: Ledger, spider: str) -> Iterator[Sample]:
    runs = [run for run in ledger.runs.last(spider, _RUNS) if run["verdict"] in EXIT_CODES]
    if not runs:
        return
    own = (("spider", spider),)
    for name, value in _ends(runs):
        yield Sample(name, own, value)
    for verdict in EXIT_CODES:
        yield Sample("run_verdict", (*own, ("verdict", verdict)), float(runs[0]["verdict"] == verdict))
    yield from _measured(own, ledger.runs.measures(runs[0]["run"]))


def _ends(runs: list[dict[str, Any]]) -> Iterator[tuple[str, float]]:
    """When the last of some runs began and ended, and when the last good one did."""
    began, ended = (datetime.fromisoformat(runs[0][name]).timestamp() for name in ("started", "finished"))
    yield "run_start_timestamp_seconds", began
    yield "run_end_timestamp_seconds", ended
    yield "run_exit_code", float(runs[0]["exit_code"])
    for run in runs:
        if run["verdict"] == "good":
            yield "last_good_run_end_timestamp_seconds", datetime.fromisoformat(run["finished"]).timestamp()
            return


def _measured(own: tuple[tuple[str, str], ...], measures: dict[str, float]) -> Iterator[Sample]:
    ages = [hours * _HOUR for name, hours in measures.items() if name.startswith("age:")]
    if ages:
        yield Sample("run_newest_story_age_seconds", own, min(ages))
    for name, value in measures.items():
        kind, _, of = name.partition(":")
        if kind == "outcome":
            yield Sample("run_links", (*own, ("outcome", of)), value)
        elif kind == "filled":
            yield Sample("run_field_share", (*own, ("field", of)), value)
        elif f"run_{name}" in ("run_seconds", "run_headlines"):
            yield Sample(f"run_{name}", own, value)
