"""Saved and fetched pages to what a run keeps of them, in any process: a story, an outcome, what a list shows.

Pure, but for reading the page: a task says what is to be read, its result what came of it, and run/replay/enter.py
enters it in the run.

What travels between processes has no slots: dataclasses with them are pickled by Python code, in twice the time.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from lxml.etree import LxmlError
from lxml.html import HtmlElement

from wirecrawl.errors import ArchiveError, CleanerLost, PageError, error_line, parser_error
from wirecrawl.items import Page, Story
from wirecrawl.news import agencies
from wirecrawl.news.agencies import Agency
from wirecrawl.news.discovery import read_ticker
from wirecrawl.news.markup.decode import parse
from wirecrawl.reasons import Reason, ReasonKind, because
from wirecrawl.run.reading.journal_entry import JournaledStory, entry_of
from wirecrawl.run.reading.list_limits import bounded
from wirecrawl.run.reading.outcomes import outcome_without_story, page_outcome, story_page
from wirecrawl.run.reading.page_counts import count_fields
from wirecrawl.run.reading.results import Result, StoryResult, page_listing
from wirecrawl.storage.archive import SavedPage
from wirecrawl.web.answer import WITH_PAGE, Answer, later_page_name, names_page


@dataclass(frozen=True)
class StoryCapture:
    """One saved page of a story, with page 2 and further of it; `link` keeps its outcome."""

    link: str
    page: SavedPage
    later: tuple[SavedPage, ...] = ()


@dataclass(frozen=True)
class StoryTask:
    """The captures of one address, the oldest first: what has the bytes of the one before is not cleaned again."""

    agency: str
    captures: tuple[StoryCapture, ...]

    @property
    def pages(self) -> int:
        """The number of captures."""
        return len(self.captures)

    def run(self) -> "list[Result]":
        """What comes of each capture. Raises nothing that a page can cause."""
        return list(_read_captures(self))

    def parts(self) -> "list[StoryTask]":
        """The captures one by one."""
        return [replace(self, captures=(capture,)) for capture in self.captures]

    def failed(self, why: Reason) -> "Result":
        """The result of a capture whose process exceeded a limit or died."""
        return StoryResult(self.captures[0].link, "failed", why)


@dataclass(frozen=True)
class CleanTask:
    """A page that a crawl has fetched, to be cleaned."""

    page: Page
    pages: int = 1

    def run(self) -> list[Story | PageError]:
        """The story of the page, or why it has none. Raises MemoryError, the limit of its process, and nothing else."""
        try:
            return [clean_page(self.page)]
        except PageError as error:
            return [error]
        except MemoryError:
            raise
        except Exception as error:  # a page costs its own story only, also where a rule of wirecrawl fails on it
            return [CleanerLost(self.page.url, because(ReasonKind.UNHANDLED, error_line(error)))]

    def parts(self) -> "list[CleanTask]":
        """The page itself."""
        return [self]

    def failed(self, why: Reason) -> PageError:
        """The result when the process exceeded a limit or died."""
        return CleanerLost(self.page.url, why)


def _read_captures(task: StoryTask) -> Iterator[StoryResult]:
    agency = agencies.get(task.agency)
    before: tuple[tuple[str, ...], StoryResult] | None = None
    for capture in task.captures:
        try:
            found, later = capture.page.answer(), [page.answer() for page in capture.later]
        except ArchiveError as error:
            yield StoryResult(capture.link, "failed", because(ReasonKind.ARCHIVE_FAULT, error))
            continue
        several = len(task.captures) > 1  # else there is nothing to compare with
        digests = (one.digest for one in (found, *later) if several)
        answered = found.url, str(found.status), *digests
        if before is None or before[0] != answered:
            before = answered, _guarded(agency, capture.link, found, later)
            yield before[1]
        else:
            yield _same_bytes(capture.link, found, before[1])


def _guarded(agency: Agency, link: str, found: Answer, later: Sequence[Answer]) -> StoryResult:
    """One page costs its own story only, also where a rule of wirecrawl fails on it."""
    try:
        return read_story(agency, link, found, later)
    except MemoryError:
        raise
    except Exception as error:
        return StoryResult(link, "failed", because(ReasonKind.UNHANDLED, error_line(error)))


def _same_bytes(link: str, found: Answer, before: StoryResult) -> StoryResult:
    """A capture with the bytes of the one before repeats its story, or has its outcome."""
    ticker = before.ticker and page_listing(before.ticker.listing, found)
    if before.entry:
        return StoryResult(link, "duplicate", because(ReasonKind.SAME_BYTES), of=before.entry.id, ticker=ticker)
    return StoryResult(link, before.outcome, before.reason, ticker=ticker)


def read_story(agency: Agency, link: str, found: Answer, later: Sequence[Answer] = ()) -> StoryResult:
    """The story of a page with its later pages, or the outcome of a page without one."""
    if refused := outcome_without_story(found, None):
        return StoryResult(link, *refused)
    page = story_page(found, link, None)
    page.more, cut_short = later_bodies(found, later)
    ticker = None
    try:
        tree = parse(found.body, found.content_type, name=found.url, usual=agency.charset)
        if agency.has_ticker(found.url):
            listing = bounded(read_ticker(tree, found.url, agency))
            ticker = page_listing(listing, found) if listing.seen or listing.ticker else None
        story = clean_page(page, tree)
    except PageError as error:
        return StoryResult(link, *page_outcome(error), ticker=ticker)
    entry = entry_of(agency, link, JournaledStory(story, found.etag, found.modified))
    return StoryResult(link, entry=entry, counts=count_fields(story), cut_short=cut_short, ticker=ticker)


def later_bodies(found: Answer, later: Sequence[Answer]) -> tuple[list[bytes], str | None]:
    """The bodies of page 2 and further, while each is named by the one before; and the first that is not there."""
    bodies: list[bytes] = []
    for number, one in enumerate((*later, None), 2):
        name = later_page_name(found.url, number)
        if not names_page((bodies or [found.body])[-1], name):
            return bodies, None
        if one is None or one.status not in WITH_PAGE:
            return bodies, name
        bodies.append(one.body)
    raise AssertionError  # the last one is None


def clean_page(page: Page, tree: HtmlElement | None = None) -> Story:
    """The story of a fetched page, which may be parsed already. Raises PageError, EmptyPage for one without a story."""
    from wirecrawl.news.cleaning.clean import clean  # not where processes clean: it takes a quarter of a second

    try:
        return clean(
            page.body,
            page.url,
            content_type=page.content_type,
            more=page.more,
            status=page.status,
            record=page.record,
            sha256=page.sha256,
            first_seen=page.first_seen,
            fetched=page.fetched,
            capture=page.capture,
            tree=tree,
        )
    except (LxmlError, RecursionError) as error:  # what a page without end does to a parser that may not go on
        raise parser_error(page.url, error) from None
