"""The report of a run: what was seen, what became of it, and whether that can be trusted."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from textwrap import indent
from typing import Any

from wirecrawl import __version__
from wirecrawl.items import REQUIRED
from wirecrawl.reasons import read_reason, words_of
from wirecrawl.run.backfill.task import BackfillTask
from wirecrawl.run.source_state import READ, SourceState
from wirecrawl.run.state import Run
from wirecrawl.run.verdict import Judgement, medians
from wirecrawl.storage.ledger.rows import OUTCOMES, Outcome
from wirecrawl.utils.files import write_whole
from wirecrawl.utils.terminal import aligned, counted, escaped, printable
from wirecrawl.utils.times import utc_iso

_NO_LINE: tuple[Outcome, ...] = ("filtered", "gone", "empty", "failed", "not reached")
# Links with these outcomes are only counted; the report lists every other one with its reason.
_COUNTED: tuple[Outcome, ...] = ("new", "update", "unchanged")


def build_report(
    run: Run,
    judgement: Judgement,
    finished: datetime,
    now: Mapping[str, float],
    before: Sequence[Mapping[str, float]],
    reason: str,
) -> dict[str, Any]:
    """The report but for the links without a line; raises AssertionError when the outcomes do not add up.

    `now` are the measures of the run, `before` those of the runs that it was compared with.
    """
    links, outcomes = run.ledger.links.balance(run.number)
    assert sum(outcomes.values()) == links, f"outcomes {outcomes} do not add up to {links} links"
    return {
        "spider": run.spider,
        "mode": "replay" if run.replay else "backfill" if run.past else "crawl",
        "started": utc_iso(run.started),
        "finished": utc_iso(finished),
        "stopped": reason,
        "wirecrawl": __version__,
        "verdict": judgement.verdict,
        "exit_code": judgement.exit_code,
        "reasons": [words_of(reason) for reason in judgement.reasons],
        "notices": [words_of(notice) for notice in judgement.notices],
        "recovered": [words_of(one) for one in run.tallies.recovered],
        "other_pages": run.tallies.foreign_pages,
        "links": links,
        "outcomes": {name: outcomes[name] for name in OUTCOMES},
        "headlines": int(now["headlines"]),
        "fields": {name: run.tallies.fills[name] for name in ("pages", *REQUIRED)},
        "baseline": {"runs": len(before), "median": medians(before), "now": dict(now)},
        **({"backfill": _backfill(run, run.past)} if run.past else {}),
        "sources": [_source_row(source) for source in run.tallies.sources.values()],
    }


def _backfill(run: Run, task: BackfillTask) -> dict[str, Any]:
    """What a backfill was asked for, and its months."""
    asked = {**asdict(task), "first": str(task.first), "last": str(task.last), "until": task.until and str(task.until)}
    return {**asked, "months": [asdict(month) for month in run.tallies.months]}


def _source_row(source: SourceState) -> dict[str, Any]:
    return {**asdict(source), "state": words_of(source.state)}


def not_in_feed(run: Run) -> Iterator[dict[str, Any]]:
    """The links of a run without a line in its feed, one by one: a run of a long list has a million."""
    return map(_link_row, run.ledger.links.outcomes(run.number, leave_out=_COUNTED))


def _link_row(row: dict[str, Any]) -> dict[str, Any]:
    return {**row, "reason": words_of(read_reason(row["reason"]))}


def six_lines(report: dict[str, Any], files: list[str], report_file: Path) -> list[str]:
    """The report for a terminal; every word that came from a page is in the report file only."""
    counts = report["outcomes"]
    return [
        f"{report['spider']} {report['mode']}: {report['verdict']}{_why(report['reasons'] or report['notices'])}",
        f"stories: {counts['new']} new, {counted(counts['update'], 'update')}, "
        f"{counted(counts['duplicate'], 'duplicate')}, "
        f"{counts['unchanged']} unchanged; headlines: {report['headlines']}",
        f"not in the feed: {counts['filtered']} filtered, {counts['gone']} gone, {counts['empty']} empty, "
        f"{counts['failed']} failed, {counts['not reached']} not reached",
        "; ".join([f"links: {report['links']} = the sum of all outcomes", *_sources(report), *report["recovered"]]),
        f"feed: {', '.join(files) or 'nothing to write'}",
        f"report: {report_file}",
    ]


def _sources(report: dict[str, Any]) -> Iterator[str]:
    """How many sources were read; nothing for a run that had none, such as the replay of an archive of stories.

    Of a backfill, how many of its months are done.
    """
    if months := report.get("backfill", {}).get("months"):
        done = sum(month["state"].startswith("done") for month in months)
        yield f"months: {done} of {len(months)} done; index rows: {sum(month['rows'] for month in months)}"
    if sources := report["sources"]:
        yield f"sources: {sum(source['state'] in READ for source in sources)} of {len(sources)} read"


def table_of_runs(ended: Sequence[tuple[str, int, dict[str, Any] | None]]) -> list[str]:
    """One row a run: its spider, exit code and report (None for one that did not run), as `replay --all` prints them.

    "not in the feed" counts the links that are filtered, gone, empty, failed or not reached.
    """
    head = ["agency", "verdict", "new", "updates", "duplicates", "not in the feed", "headlines", "exit", "why"]
    return aligned([head, *(_row(*one) for one in ended)])


def _row(spider: str, exit_code: int, report: dict[str, Any] | None) -> list[str]:
    if report is None:
        return [spider, "not run", *"-----", str(exit_code), ""]
    counts = report["outcomes"]
    cells = [counts["new"], counts["update"], counts["duplicate"], sum(counts[name] for name in _NO_LINE)]
    numbers = [str(cell) for cell in (*cells, report["headlines"], exit_code)]
    return [spider, report["verdict"], *numbers, _why(report["reasons"]).removeprefix(", ")]


def _why(reasons: list[str]) -> str:
    if not reasons:
        return ""
    more = f" (and {len(reasons) - 1} more)" if len(reasons) > 1 else ""
    return f", {printable(reasons[0])}{more}"


def write_report(report: dict[str, Any], links: Iterable[dict[str, Any]], file: Path) -> None:
    """Write a report with its `not_in_feed` as it is in data/reports, under its name only when it is whole."""
    file.parent.mkdir(parents=True, exist_ok=True)
    write_whole(file, (text.encode("utf-8", "backslashreplace") for text in _report_text(report, links)))


def _report_text(report: dict[str, Any], links: Iterable[dict[str, Any]]) -> Iterator[str]:
    """The report as JSON whose last list is `links`; they are written one by one, in the form of the rest."""
    yield _json(report).removesuffix("\n}") + ',\n "not_in_feed": ['
    joint = "\n"
    for link in links:
        yield joint + indent(_json(link), "  ")
        joint = ",\n"
    yield "]\n}\n" if joint == "\n" else "\n ]\n}\n"


def _json(value: dict[str, Any]) -> str:
    return escaped(json.dumps(value, ensure_ascii=False, indent=1))
