"""The report of a run and its verdict: what was seen, what became of it, and whether that can be trusted."""

import json
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Literal

from wirecrawl import __version__
from wirecrawl.ledger_rows import OUTCOMES, Outcome
from wirecrawl.run import Run, SourceState, iso

Verdict = Literal["good", "degraded", "broken"]
EXIT_CODES: dict[Verdict, int] = {"good": 0, "degraded": 3, "broken": 4}
# Xinhua's own pages leave out a field now and then; one in five means that a layout no longer fits.
_MISSING_SHARE = 0.2
_READ = ("ok", "unchanged")  # states of a source that was read
_REQUIRED = ("headline", "published", "text")
# Links that ended so are counted only; every other one is listed with its reason.
_COUNTED: tuple[Outcome, ...] = ("new", "update", "unchanged")


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict with its reasons, the gravest first."""

    verdict: Verdict
    reasons: list[str]

    @property
    def exit_code(self) -> int:
        return EXIT_CODES[self.verdict]


def judge(run: Run) -> Judgement:
    """The absolute rules, which need no history: errors, sources, challenge pages, missing fields."""
    broken = list(run.errors)
    degraded: list[str] = []
    for source in run.sources.values():
        if reason := _source_reason(run, source):
            (broken if source.start and not run.replay else degraded).append(reason)
    degraded += [f"challenge page instead of a story: {page}" for page in run.challenges]
    degraded += _missing(run)
    if _nothing_usable(run):
        broken.append("nothing usable: no source and no page gave a story or a known link")
    verdict: Verdict = "broken" if broken else "degraded" if degraded else "good"
    return Judgement(verdict, [*broken, *degraded])


def _source_reason(run: Run, source: SourceState) -> str | None:
    """Why a source is not as it should be. A dead link in a menu is none: a list must have been read once."""
    if source.state in ("HTTP 404", "HTTP 410") and not source.start and not source.read_before:
        return None
    if source.state not in _READ:
        return f"source {source.url}: {source.state}"
    if source.links or _links_behind(run, source) or (source.data and run.replay):
        return None
    return f"source {source.url}: no links to stories on it; look whether the page has changed"


def _links_behind(run: Run, source: SourceState) -> int:
    """Links of the lists that a hub leads to, and of the JSON that fills a list in a browser."""
    return sum(other.links for other in run.sources.values() if other.parent == source.url or other.url in source.data)


def _missing(run: Run) -> list[str]:
    pages = run.fills["pages"]
    missing = [(name, pages - run.fills[name]) for name in _REQUIRED]
    reasons = [f"{name} missing in {n} of {pages} stories" for name, n in missing if n > _MISSING_SHARE * pages]
    if run.fills["lost"] > _MISSING_SHARE * pages:
        reasons.append(
            f"layout no longer fits in {run.fills['lost']} of {pages} stories: {', '.join(sorted(run.lost))}"
        )
    return reasons


def _nothing_usable(run: Run) -> bool:
    links, counts = run.ledger.balance(run.number)
    useful = sum(counts[name] for name in ("new", "update", "duplicate", "unchanged", "gone", "filtered"))
    asked = run.asked or bool(run.sources)
    return bool(asked and not useful and (links == 0 or counts["not reached"] < links or not run.replay))


def build_report(run: Run, judgement: Judgement, finished: datetime, headlines: int, reason: str) -> dict[str, Any]:
    """The report as it is written to data/reports; raises AssertionError when the outcomes do not add up."""
    links, outcomes = run.ledger.balance(run.number)
    assert sum(outcomes.values()) == links, f"outcomes {outcomes} do not add up to {links} links"
    return {
        "spider": run.spider,
        "mode": "replay" if run.replay else "crawl",
        "started": iso(run.started),
        "finished": iso(finished),
        "stopped": reason,
        "wirecrawl": __version__,
        "verdict": judgement.verdict,
        "exit_code": judgement.exit_code,
        "reasons": judgement.reasons,
        "recovered": run.recovered,
        "links": links,
        "outcomes": {name: outcomes[name] for name in OUTCOMES},
        "headlines": headlines,
        "fields": {name: run.fills[name] for name in ("pages", *_REQUIRED)},
        "sources": [asdict(source) for source in run.sources.values()],
        "not_in_feed": run.ledger.outcomes(run.number, leave_out=_COUNTED),
    }


def six_lines(report: dict[str, Any], files: list[str], report_file: Path) -> list[str]:
    """The report for a terminal; every word that came from a page is in the report file only."""
    counts = report["outcomes"]
    sources = report["sources"]
    read = sum(source["state"] in _READ for source in sources)
    return [
        f"{report['spider']} {report['mode']}: {report['verdict']}{_why(report['reasons'])}",
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


def printable(text: str) -> str:
    """A text for a terminal: no control character reaches it."""
    return "".join(c if c.isprintable() else "?" for c in text)


def write_report(report: dict[str, Any], file: Path) -> None:
    """Write the report under its name only when it is whole."""
    file.parent.mkdir(parents=True, exist_ok=True)
    part = file.with_name(file.name + ".part")
    part.write_text(json.dumps(report, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    part.replace(file)
