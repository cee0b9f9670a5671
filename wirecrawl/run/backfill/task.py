"""What a backfill is asked for: its days, its index, which captures it prefers."""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal, get_args

from wirecrawl.errors import BadArgument

Index = Literal["wayback", "commoncrawl"]
Prefer = Literal["earliest", "latest", "live"]
INDEXES: tuple[Index, ...] = get_args(Index)
PREFERENCES: tuple[Prefer, ...] = get_args(Prefer)
EARLIEST = date(1996, 1, 1)  # no public archive has older pages
_DECEMBER = 12


@dataclass(frozen=True, slots=True)
class Month:
    """The days of a month that are asked for, `first` and `last` included."""

    first: date
    last: date

    @property
    def name(self) -> str:
        """Year and month, as in 2017-02."""
        return self.first.isoformat()[:7]

    @property
    def is_whole(self) -> bool:
        """Whether all days of the month are asked for."""
        return self.first.day == 1 and self.last.day == monthrange(self.last.year, self.last.month)[1]


@dataclass(frozen=True, slots=True)
class BackfillTask:
    """The days of a backfill, both included, and how their stories are looked for; `until`: no later captures."""

    first: date
    last: date
    index: Index = "wayback"
    prefer: Prefer = "earliest"
    until: date | None = None
    dry_run: bool = False

    def months(self) -> Iterator[Month]:
        """Its months, the newest first.

        >>> [month.name for month in BackfillTask(date(2016, 12, 30), date(2017, 2, 1)).months()]
        ['2017-02', '2017-01', '2016-12']
        """
        year, month = self.last.year, self.last.month
        while (year, month) >= (self.first.year, self.first.month):
            days = date(year, month, 1), date(year, month, monthrange(year, month)[1])
            yield Month(max(self.first, days[0]), min(self.last, days[1]))
            year, month = (year, month - 1) if month > 1 else (year - 1, _DECEMBER)


def read_task(given: dict[str, Any], today: date) -> BackfillTask:
    """The task of the options of `scrapy backfill`. Raises BadArgument: the option, the rule, an example."""
    for name in ("from", "to"):
        if not given.get(name):
            raise BadArgument(f"--{name}: give a day, as in --from 2017-02-01 --to 2017-02-28")
    first, last = (_day(given[name], f"--{name}") for name in ("from", "to"))
    if first > last:
        raise BadArgument(f"--from {first} --to {last}: the first day is after the last one")
    if first < EARLIEST or first > today:
        raise BadArgument(f"--from {first}: give a day from {EARLIEST} to today, as in --from 2017-02-01")
    until = _day(given["captured-until"], "--captured-until") if given.get("captured-until") else None
    if until and until < first:
        raise BadArgument(f"--captured-until {until}: before --from {first} no page of these days was captured")
    return BackfillTask(
        first,
        min(last, today),
        _one_of(given.get("index") or INDEXES[0], INDEXES, "--index"),
        _one_of(given.get("prefer") or PREFERENCES[0], PREFERENCES, "--prefer"),
        until,
        bool(given.get("dry-run")),
    )


def _day(value: str, option: str) -> date:
    try:
        return date.fromisoformat(value.strip())
    except ValueError:
        raise BadArgument(f"{option} {value}: give a day, as in {option} 2017-02-01") from None


def _one_of(value: str, known: tuple[Any, ...], option: str) -> Any:
    if value not in known:
        raise BadArgument(f"{option} {value}: give {' or '.join(known)}")
    return value
