"""Figures of what the days brought: stories, repeats, links without a story, chains."""

from collections.abc import Mapping, Sequence

from wirecrawl.audit.report_page import plots
from wirecrawl.audit.report_page.figure import LINES, Figure, legend, rows_of, sums
from wirecrawl.audit.report_page.values import Day, SpiderPage
from wirecrawl.audit.report_page.words import day as in_words
from wirecrawl.audit.report_page.words import listed, number, plural, share
from wirecrawl.storage.ledger.rows import OUTCOMES

_STORIES = {"new": "fill-1", "update": "fill-2", "duplicate": "fill-3"}
_TROUBLES = {"gone": "fill-3", "empty": "fill-2", "failed": "fill-4", "not reached": "fill-1"}
_RATES = {"updates": "line-1", "duplicates": "line-2"}
_KINDS = {"stories": "fill-1", "headlines": "fill-2"}
_LONGEST = 6  # length of a chain from which on all are one bar


def volume(days: Sequence[Day]) -> Figure:
    """Stories a day by outcome."""
    all_days = sums(days)
    count, most = max((_stories(day), day.day) for day in days)
    words = f"{listed([f'{number(all_days[name])} {name}' for name in LINES])}."
    words += f" Most came on {in_words(most)}: {number(count)}." if count else ""
    words += f" Not drawn: {number(all_days['unchanged'])} links to unchanged stories, {number(all_days['filtered'])} "
    words += "filtered."
    spec = plots.stacked(days, _STORIES, [day.outcomes for day in days]) if count else None
    rows = rows_of(days, OUTCOMES, lambda day: day.outcomes)
    return Figure("Stories a day", words, spec, ["day", "runs", *OUTCOMES], rows, legend(_STORIES))


def _stories(day: Day) -> int:
    return sum(day.outcomes[name] for name in LINES) if day.outcomes else 0


def rates(days: Sequence[Day]) -> Figure:
    """Updates and duplicates as shares of the stories of a day."""
    all_days, stories = sums(days), sum(map(_stories, days))
    words = "No story in these days."
    if stories:
        words = f"Of {plural(stories, 'story')}, {share(all_days['update'] / stories)} were updates of a known one and "
        words += f"{share(all_days['duplicate'] / stories)} were repeats."
    found = [_rates_of(day) for day in days]
    spec = plots.lines(days, [*_RATES], found) if all_days["update"] + all_days["duplicate"] else None
    rows = rows_of(days, [*_RATES], _rates_of)
    title = "Updates and duplicates among 100 stories"
    return Figure(title, words, spec, ["day", "runs", *_RATES], rows, legend(_RATES))


def _rates_of(day: Day) -> dict[str, float] | None:
    stories = _stories(day)
    if not (stories and day.outcomes):
        return None
    return {f"{name}s": 100 * day.outcomes[name] / stories for name in ("update", "duplicate")}


def troubles(days: Sequence[Day]) -> Figure:
    """Links a day that brought no story, by outcome."""
    all_days = sums(days)
    parts = [f"{number(all_days[name])} {name}" for name in _TROUBLES if all_days[name]]
    words = f"{listed(parts)}." if parts else "Every link that was wanted brought a story."
    spec = plots.stacked(days, _TROUBLES, [day.outcomes for day in days]) if parts else None
    rows = rows_of(days, [*_TROUBLES], lambda day: day.outcomes)
    return Figure("Links that brought no story", words, spec, ["day", "runs", *_TROUBLES], rows, legend(_TROUBLES))


def lengths(page: SpiderPage) -> Figure:
    """How many stages the threads of stories and the chains of headlines have."""
    kinds = dict(zip(_KINDS, (page.threads, page.chains), strict=True))
    words = [_growth(kind, found) for kind, found in kinds.items() if found]
    there = sorted({length for found in kinds.values() for length in found})
    spec = plots.lengths(kinds, min(there[-1], _LONGEST)) if there and there[-1] > 1 else None
    rows = [[number(length), *(number(found.get(length, 0)) for found in kinds.values())] for length in there]
    said = f"{'; '.join(words)}." if words else "No chain in these days."
    return Figure("Chains by their number of stages", said, spec, ["stages", *kinds], rows, legend(_KINDS))


def _growth(kind: str, found: Mapping[int, int]) -> str:
    several = sum(times for length, times in found.items() if length > 1)
    chains = f"{number(several)} of {number(sum(found.values()))} chains of {kind} have more than one stage"
    return f"{chains}, the longest has {max(found)}" if several else chains
