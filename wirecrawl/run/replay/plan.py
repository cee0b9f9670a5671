"""A replay: which saved pages are read, and what comes of them in the run. `run.reading` finds what they hold.

Links are noted in the order of their addresses, whatever the order of the sources, and pages are read in the order of
their records; nothing that a feed holds depends on either.
"""

from collections.abc import Iterator
from dataclasses import replace

from wirecrawl.errors import NotSaved
from wirecrawl.news.agencies import Link, classify
from wirecrawl.reasons import ReasonKind, because
from wirecrawl.run.frontier import Frontier
from wirecrawl.run.reading.lists import ListTask
from wirecrawl.run.reading.stories import StoryCapture, StoryTask
from wirecrawl.run.source_state import SourceState
from wirecrawl.run.state import Run
from wirecrawl.storage.archive import SavedPage, SavedPages
from wirecrawl.storage.archive.saved import ArchiveFault

ReplayTask = StoryTask | ListTask


def plan(frontier: Frontier, saved: SavedPages) -> list[ReplayTask]:
    """What is to be read of the saved pages; every other one gets its outcome here.

    All of them are noted before the first list is read, so that none is taken for another address of its story.
    """
    run = frontier.run
    run.tallies.foreign_pages = saved.others
    with run.ledger.transaction():
        for fault in saved.faults:
            _note_fault(run, fault)
        groups = [_oldest_first(pages) for _, pages in sorted(saved.captures.items())]
        classed = [([classify(page.url, run.agency) for page in pages], pages) for pages in groups]
        first_pages = {links[0].id for links, _ in classed if links[0].kind == "article" and links[0].page == 1}
        stories = [
            task
            for links, pages in classed
            if links[0].kind != "list" and (links[0].page == 1 or links[0].id not in first_pages)
            for task in _story_tasks(frontier, saved, links, pages)
        ]
    if run.repeats is not None:
        run.repeats.expect(sum(len(task.captures) for task in stories))
    lists = [_list_task(run, links[0], pages) for links, pages in classed if links[0].kind == "list"]
    return [*lists, *sorted(stories, key=lambda task: task.captures[0].page.position)]


def _oldest_first(pages: list[SavedPage]) -> list[SavedPage]:
    return sorted(pages, key=lambda page: (page.seen or "", page.position))


def _note_fault(run: Run, fault: ArchiveFault) -> None:
    run.note_link(Link(fault.name, "neither"), "archive")
    run.set_outcome(fault.name, "failed", because(ReasonKind.ARCHIVE_FAULT, fault.why))


def _list_task(run: Run, link: Link, pages: list[SavedPage]) -> ListTask:
    """A saved list, entered among the run's sources: as a start if it is a home of the agency."""
    homes = {source.url: source.kind for source in run.agency.sources}
    kind = homes.get(link.url, link.source)
    run.tallies.sources[pages[0].url] = SourceState(pages[0].url, kind, start=link.url in homes)
    return ListTask(run.agency.name, tuple(pages), pages[0].url, kind)


def _story_tasks(
    frontier: Frontier, saved: SavedPages, links: list[Link], pages: list[SavedPage]
) -> Iterator[StoryTask]:
    noted = [(_note(frontier.run, link, page), page) for link, page in zip(links, pages, strict=True)]
    captures = [capture for link, page in noted if (capture := _capture(frontier, saved, link, page))]
    if captures:
        yield StoryTask(frontier.run.agency.name, tuple(captures))


def _note(run: Run, link: Link, page: SavedPage) -> Link:
    """Note a saved page; a further capture of one address is a link of its own, marked by its record."""
    if not run.note_link(link, "saved page"):
        link = replace(link, url=f"{link.url}#{page.record}")
        run.note_link(link, "saved page")
    return link


def _capture(frontier: Frontier, saved: SavedPages, link: Link, page: SavedPage) -> StoryCapture | None:
    """The capture to read for a link; None for one that is not wanted, which gets its outcome here."""
    run = frontier.run
    if link.kind != "article":
        run.set_outcome(link.url, "filtered", because(ReasonKind.SHAPE))
    elif link.page > 1:
        run.set_outcome(link.url, "not reached", because(ReasonKind.FIRST_PAGE_NOT_SAVED))
    elif not frontier.reserve_request():
        run.set_outcome(link.url, "filtered", because(ReasonKind.LIMIT))
    else:
        return _landed(run, saved, link, page)
    return None


def _landed(run: Run, saved: SavedPages, link: Link, page: SavedPage) -> StoryCapture | None:
    """The page to which the redirects of a page lead, as a crawl would follow them."""
    try:
        landing = saved.landing(page)
    except NotSaved:
        run.set_outcome(link.url, "not reached", because(ReasonKind.NOT_SAVED))
        return None
    if landing is not page and classify(landing.url, run.agency).kind != "article":
        run.set_outcome(link.url, "failed", because(ReasonKind.REDIRECTED_FROM_STORY, landing.url))
        return None
    return StoryCapture(link.url, landing, saved.later_pages(landing))
