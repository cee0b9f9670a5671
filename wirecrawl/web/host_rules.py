"""How a run treats each host: how long it waits, how much it asks for, and when it skips a host.

Plain: times are seconds of any clock that only goes forward.
"""

import re
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from wirecrawl.reasons import Reason, ReasonKind, because

# Why a run requests nothing more from a host that cannot be reached or is in trouble; the other reasons are limits.
UNREACHED = (ReasonKind.ROBOTS_UNREAD, ReasonKind.HOST_BUSY, ReasonKind.HOST_FAILING)
# Statuses by which a server says that it is asked too much, or is in trouble.
BUSY = (429, 503)
_FIRST_BACK_OFF = 5.0  # seconds after a first busy answer without Retry-After; doubled with each one in a row
_DOUBLED = 16  # times: four days, and beyond any limit of waiting
_SECONDS = re.compile(r"[0-9]+")  # what isdigit() takes for digits is more than what float() reads


@dataclass(frozen=True, slots=True)
class HostLimits:
    """Limits of a run's manners; from the WIRECRAWL_* settings. 0 is no limit, except for waiting."""

    requests: int = 0
    host_requests: int = 0
    host_failures: int = 0
    crawl_delay: float = 30.0
    retry_after: float = 120.0


@dataclass(slots=True)
class HostState:
    """What a run knows of a host."""

    next: float = 0.0  # not before
    delay: float = 0.0  # between two requests, where robots.txt asks for one
    asked: int = 0
    failures: int = 0  # in a row
    skipped: Reason | None = None  # why the run requests nothing more from it
    robots_unread: Reason | None = None  # why its robots.txt could not be read


@dataclass
class HostRules:
    """The hosts of a run."""

    bounds: HostLimits
    asked: int = 0
    hosts: dict[str, HostState] = field(default_factory=dict)

    def host(self, name: str) -> HostState:
        """What is known of a host."""
        return self.hosts.setdefault(name, HostState())

    def refusal(self, name: str, *, rules: bool = False) -> Reason | None:
        """Why the run may send no further request to a host; None when it may.

        `rules`: the request is for the host's robots.txt.
        """
        host = self.host(name)
        return host.skipped or (None if rules else host.robots_unread) or self._limit(host, name)

    def _limit(self, host: HostState, name: str) -> Reason | None:
        if self.bounds.requests and self.asked >= self.bounds.requests:
            return because(ReasonKind.RUN_REQUESTS, self.asked)
        if self.bounds.host_requests and host.asked >= self.bounds.host_requests:
            return because(ReasonKind.HOST_REQUESTS, name, host.asked)
        return None

    def count_request(self, name: str) -> None:
        """Count a request that is going to be sent to a host."""
        self.asked += 1
        self.host(name).asked += 1

    def wait(self, name: str, now: float) -> float:
        """Seconds until the host may be asked; its next turn comes a delay later."""
        host = self.host(name)
        turn = max(now, host.next)
        host.next = turn + host.delay
        return turn - now

    def robots(self, name: str, delay: float | None) -> None:
        """Keep to the Crawl-delay of a host's robots.txt, in seconds, up to a limit: more would stop the run."""
        self.host(name).delay = min(delay or 0.0, self.bounds.crawl_delay)

    def rules(self, name: str, trouble: str | None) -> None:
        """Note how asking for a host's robots.txt went. A server in trouble may forbid anything (RFC 9309, 2.3.1.4)."""
        self.host(name).robots_unread = because(ReasonKind.ROBOTS_UNREAD, name, trouble) if trouble else None

    def answered(self, name: str, status: int, retry_after: str | None, now: float) -> None:
        """Note an answer: a busy host is asked later, one that is busy for too long or fails in a row is skipped."""
        if status not in BUSY:
            self._count(name, status >= 500, f"HTTP {status}")
            return
        host = self.host(name)
        asked = seconds_of(retry_after)
        pause = _FIRST_BACK_OFF * 2 ** min(host.failures, _DOUBLED) if asked is None else asked
        self._count(name, True, f"HTTP {status}")
        if pause > self.bounds.retry_after and asked is not None:
            host.skipped = host.skipped or because(ReasonKind.HOST_BUSY, name, status, f"{pause:.0f}")
        host.next = max(host.next, now + min(pause, self.bounds.retry_after))

    def failed(self, name: str, why: str) -> None:
        """Note a request that brought no answer."""
        self._count(name, True, why)

    def _count(self, name: str, failure: bool, why: str) -> None:
        host = self.host(name)
        host.failures = host.failures + 1 if failure else 0
        if self.bounds.host_failures and host.failures >= self.bounds.host_failures:
            host.skipped = host.skipped or because(ReasonKind.HOST_FAILING, name, host.failures, why)


def seconds_of(retry_after: str | None) -> float | None:
    """Seconds that a Retry-After header asks for: a number or an HTTP date (RFC 9110, 10.2.3); None for any other.

    >>> seconds_of("120"), seconds_of("Fri, 31 Dec 1999 23:59:59 GMT"), seconds_of("soon")
    (120.0, 0.0, None)
    """
    if not retry_after:
        return None
    if _SECONDS.fullmatch(retry_after.strip()):
        return float(retry_after)
    try:
        moment = parsedate_to_datetime(retry_after)
        aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
        return max(0.0, (aware - datetime.now(UTC)).total_seconds())
    except (ValueError, OverflowError):
        return None
