"""How far a backfill is, on standard error: months, index rows, stories, and when it may end at the polite rate."""

import sys
import time
from datetime import UTC, datetime, timedelta

_EVERY = 30.0  # seconds between two lines


class BackfillProgress:
    """Counts what a backfill does; `delay` is the number of seconds between two requests to an archive."""

    def __init__(self, name: str, months: int, delay: float) -> None:
        self.months = self.rows = self.known = self._fetched = 0
        self._name, self._all, self._delay, self._told = name, months, delay, time.monotonic()

    @property
    def fetched(self) -> int:
        """Stories that have their end."""
        return self._fetched

    def ended(self) -> None:
        """Count a story that has its end; prints the line every 30 seconds."""
        self._fetched += 1
        if time.monotonic() - self._told >= _EVERY:
            self._told = time.monotonic()
            print(self.line(datetime.now(UTC)), file=sys.stderr)

    def line(self, now: datetime) -> str:
        """What is done, in one line.

        >>> progress = BackfillProgress("xinhua", 12, 4.0)
        >>> progress.rows, progress.known = 900, 300
        >>> progress.line(datetime(2026, 11, 20, 12, 0, tzinfo=UTC))
        'xinhua: 0 of 12 months, 900 index rows, 0 of 300 stories fetched, these at the earliest until 12:20 UTC'
        """
        end = now + timedelta(seconds=self._delay * max(0, self.known - self._fetched))
        return (
            f"{self._name}: {self.months} of {self._all} months, {self.rows} index rows, {self._fetched} of "
            f"{self.known} stories fetched, these at the earliest until {end:%H:%M} UTC"
        )
