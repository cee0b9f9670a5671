"""What a run is given and what it keeps of each list: limits, and the state of a source."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RunLimits:
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
    requests: int = 0  # of a run, and of it to one host; 0 is no limit
    host_requests: int = 0
