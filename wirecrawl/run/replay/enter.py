"""What comes of the pages of a replay, entered in its run."""

from wirecrawl.run.measures import add_counts
from wirecrawl.run.reading.results import ListResult, PageListing, Result, StoryResult
from wirecrawl.run.reading.stories import UNHANDLED
from wirecrawl.run.replay.plan import _log
from wirecrawl.run.source_state import SourceState
from wirecrawl.run.state import Run


def enter(run: Run, found: list[Result]) -> None:
    """Enter in the run what came of a task; all or nothing."""
    with run.ledger.transaction():
        for one in found:
            _enter_list(run, one) if isinstance(one, ListResult) else _enter_story(run, one)


def stories_in(found: list[Result]) -> int:
    """How many stories came of a task."""
    return sum(isinstance(one, StoryResult) and one.entry is not None for one in found)


def _enter_list(run: Run, found: ListResult) -> None:
    """A list with what it shows. Of several captures of it the last one that could be read counts as its state."""
    source = run.sources[found.url]
    if found.state == "ok" or source.state != "ok":
        source.state, source.links = found.state, 0
    lists = [one.link for one in found.shown.listing.seen if one.link and one.link.kind == "list"]
    source.unread = tuple(found.shown.listing.unread)
    source.data = tuple(link.url for link in lists if link.source == "json")
    for child in (run.sources[link.url] for link in lists if link.url in run.sources):
        if child is not source and not child.start:
            child.parent = child.parent or source.url
    _enter_shown(run, found.shown, source)


def _enter_shown(run: Run, shown: PageListing, source: SourceState) -> None:
    """Lines and links of a page; a link to a page that is not saved is not reached."""
    run.ledger.journal.add_sightings(run.number, shown.lines)
    for link, _ in run.wanted(shown.listing, source, set()):
        run.set_outcome(link.url, "not reached", "not saved")


def _enter_story(run: Run, found: StoryResult) -> None:
    if found.ticker:
        _enter_shown(run, found.ticker, SourceState(found.ticker.url, "ticker", start=False))
    if found.cut_short:
        _log.warning("%s: %s is not saved; the story ends before it", found.link, found.cut_short)
    if found.reason.startswith(UNHANDLED):
        run.errors.append(f"{UNHANDLED} at {found.link}{found.reason.removeprefix(UNHANDLED)}")
    if found.counts:
        add_counts(run, found.counts)
    if found.entry is None:
        run.refuse(found.link, None, found.outcome or "failed", found.reason, found.of)
    elif run.too_old(found.entry.published):
        run.set_outcome(found.link, "filtered", "since")
    else:
        run.journal(found.entry)


def forget_aliases(run: Run) -> None:
    """Settle further addresses of stories whose first address brought none: were they saved, they would be known."""
    while links := run.second_chances():
        for link in links:
            run.set_outcome(link.url, "not reached", "not saved")
