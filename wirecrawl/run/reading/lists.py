"""Saved lists to what they show, in any process."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from wirecrawl.errors import ArchiveError, PageError, error_line
from wirecrawl.news import agencies
from wirecrawl.news.agencies import Agency, SourceKind
from wirecrawl.news.discovery import Listing, read_listing
from wirecrawl.reasons import Reason, ReasonKind, because
from wirecrawl.run.reading.list_limits import bounded
from wirecrawl.run.reading.outcomes import list_reason, list_state
from wirecrawl.run.reading.results import ListResult, Result, page_listing
from wirecrawl.run.reading.sightings import EarlierLook
from wirecrawl.storage.archive import SavedPage
from wirecrawl.web.answer import Answer


@dataclass(frozen=True)
class ListTask:
    """The captures of one list, the oldest first; the address by which the run knows it, and how it is read."""

    agency: str
    captures: tuple[SavedPage, ...]
    url: str
    kind: SourceKind

    @property
    def pages(self) -> int:
        """The number of captures."""
        return len(self.captures)

    def run(self) -> "list[Result]":
        """What each capture shows. Raises nothing that a page can cause."""
        return list(_read_lists(self))

    def parts(self) -> "list[ListTask]":
        """The captures one by one."""
        return [replace(self, captures=(capture,)) for capture in self.captures]

    def failed(self, why: Reason) -> "Result":
        """The result of a capture whose process exceeded a limit or died."""
        return ListResult(self.url, self.kind, why)


def _read_lists(task: ListTask) -> Iterator[ListResult]:
    """What each capture shows; one that answers with the bytes of the capture before it shows the same, later."""
    agency = agencies.get(task.agency)
    before: tuple[tuple[int, str], Reason, Listing] | None = None
    look: EarlierLook | None = None
    for page in task.captures:
        try:
            found = page.answer()
        except ArchiveError as error:
            yield ListResult(task.url, task.kind, because(ReasonKind.ARCHIVE_FAULT, error))
            continue
        answered = found.status, found.digest
        if before is None or before[0] != answered:
            before = answered, *_read_list(agency, found, task)
        _, state, listing = before
        yield ListResult(task.url, task.kind, state, page_listing(listing, found, look))
        if state.kind is ReasonKind.OK:
            look = EarlierLook(listing, found.fetched)


def _read_list(agency: Agency, found: Answer, task: ListTask) -> tuple[Reason, Listing]:
    state, listing = list_state(found, None), Listing()
    try:
        if state.kind is ReasonKind.OK:
            listing = bounded(read_listing(found.body, found.url, agency, task.kind, found.content_type))
    except PageError as error:
        state = list_reason(error)
    except MemoryError:
        raise  # the limit of its process
    except Exception as error:  # what a parser raises must end no run
        state = because(ReasonKind.LIST_UNREADABLE, f"cannot be read ({error_line(error)[:200]})")
    return state, listing
