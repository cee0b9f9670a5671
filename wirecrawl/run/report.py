"""The report of a run: what was seen, what became of it, and whether that can be trusted."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import Any

from wirecrawl import __version__
from wirecrawl.items import REQUIRED
from wirecrawl.reasons import read_reason, words_of
from wirecrawl.run.source_state import READ, SourceState
from wirecrawl.run.state import Run
from wirecrawl.run.verdict import Judgement, medians
from wirecrawl.storage.ledger.rows import OUTCOMES, Outcome
from wirecrawl.utils.files import write_whole
from wirecrawl.utils.terminal import escaped, printable
from wirecrawl.utils.times import utc_iso

# Links that ended so are counted only; every other one is listed with its reason.
_COUNTED: tuple[Outcome, ...] = ("new", "update", "unchanged")


def build_report(
    run: Run,
    judgement: Judgement,
    finished: datetime,
    now: Mapping[str, float],
    before: Sequence[Mapping[str, float]],
    reason: str,
) -> dict[str, Any]:
    """The report as it is written to data/reports; raises AssertionError when the outcomes do not add up.

    `now` are the measures of the run, `before` those of the runs that it was compared with.
    """
    links, outcomes = run.ledger.links.balance(run.number)
    assert sum(outcomes.values()) == links, f"outcomes {outcomes} do not add up to {links} links"
    return {
        "spider": run.spider,
        "mode": "replay" if run.replay else "crawl",
        "started": utc_iso(run.started),
        "finished": utc_iso(finished),
        "stopped": reason,
        "wirecrawl": __version__,
        "verdict": judgement.verdict,
        "exit_code": judgement.exit_code,
        "reasons": [words_of(reason) for reason in judgement.reasons],
        "notices": [words_of(notice) for notice in judgement.notices],
        "recovered": run.tallies.recovered,
        "other_pages": run.tallies.foreign_pages,
        "links": links,
        "outcomes": {name: outcomes[name] for name in OUTCOMES},
        "headlines": int(now["headlines"]),
        "fields": {name: run.tallies.fills[name] for name in ("pages", *REQUIRED)},
        "baseline": {"runs": len(before), "median": medians(before), "now": dict(now)},
        "sources": [_source_row(source) for source in run.tallies.sources.values()],
        "not_in_feed": [_link_row(row) for row in run.ledger.links.outcomes(run.number, leave_out=_COUNTED)],
    }


def _source_row(source: SourceState) -> dict[str, Any]:
    return {**asdict(source), "state": words_of(source.state)}


def _link_row(row: dict[str, Any]) -> dict[str, Any]:
    return {**row, "reason": words_of(read_reason(row["reason"]))}


def six_lines(report: dict[str, Any], files: list[str], report_file: Path) -> list[str]:
    """The report for a terminal; every word that came from a page is in the report file only."""
    counts = report["outcomes"]
    sources = report["sources"]
    read = sum(source["state"] in READ for source in sources)
    return [
        f"{report['spider']} {report['mode']}: {report['verdict']}{_why(report['reasons'] or report['notices'])}",
        f"stories: {counts['new']} new, {counts['update']} updates, {counts['duplicate']} duplicates, "
        f"{counts['unchanged']} unchanged; headlines: {report['headlines']}",
        f"not in the feed: {counts['filtered']} filtered, {counts['gone']} gone, {counts['empty']} empty, "
        f"{counts['failed']} failed, {counts['not reached']} not reached",
        f"links: {report['links']} = the sum of all outcomes; sources: {read} of {len(sources)} read"
        + "".join(f"; {told}" for told in report["recovered"]),
        f"feed: {', '.join(files) or 'nothing to write'}",
        f"report: {report_file}",
    ]


def _why(reasons: list[str]) -> str:
    if not reasons:
        return ""
    more = f" (and {len(reasons) - 1} more)" if len(reasons) > 1 else ""
    return f", {printable(reasons[0])}{more}"


def write_report(report: dict[str, Any], file: Path) -> None:
    """Write the report under its name only when it is whole."""
    file.parent.mkdir(parents=True, exist_ok=True)
    write_whole(
        file, (escaped(json.dumps(report, ensure_ascii=False, indent=1)) + "\n").encode("utf-8", "backslashreplace")
    )
