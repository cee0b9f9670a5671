"""Further addresses of stories of a run: each is requested only if those before it brought no story."""

from collections import Counter
from dataclasses import dataclass, field

from wirecrawl.news.agencies import Link
from wirecrawl.reasons import ReasonKind, because
from wirecrawl.run.state import Run
from wirecrawl.storage.ledger.rows import Outcome

# Outcomes of an address that brought no story, so that another address of the same story is worth a request.
DEAD: tuple[Outcome, ...] = ("gone", "empty", "failed", "not reached")
_MOST = 10  # of one story that are requested: a list may name 50,000


def name_of(link: Link) -> str:
    """What all addresses of a story have in common: its id, else its only address."""
    return link.id or link.url


@dataclass
class FurtherAddresses:
    """The further addresses that a run has met."""

    run: Run
    _waiting: list[Link] = field(default_factory=list)
    _tried: Counter[str] = field(default_factory=Counter)  # how many were requested, by the name of the story

    def add(self, link: Link) -> None:
        """Add an address of a story that has another one in this run."""
        self._waiting.append(link)

    def next_ones(self) -> list[Link]:
        """The next address of each story of which none has brought it; further ones of the others are duplicates."""
        waiting, self._waiting = self._waiting, []
        pending = {link.url for link in waiting}
        living = {story: self._living(link, pending) for story, link in {name_of(one): one for one in waiting}.items()}
        selected: dict[str, Link] = {}  # by the name of the story
        for link in waiting:
            story = name_of(link)
            if address := living[story]:
                self.run.set_outcome(link.url, "duplicate", because(ReasonKind.SAME_ID, address), link.id)
            elif story in selected:
                self._waiting.append(link)
            elif self._tried[story] == _MOST:
                self.run.set_outcome(link.url, "filtered", because(ReasonKind.MANY_ADDRESSES, _MOST))
            else:
                selected[story] = link
        self._tried.update(selected.keys())
        return list(selected.values())

    def _living(self, link: Link, pending: set[str]) -> str | None:
        """Another address of a link's story that is not pending and has not failed to bring the story."""
        others = self.run.ledger.links.other_links(self.run.number, link.url, name_of(link))
        return next((url for url, outcome in others.items() if url not in pending and outcome not in DEAD), None)
