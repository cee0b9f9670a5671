"""The verdict on a run: absolute rules, which need no history, and then what the runs before were like.

Silence is a failure, and a quiet hour is none: history judges what the sources look like and what the stories hold,
never how many stories were new.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from math import comb, inf
from statistics import median
from typing import Literal

from wirecrawl.items import REQUIRED
from wirecrawl.reasons import Reason, ReasonKind, because, words_of
from wirecrawl.run.measures import age
from wirecrawl.run.source_state import READ, SourceState
from wirecrawl.run.state import Run
from wirecrawl.utils.times import utc_iso

Verdict = Literal["good", "degraded", "broken"]
EXIT_CODES: dict[Verdict, int] = {"good": 0, "degraded": 3, "broken": 4}
# Xinhua's own pages leave out a field now and then; one in five means that a layout no longer fits.
_MISSING_SHARE = 0.2
_FAILED = 5  # links: as many must fail, and one in five of those asked for, before it is more than bad luck
_BASELINE = 3  # runs: fewer have no median worth the name
_LINKS = 5  # a list that shows fewer halves by chance
_PAGES = 5  # stories: a share of fewer says nothing
_CHANCE = 0.001  # a fill rate is lost when as few would come of the old rate once in a thousand runs
# What becomes of a source that a run was asking for or reading when a signal ended it.
_CUT_SHORT = (ReasonKind.STOPPED, ReasonKind.NOT_REACHED)


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict with its reasons, the gravest first; notices lower no verdict."""

    verdict: Verdict
    reasons: list[Reason]
    notices: list[Reason] = field(default_factory=list)

    @property
    def exit_code(self) -> int:
        return EXIT_CODES[self.verdict]


def judge(run: Run, now: Mapping[str, float], before: Sequence[Mapping[str, float]] = ()) -> Judgement:
    """The verdict on a run given its measures and those of the runs that it can be compared with."""
    broken = list(run.tallies.errors)
    degraded = list(run.tallies.warnings)
    stopped = any(one.kind is ReasonKind.STOPPED for one in degraded)
    for source in run.tallies.sources.values():
        if reason := _source_reason(run, source):
            cut_short = stopped and source.state.kind in _CUT_SHORT
            (broken if source.start and not run.replay and not cut_short else degraded).append(reason)
    degraded += [because(ReasonKind.CHALLENGES, page) for page in run.tallies.challenges]
    degraded += [*_unreached(run), *run.tallies.rule_failures]
    degraded += [*_missing(run), *_failures(run), *compare(now, medians(before))]
    frozen, old = _frozen(run, medians(before))
    degraded += frozen
    if not stopped and _nothing_usable(run):
        broken.append(because(ReasonKind.NOTHING_USABLE))
    verdict: Verdict = "broken" if broken else "degraded" if degraded else "good"
    return Judgement(verdict, [*broken, *degraded], old)


def _source_reason(run: Run, source: SourceState) -> Reason | None:
    """Why a source is not as it should be.

    Two sources that a page leads to give no reason: a list that no run could ever read and that does not exist, and
    one that robots.txt forbids.
    """
    if source.state.kind is ReasonKind.GONE and not source.start and not source.read_before:
        return None
    if source.state.kind is ReasonKind.FORBIDDEN and not source.start:
        return None
    if source.state.kind not in READ:
        return because(ReasonKind.SOURCE, source.url, words_of(source.state))
    if source.links or _links_behind(run, source) or (source.data and run.replay):
        return None
    if _leads_to_forbidden_lists(run, source):
        return None
    return because(ReasonKind.NO_LINKS, source.url)


def _links_behind(run: Run, source: SourceState) -> int:
    """Links of the lists that a hub leads to, and of the JSON that fills a list in a browser."""
    return sum(
        other.links for other in run.tallies.sources.values() if other.parent == source.url or other.url in source.data
    )


def _leads_to_forbidden_lists(run: Run, source: SourceState) -> bool:
    """Whether a source is an index of lists all of which robots.txt forbids, so that it can show no story."""
    behind = [other for other in run.tallies.sources.values() if other.parent == source.url]
    forbidden = bool(behind) and all(other.state.kind is ReasonKind.FORBIDDEN for other in behind)
    return source.kind == "sitemap" and forbidden


def _unreached(run: Run) -> list[Reason]:
    """Hosts that were given up, or that answered no request, while links to them were wanted."""
    return [
        because(ReasonKind.HOST_UNREACHED, host, unreached.links, words_of(unreached.why))
        for host, unreached in run.tallies.unreached.items()
        if unreached.skipped or host not in run.tallies.answered
    ]


