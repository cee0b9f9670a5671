"""The state of one list page of a run: how it was read and what it brought."""

from dataclasses import dataclass

from wirecrawl.news.agencies import SourceKind
from wirecrawl.reasons import Reason, ReasonKind

READ = (ReasonKind.OK, ReasonKind.UNCHANGED)  # kinds of the state of a list that was read
NOT_REACHED = Reason(ReasonKind.NOT_REACHED)


@dataclass(slots=True)
class SourceState:
    """A list page of this run: how it was read and what it brought. `start`: discovery began here."""

    url: str
    kind: SourceKind
    start: bool
    parent: str | None = None
    state: Reason = NOT_REACHED
    read_before: bool = False  # an earlier run could read it
    links: int = 0
    new: int = 0
    newest: str | None = None  # time of the newest story on it, ISO 8601 UTC; for a day its last moment
    data: tuple[str, ...] = ()  # JSON lists that fill this page in a browser; their links are its links
    unread: tuple[str, ...] = ()  # entries that could not be read, the first twenty, each with what is wrong with it
