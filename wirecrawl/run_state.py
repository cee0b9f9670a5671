"""What a run is given and what it keeps of each list: limits, and the state of a source."""

from dataclasses import dataclass

from wirecrawl.agencies import SourceKind


@dataclass(frozen=True, slots=True)
class Limits:
    """How far a run looks; from the WIRECRAWL_* settings."""

    recheck_hours: tuple[float, ...] = (1, 6, 24)
    window_hours: float = 72
    compare_hours: float = 72
    headline_hours: float = 20
    retention_days: float = 90
    frozen_hours: float = 72
    baseline_runs: int = 7
    baseline_days: float = 30
    list_pages: int = 10
    lists: int = 200
    story_pages: int = 50


@dataclass(slots=True)
class SourceState:
    """A list page of this run: how it was read and what it brought. `start`: discovery began here."""

    url: str
    kind: SourceKind
    start: bool
    parent: str | None = None
    state: str = "not reached"
    read_before: bool = False  # an earlier run could read it
    links: int = 0
    new: int = 0
    newest: str | None = None  # time of the newest story on it, ISO 8601 UTC; for a day its last moment
    data: tuple[str, ...] = ()  # JSON lists that fill this page in a browser; their links are its links