def _missing(run: Run) -> list[Reason]:
    fills, lost = run.tallies.fills, run.tallies.lost
    pages = fills["pages"]
    missing = [(name, pages - fills[name]) for name in REQUIRED]
    reasons = [because(ReasonKind.FIELD_MISSING, name, n, pages) for name, n in missing if n > _MISSING_SHARE * pages]
    if fills["lost"] > _MISSING_SHARE * pages:
        reasons.append(because(ReasonKind.LAYOUT_LOST, fills["lost"], pages, ", ".join(sorted(lost))))
    return [*reasons, *_repeated(run)]


def _repeated(run: Run) -> list[Reason]:
    """Paragraphs that many stories of a site have: lines of the site that its layout takes for text."""
    return [
        because(ReasonKind.REPEATED_PARAGRAPH, one.stories, one.all_stories, one.where, one.text)
        for one in run.tallies.paragraphs.frequent()
    ]


def _failures(run: Run) -> list[Reason]:
    failed = run.ledger.links.balance(run.number)[1]["failed"]
    if failed >= _FAILED and failed > _MISSING_SHARE * max(run.tallies.requested, failed):
        return [because(ReasonKind.LINKS_FAILED, failed, max(run.tallies.requested, failed))]
    return []


def _nothing_usable(run: Run) -> bool:
    links, counts = run.ledger.links.balance(run.number)
    useful = sum(counts[name] for name in ("new", "update", "duplicate", "unchanged", "gone", "filtered"))
    useful += run.ledger.journal.count(run.number)
    asked = run.tallies.requested or bool(run.tallies.sources)
    return bool(asked and not useful and (links == 0 or counts["not reached"] < links or not run.replay))


def medians(before: Sequence[Mapping[str, float]]) -> dict[str, float]:
    """The median of each measure over earlier runs; nothing while they are too few.

    >>> medians([{"links": 9}, {"links": 11}]), medians([{"links": 9}, {"links": 11}, {"links": 10}])
    ({}, {'links': 10})
    """
    values: dict[str, list[float]] = {}
    for run in before:
        for name, value in run.items():
            values.setdefault(name, []).append(value)
    return {name: median(found) for name, found in values.items() if len(found) >= _BASELINE}


def compare(now: Mapping[str, float], usual: Mapping[str, float]) -> list[Reason]:
    """What is less than half of what it was: links of a source, the share of a field, the length of the texts.

    >>> [words_of(reason) for reason in compare({"links:http://a.example/": 4}, {"links:http://a.example/": 40})]
    ['source http://a.example/: 4 links to stories, 40 in the runs before']
    """
    reasons = []
    for name, value in now.items():
        half = usual.get(name, 0) / 2
        kind, _, what = name.partition(":")
        if kind == "links" and what and usual.get(name, 0) >= _LINKS and value < half:
            reasons.append(because(ReasonKind.FEWER_LINKS, what, f"{value:.0f}", f"{usual[name]:.0f}"))
        elif kind == "filled" and value < half and not _by_chance(value, usual[name], now["pages"]):
            reasons.append(because(ReasonKind.FIELD_RARER, what, f"{value:.0%}", f"{usual[name]:.0%}"))
        elif kind == "text" and value < half and now["pages"] >= _PAGES:
            reasons.append(because(ReasonKind.SHORTER_TEXTS, f"{value:.0f}", f"{usual[name]:.0f}"))
    return reasons


def _by_chance(share: float, usual: float, pages: float) -> bool:
    """Whether so few stories have a field that usually a share of them has, just so (binomial distribution)."""
    count = min(int(pages), 200)  # more say the same
    found = round(share * count)
    chance = sum(comb(count, k) * usual**k * (1 - usual) ** (count - k) for k in range(found + 1))
    return count < _PAGES or chance > _CHANCE


def _frozen(run: Run, usual: Mapping[str, float]) -> tuple[list[Reason], list[Reason]]:
    """Starting points whose newest story is old: those that moved in the last weeks, and those that never did."""
    frozen: list[Reason] = []
    old: list[Reason] = []
    for source in run.tallies.sources.values():
        hours = age(run, source) if source.start and source.state.kind in READ and not run.replay else None
        if hours is not None and hours > run.limits.frozen_hours:
            moved = bool(usual) and _youngest(run, source, usual) <= run.limits.frozen_hours
            (frozen if moved else old).append(because(ReasonKind.OLD_SOURCE, source.url, source.newest))
    return frozen, old


def _youngest(run: Run, source: SourceState, usual: Mapping[str, float]) -> float:
    """The least age of its newest story that a source had in the last weeks, so that it stays noticed."""
    since = utc_iso(run.started - timedelta(days=run.limits.baseline_days))
    name = f"age:{source.url}"
    least = run.ledger.runs.least(run.spider, since, name)
    return min((hours for hours in (usual.get(name), least) if hours is not None), default=inf)
