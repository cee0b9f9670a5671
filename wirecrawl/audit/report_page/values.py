"""What the page shows, before it is drawn or set. Times are ISO 8601 in UTC, days are `2026-11-20`."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

# The second line of each page, by which a later run of the command knows that it may replace the file.
MARK = "<!-- made by scrapy report of wirecrawl -->"
VERDICTS = ("good", "degraded", "broken", "cut off", "no end")  # the mildest first, then runs without a verdict


@dataclass(frozen=True, slots=True)
class Spread:
    """A low, a middle and a high value of several, and how many they are."""

    low: float
    middle: float
    high: float
    count: int


@dataclass(frozen=True, slots=True)
class Counted:
    """A count or share of the last run, and what is usual: the median of the runs that it was compared with."""

    name: str
    now: float
    usual: float | None


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A source of the last run. `state` is in words; `is_read` says that it was read. `age` is that of its newest
    story at the start of the run, in hours; None where no time is printed there."""

    url: str
    state: str
    is_read: bool
    links: float
    usual_links: float | None
    new: int
    age: float | None
    usual_age: float | None


@dataclass(frozen=True, slots=True)
class ArchivePlace:
    """Where the archive has the newest answer of an address: an archive file, relative to the page, and an offset."""

    file: str
    href: str
    offset: int


@dataclass(frozen=True, slots=True)
class VersionRow:
    """A version that the last run wrote and that is no first story: `kind` says in a word or two what it is."""

    name: str
    kind: str
    headline: str
    url: str
    thread: str
    place: ArchivePlace | None


@dataclass(frozen=True, slots=True)
class FailureRow:
    """Links of one host that ended alike for one reason, with an example."""

    host: str
    outcome: str
    reason: str
    links: int
    example: str
    place: ArchivePlace | None


@dataclass(frozen=True, slots=True)
class HostRow:
    """A host of the last run: its answers, the median of seconds until one began, what is usual of that, and the bytes
    of all, as sent."""

    host: str
    answers: int
    seconds: float
    usual: float | None
    size: float


@dataclass(frozen=True, slots=True)
class LastRun:
    """The last run that has ended. `is_whole` is false where its report is no longer there.

    `compared` counts the runs whose medians are what is usual, 0 for too few. `begun` counts the stories of the run
    that began a thread; `versions` are the others.
    """

    started: str
    seconds: float | None
    verdict: str
    reasons: Sequence[str]
    notices: Sequence[str]
    recovered: Sequence[str]
    is_whole: bool
    compared: int
    links: int
    headlines: int | None
    outcomes: Sequence[Counted]
    sources: Sequence[SourceRow]
    fields: Sequence[Counted]
    pages: int
    begun: int
    versions: Sequence[VersionRow]
    failures: Sequence[FailureRow]
    hosts: Sequence[HostRow] | None  # None: not measured
    archives: Sequence[ArchivePlace]


@dataclass(slots=True)
class Day:
    """The runs of one day, summed. What no run of the day measured is None."""

    day: str
    verdicts: Counter[str] = field(default_factory=Counter)
    outcomes: Counter[str] | None = None
    headlines: int | None = None
    fields: Mapping[str, float] | None = None
    cleaners: Counter[str] | None = None
    text: float | None = None
    seconds: Spread | None = None
    latency: Spread | None = None  # minutes from publication to first sight

    @property
    def runs(self) -> int:
        return self.verdicts.total()

    @property
    def worst(self) -> str | None:
        """The gravest verdict of the day, None for a day without a run."""
        order = ("broken", "cut off", "degraded", "no end", "good")
        return next((verdict for verdict in order if self.verdicts[verdict]), None)


@dataclass(frozen=True, slots=True)
class BadRun:
    """A run that was not good, with its first reason."""

    started: str
    verdict: str
    reason: str


@dataclass(frozen=True, slots=True)
class SpiderPage:
    """One spider: its last run and its days. `newest` is the start of its last run ever, None when it has none."""

    name: str
    newest: str | None
    is_going_on: bool
    last: LastRun | None
    days: Sequence[Day]
    bad_runs: Sequence[BadRun]
    more_bad_runs: int
    latency: Spread | None  # of all days
    late: int  # stories that were first seen when they were older than `values.OLD` minutes
    early: int  # stories first seen before the time that is printed on them
    threads: Mapping[int, int]
    chains: Mapping[int, int]

    @property
    def runs(self) -> int:
        return sum(day.runs for day in self.days)

    @property
    def outcomes(self) -> Counter[str]:
        """The outcomes of all days together."""
        return sum((day.outcomes or Counter() for day in self.days), Counter())


OLD = 3 * 24 * 60  # minutes: an older story was not published since the run before


@dataclass(frozen=True, slots=True)
class Page:
    """The whole page."""

    made: str
    version: str
    first_day: str
    last_day: str
    data: str
    spiders: Sequence[SpiderPage]
