"""Runs that have ended, for the tests of verdict and report."""

from dataclasses import replace
from typing import Any

from tests.support.stories import make_run
from wirecrawl.news.agencies import SourceKind
from wirecrawl.reasons import NO_REASON, Reason, ReasonKind, words_of
from wirecrawl.run.frontier import Frontier
from wirecrawl.run.measures import measures
from wirecrawl.run.reading.outcomes import list_state
from wirecrawl.run.report import build_report
from wirecrawl.run.state import Run
from wirecrawl.run.verdict import Judgement, judge
from wirecrawl.storage.ledger.rows import Outcome
from wirecrawl.web.answer import Answer

OK, UNCHANGED = Reason(ReasonKind.OK), Reason(ReasonKind.UNCHANGED)
HOME, FRONT = "http://www.china.org.cn/", "http://www.china.org.cn/world/node_1000001.htm"


def good_run(*, replay: bool = False, pages: int = 10) -> Run:
    """A run that read its home page and wrote every story of it."""
    run = make_run(replay=replay)
    add_source(run, HOME, links=pages)
    for n in range(pages):
        end(run, f"{HOME}{n}", "new")
    run.tallies.requested = pages
    run.tallies.fills.update(dict.fromkeys(("pages", "headline", "published", "text"), pages))
    return run


def add_source(
    run: Run, url: str, *, parent: str | None = None, state: Reason = OK, kind: SourceKind = "list", **known: Any
) -> None:
    source = Frontier(run).list_source(url, kind, parent)
    assert source
    run.tallies.sources[url] = replace(source, state=state, **known)


def status(code: int) -> Reason:
    """How a list was read whose server answered with a status and nothing else."""
    return list_state(Answer(HOME, code, b""), None)


def end(run: Run, url: str, outcome: Outcome, reason: Reason = NO_REASON) -> None:
    run.ledger.links.note_link(run.number, url, None, HOME)
    run.set_outcome(url, outcome, reason)


def said(judgement: Judgement) -> list[str]:
    """The reasons of a verdict as a report prints them."""
    return [words_of(reason) for reason in judgement.reasons]


def judged(run: Run, *before: dict[str, float]) -> Judgement:
    """The verdict on a run after these earlier ones."""
    return judge(run, measures(run, run.started, 0), before)


def report_of(run: Run, judgement: Judgement | None = None, reason: str = "finished") -> dict[str, Any]:
    """The report of a run that wrote five headlines, without its `not_in_feed`."""
    now = measures(run, run.started, 5)
    return build_report(run, judgement or judge(run, now), run.started, now, [], reason)
