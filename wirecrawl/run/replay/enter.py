"""What comes of the pages of a replay, entered in its run."""

import logging

from wirecrawl.reasons import ReasonKind, because
from wirecrawl.run.frontier import Frontier
from wirecrawl.run.measures import add_counts
from wirecrawl.run.reading.results import ListResult, PageListing, Result, StoryResult
from wirecrawl.run.source_state import SourceState

_log = logging.getLogger(__name__)


def enter(frontier: Frontier, found: list[Result]) -> None:
    """Enter in the run what came of a task; all or nothing."""
    with frontier.run.ledger.transaction():
        for one in found:
            _enter_list(frontier, one) if isinstance(one, ListResult) else _enter_story(frontier, one)


def stories_in(found: list[Result]) -> int:
    """How many stories came of a task."""
    return sum(isinstance(one, StoryResult) and one.entry is not None for one in found)


def _enter_list(frontier: Frontier, found: ListResult) -> None:
    """A list with what it shows. Of several captures of it the last one that could be read counts as its state."""
    sources = frontier.run.tallies.sources
    source = sources[found.url]
    if found.state.kind is ReasonKind.OK or source.state.kind is not ReasonKind.OK:
        source.state, source.links = found.state, 0
    lists = [one.link for one in found.shown.listing.seen if one.link and one.link.kind == "list"]
    source.unread = tuple(found.shown.listing.unread)
    source.data = tuple(link.url for link in lists if link.source == "json")
    for child in (sources[link.url] for link in lists if link.url in sources):
        if child is not source and not child.start:
            child.parent = child.parent or source.url
    _enter_shown(frontier, found.shown, source)


def _enter_shown(frontier: Frontier, shown: PageListing, source: SourceState) -> None:
    """Lines and links of a page; a link to a page that is not saved is not reached."""
    run = frontier.run
    run.ledger.journal.add_sightings(run.number, shown.lines)
    for link, _ in frontier.select(shown.listing, source, set()):
        run.set_outcome(link.url, "not reached", because(ReasonKind.NOT_SAVED))


def _enter_story(frontier: Frontier, found: StoryResult) -> None:
    run = frontier.run
    if found.ticker:
        _enter_shown(frontier, found.ticker, SourceState(found.ticker.url, "ticker", start=False))
    if found.cut_short:
        _log.warning("%s: %s is not saved; the story ends before it", found.link, found.cut_short)
    if found.counts:
        add_counts(run, found.counts)
    if found.entry is None:
        frontier.record_no_story(found.link, None, found.outcome or "failed", found.reason, found.of)
    elif frontier.is_too_old(found.entry.published):
        run.set_outcome(found.link, "filtered", because(ReasonKind.SINCE))
    else:
        run.journal(found.entry)


def forget_aliases(frontier: Frontier) -> None:
    """Settle further addresses of stories whose first address brought none: were they saved, they would be known."""
    while links := frontier.second_chances():
        for link in links:
            frontier.run.set_outcome(link.url, "not reached", because(ReasonKind.NOT_SAVED))
