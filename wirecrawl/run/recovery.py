"""Recovery: the next run of a spider completes what an interrupted run had begun. Nothing is lost or written twice.

A run ends in this order: it writes its feeds as .part files, makes them durable, renames them, and commits the ledger
once. An interrupted run therefore leaves one or several of these:

- A feed file under its final name that no commit lists. Its lines count as written and are entered in the ledger.
- A journal and sightings: cleaned stories and headlines on which it did not decide. The new run takes them over.
- An archive file that the ledger lists and that is not whole. What follows its last whole record is cut off, and its
  index is written. A file that the ledger does not list was not written here, and is not touched.
- A .part file. The journal has what it holds; if it has not, because the ledger was restored from an older backup, the
  whole lines of the .part are journalled again.

The caller holds the spider's lock, so a run that still goes on is never taken for an interrupted one.
"""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from wirecrawl.items import Headline, Story
from wirecrawl.news.agencies import classify
from wirecrawl.news.dedupe import HeadlineRecord, Sighting, read_line, version_to_compare
from wirecrawl.reasons import Reason, ReasonKind, because
from wirecrawl.run.deciding import journal
from wirecrawl.run.reading.journal_entry import JournaledStory, entry_of, page_state_of, story_in
from wirecrawl.run.state import Run
from wirecrawl.storage.archive.cdxj import index_of
from wirecrawl.storage.archive.repair import complete
from wirecrawl.storage.feed.lines import read_items
from wirecrawl.storage.feed.names import KINDS, feeds_of_runs, kind_of, parts_of_runs
from wirecrawl.storage.ledger.rows import Outcome
from wirecrawl.utils.terminal import counted
from wirecrawl.utils.times import utc_iso


def recover(run: Run) -> list[Reason]:
    """Complete what earlier runs of the spider left; returns what became of each thing found.

    All of it is one transaction. The .part files are listed in `run.leftover_parts`; the commit of the run deletes
    them.
    """
    folder = run.data.feeds(run.spider)
    with run.ledger.transaction(alone=True):
        found = [*_complete_archives(run), *_adopt_feeds(run, folder), *_take_over(run), *_read_parts(run, folder)]
        run.ledger.leftovers.close(run.spider, run.number)
    return found


def _complete_archives(run: Run) -> Iterator[Reason]:
    for name in run.ledger.archive_files.listed(run.spider, whole=False):
        file = run.data.archive(run.spider) / name
        try:
            if not index_of(file).exists():  # else the run ended between its last two steps
                yield _complete_archive(run, file)
            run.ledger.archive_files.finish(name)
        except FileNotFoundError:
            run.ledger.archive_files.forget([name])
        except OSError as error:
            yield because(ReasonKind.ARCHIVE_NOT_COMPLETED, name, error.strerror or error)


def _complete_archive(run: Run, file: Path) -> Reason:
    done = complete(file)
    run.ledger.captures.forget([file.name])
    run.ledger.captures.save(done.captured)
    kind = ReasonKind.ARCHIVE_CUT if done.cut else ReasonKind.ARCHIVE_COMPLETED
    return because(kind, file.name, counted(done.captures, "capture"), counted(done.cut, "byte"))


def _adopt_feeds(run: Run, folder: Path) -> Iterator[Reason]:
    """Enter the feed files that no commit lists. Only folder and name are compared, since a data folder may move."""
    listed = {Path(path).parts[-2:] for path in run.ledger.leftovers.feed_paths()}
    for kind in KINDS:
        for file in feeds_of_runs(folder, kind):
            if file.parts[-2:] not in listed:
                entered = _adopt_stories(run, file) if kind == "stories" else _adopt_headlines(run, file)
                run.ledger.journal.add_feed(run.number, str(file), entered)
                yield because(ReasonKind.FEED_ENTERED, file.name, entered, counted(_count(file), "line"))


def _adopt_stories(run: Run, file: Path) -> int:
    journal = _journal(run)
    stories = list(read_items(file, Story))
    for story in stories:
        link, waiting = journal.get((story.id, story.provenance.sha256), (story.url or story.id, JournaledStory(story)))
        _enter(run, link, JournaledStory(story, waiting.etag, waiting.modified))
        run.ledger.leftovers.undecided(run.spider, run.number, link)
    return len(stories)


def _journal(run: Run) -> dict[tuple[str, str], tuple[str, JournaledStory]]:
    """Link and story of each row in the journal of earlier runs, by the story's id and the digest of its page."""
    entries = run.ledger.leftovers.waiting(run.spider, run.number)
    waiting = [(entry.link, story_in(entry)) for entry in entries]
    return {(one.story.id, one.story.provenance.sha256): (link, one) for link, one in waiting}


def _enter(run: Run, link: str, journaled: JournaledStory) -> None:
    """Enter a story as the missing commit would have done."""
    story = journaled.story
    outcome: Outcome = "duplicate" if story.duplicate_of else "update" if story.supersedes else "new"
    if outcome != "duplicate":
        version = replace(version_to_compare(story), version=story.version, thread=story.thread)
        run.ledger.stories.add(run.number, run.spider, version, story.published, story.url)
    run.ledger.pages.save(run.spider, page_state_of(journaled, link, outcome, utc_iso(run.started)))
    run.ledger.leftovers.entered(run.spider, run.number, story.id, outcome, because(ReasonKind.IN_FEED).stored)


def _adopt_headlines(run: Run, file: Path) -> int:
    headlines = list(read_items(file, Headline))
    for item in headlines:
        before = run.ledger.headlines.named(item.supersedes) if item.supersedes else None
        record = run.ledger.headlines.named(item.id) or HeadlineRecord(
            item,
            read_line(item.headline_raw, item.agency),
            before.chain if before else item.id,
            undated=item.first_seen,
            link=classify(item.url, run.agency).id if item.url else None,
        )
        record.item = item
        run.ledger.headlines.save(run.number, run.spider, record)
    return len(headlines)


def _take_over(run: Run) -> Iterator[Reason]:
    """Take over the journal of earlier runs, to be decided with what this run fetches itself."""
    stories, pages = run.ledger.leftovers.take_over(run.spider, run.number)
    if stories or pages:
        yield because(ReasonKind.JOURNAL_TAKEN_OVER, counted(stories, "story"), counted(pages, "page"))


def _read_parts(run: Run, folder: Path) -> Iterator[Reason]:
    """Journal the lines of .part files that the ledger does not have; the decision recognises what is in a feed."""
    has_lines = next(run.sightings, None) is not None
    for file in parts_of_runs(folder):
        run.leftover_parts.append(file)
        kept = 0
        if kind_of(file) == "stories":
            for story in read_items(file, Story):
                kept += _journal_again(run, story)
        elif not has_lines:
            for item in read_items(file, Headline):
                run.save_sightings([_sighting(run, item)])
                kept += 1
        yield because(ReasonKind.PART_READ, file.name, kept)


def _journal_again(run: Run, story: Story) -> bool:
    link = story.url or story.id
    if not run.ledger.links.note_link(run.number, link, story.id, "a feed that was cut off"):
        return False
    journal(run, entry_of(run.agency, link, JournaledStory(story)))
    return True


def _sighting(run: Run, item: Headline) -> Sighting:
    story = classify(item.url, run.agency).id if item.url else None
    page = item.seen_on[0] if item.seen_on else item.id
    return Sighting(item.headline_raw, page, 0, item.first_seen, item.url, story, item.first_seen, dated=False)


def _count(file: Path) -> int:
    return file.read_bytes().count(b"\n")
