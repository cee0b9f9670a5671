"""How many story pages a run may select: no more than the limits of its requests let it send."""

from collections import Counter
from dataclasses import dataclass, field


@dataclass
class StoryBudget:
    """Counts the selected story pages of a run and of each host; 0 is no limit.

    Each page takes a request at least. Of a list with 50,000 links the others would be held in memory, to be refused
    one by one.
    """

    requests: int
    host_requests: int
    _selected: int = 0
    _by_host: Counter[str] = field(default_factory=Counter)

    def take(self, host: str) -> str | None:
        """Count a story page of a host; returns the setting that does not allow it, None where it is allowed.

        >>> budget = StoryBudget(requests=0, host_requests=1)
        >>> budget.take("tass.com"), budget.take("tass.com")
        (None, 'WIRECRAWL_HOST_REQUESTS')
        """
        if self.host_requests and self._by_host[host] >= self.host_requests:
            return "WIRECRAWL_HOST_REQUESTS"
        if self.requests and self._selected >= self.requests:
            return "WIRECRAWL_REQUESTS"
        self._selected += 1
        self._by_host[host] += 1
        return None
