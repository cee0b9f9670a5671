"""What a figure of the page consists of, and what the figures have in common."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from wirecrawl.audit.report_page.plots import Spec
from wirecrawl.audit.report_page.values import Day, Spread
from wirecrawl.audit.report_page.words import number

LINES = ("new", "update", "duplicate")  # outcomes of links that brought a story
NONE = "\N{EN DASH}"
NOT_MEASURED = "Not measured in these days: runs of older versions did not count it."

Counts = Mapping[str, float] | None


@dataclass(frozen=True, slots=True)
class Figure:
    """`legend` has pairs of a swatch's name and what it stands for; `spec` is None if there is nothing to draw."""

    title: str
    words: str
    spec: Spec | None
    head: Sequence[str]
    rows: Sequence[Sequence[str]]
    legend: Sequence[tuple[str, str]] = ()


def legend(swatches: Mapping[str, str]) -> list[tuple[str, str]]:
    """The legend of series whose patterns are given by name."""
    return [(swatch, name) for name, swatch in swatches.items()]


def sums(days: Sequence[Day]) -> Counter[str]:
    """The outcomes of all days together."""
    return sum((day.outcomes or Counter() for day in days), Counter())


def runs_of(day: Day) -> str:
    """The number of runs of a day in words."""
    return number(day.runs) if day.runs else "no run"


def rows_of(days: Sequence[Day], names: Sequence[str], of: Callable[[Day], Counts]) -> list[list[str]]:
    """A row a day: its runs, and what `of` says of it under each of the names."""
    return [[day.day, runs_of(day), *cells(of(day), names)] for day in days]


def cells(found: Counts, names: Sequence[str]) -> list[str]:
    """Numbers by name, en dashes where nothing was measured."""
    return [number(found.get(name, 0)) if found is not None else NONE for name in names]


def spread_cells(spread: Spread | None, said: Callable[[float], str]) -> list[str]:
    """Low, middle and high value, and how many they are."""
    if spread is None:
        return [NONE] * 4
    return [said(spread.low), said(spread.middle), said(spread.high), number(spread.count)]
