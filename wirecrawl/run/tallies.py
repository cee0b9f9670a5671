"""What a run counts and collects for its report and its verdict."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Literal

from wirecrawl.reasons import NO_REASON, Reason
from wirecrawl.run.repeated_paragraphs import RepeatedParagraphs
from wirecrawl.run.source_state import SourceState


@dataclass
class UnreachedHost:
    """The number of links to a host that brought no answer, and the last reason.

    `skipped` is true when the run gave the host up; without it a single request may have failed by chance.
    """

    links: int = 0
    why: Reason = NO_REASON
    skipped: bool = False


@dataclass(slots=True)
class AnswersOfHost:
    """The answers of one host in a live run: the seconds that each took, and the bytes of all bodies as sent."""

    seconds: list[float] = field(default_factory=list)
    size: int = 0


@dataclass
class MonthTally:
    """A month of a backfill: how the index answered, the rows it listed, and the stories among them."""

    month: str
    is_whole: bool
    state: Literal["done before", "done", "asked", "not reached"] = "asked"
    rows: int = 0
    stories: int = 0
    why: str = ""


@dataclass
class Tallies:
    """The counts of one run.

    `errors` make its verdict broken; `warnings`, `challenges`, `unreached` and `rule_failures` make it degraded.
    """

    sources: dict[str, SourceState] = field(default_factory=dict)  # the lists that the run reads, by address
    requested: int = 0  # story pages
    errors: list[Reason] = field(default_factory=list)
    warnings: list[Reason] = field(default_factory=list)
    challenges: list[str] = field(default_factory=list)  # addresses of story pages that brought a challenge page
    unreached: dict[str, UnreachedHost] = field(default_factory=dict)  # by host
    rule_failures: list[Reason] = field(default_factory=list)  # pages on which a rule of wirecrawl failed
    hosts: dict[str, AnswersOfHost] = field(default_factory=dict)  # by host
    answered: set[str] = field(default_factory=set)  # hosts that sent an answer of any status
    fills: Counter[str] = field(default_factory=Counter)  # cleaned pages (`pages`), and how many have each field
    new_pages: int = 0  # cleaned pages of a crawl that no earlier run knew
    lengths: list[int] = field(default_factory=list)  # of the texts, in characters
    paragraphs: RepeatedParagraphs = field(default_factory=RepeatedParagraphs)
    cleaners: Counter[str] = field(default_factory=Counter)  # cleaned pages by `provenance.cleaner`
    lost: set[str] = field(default_factory=set)  # cleaners of pages that their site's layout no longer fits
    written: Counter[type] = field(default_factory=Counter)  # lines that must be in the feeds when they are closed
    foreign_pages: int = 0  # pages of a replay's archives that are neither a story nor a list of the agency
    months: list[MonthTally] = field(default_factory=list)  # of a backfill, the newest first
    recovered: list[Reason] = field(default_factory=list)  # what earlier runs left and this one completed
