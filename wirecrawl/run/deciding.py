"""From the journal to the feed: stories in the order of decision, then headlines."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice

from wirecrawl.items import Headline, Story
from wirecrawl.news import wire
from wirecrawl.news.agencies import classify
from wirecrawl.news.cleaning.language import language_of
from wirecrawl.news.dedupe import (
    Decision,
    HeadlineChains,
    HeadlineRecord,
    StoryVersion,
    decide,
    has_same_text,
    join_headlines,
    read_line,
    same_words,
    version_to_compare,
)
from wirecrawl.reasons import NO_REASON, Reason, ReasonKind, because
from wirecrawl.run.reading.journal_entry import JournaledStory, page_state_of, seen_at, story_in
from wirecrawl.run.state import Run
from wirecrawl.storage.ledger.rows import JournalEntry, Outcome
from wirecrawl.utils.times import hours_before, utc_iso

_AT_ONCE = 32  # stories that wait decoded for their decision


@dataclass(slots=True)
class PendingStory:
    """A cleaned story on its way to the decision; `link` is the address that its outcome belongs to."""

    link: str
    waiting: JournaledStory

    @property
    def story(self) -> Story:
        return self.waiting.story


def journal(run: Run, entry: JournalEntry) -> None:
    """Keep a cleaned story, durably, until nothing is left to fetch; the record that it names before it."""
    with run.ledger.transaction():
        if run.archive:
            run.archive.sync()
        run.journal(entry)


def pending_stories(run: Run) -> Iterator[PendingStory]:
    """The stories of the journal in order of (published, lead, id)."""
    _count_unlinked_headlines(run)
    entries = run.ledger.journal.entries(run.number)
    while pending := [PendingStory(entry.link, story_in(entry)) for entry in islice(entries, _AT_ONCE)]:
        _announce(run, pending)
        yield from pending


def _announce(run: Run, pending: list[PendingStory]) -> None:
    """Say which stories the next decisions look up. A temporary run looks up those alone that it has met twice."""
    if run.persistent:
        texts = [one.waiting.keys.text for one in pending if one.waiting.keys and one.waiting.keys.text]
        run.ledger.stories.expect([one.story.id for one in pending], texts)


def _count_unlinked_headlines(run: Run) -> None:
    """Count the keys of headlines without a link: each of them will look for its story under these keys."""
    if run.repeats is not None:
        for raw in {sighting.raw for sighting in run.sightings if not sighting.story}:
            run.repeats.count(read_line(wire.fold_space(raw), run.agency.name).block_keys)


def decide_story(run: Run, candidate: PendingStory) -> Decision:
    """Decide on a candidate, give its link the outcome and enter it in the ledger; the story gets its version."""
    run.ledger.require_transaction()
    story = candidate.story
    known = run.ledger.stories.by_id(run.number, story.id) if run.may_know(story.id) else None
    version = _version(run, candidate, known)
    is_older = known is not None and _is_older_capture(run, story)
    if is_older:
        known = _version_with_text(run, version) or known
    text = version.text_key
    same_text = run.ledger.stories.by_text(run.number, version) if text and run.may_know(text) else None
    decision = (_decide_in_full_run if run.arguments.full else _decide_in_window)(run, version, known, same_text)
    if known and not known.this_run and decision.outcome == "update" and _precedes(run, story):
        decision = _earlier_version(run, decision, version)
    story.version, story.supersedes, story.thread = decision.version, decision.supersedes, decision.thread
    run.set_outcome(candidate.link, decision.outcome, _reason(decision), decision.of)
    _enter(run, candidate, version, decision)
    if run.persistent:  # the ledger of a temporary run is never asked again
        run.ledger.stories.compared(run.number, candidate.link, decision.compared)
        run.ledger.journal.remove(run.number, candidate.link)
        _remember_page(run, candidate, decision.outcome, is_older=is_older)
    return decision


def _remember_page(run: Run, candidate: PendingStory, outcome: Outcome, *, is_older: bool) -> None:
    """Remember the page of a story for later runs; an older capture says nothing of the page as it is.

    A link that redirects to the story of another id is remembered under its own address: its id is that of no story,
    so that every run would request it whole.
    """
    page = page_state_of(candidate.waiting, candidate.link, outcome, utc_iso(run.started))
    if not is_older:
        run.ledger.pages.save(run.spider, page)
    linked = None if run.replay else classify(candidate.link, run.agency).id
    if linked and linked != page.id:
        run.ledger.pages.save(run.spider, replace(page, id=candidate.link, url=candidate.link))


def _is_older_capture(run: Run, story: Story) -> bool:
    """Whether a capture of a known page is no newer than the last look at that page, or has no fetch time.

    Such a capture may be one from which a version was made before, as in a second replay of one archive. A newer one
    whose text is that of an early version shows that the agency went back to that text.
    """
    page = run.ledger.pages.find(story.id) if run.persistent else None
    seen = seen_at(story)
    return page is not None and (seen is None or seen <= page.seen)


def _precedes(run: Run, story: Story) -> bool:
    """Whether a capture is known to be older than the last look at its page."""
    page, seen = run.ledger.pages.find(story.id), seen_at(story)
    return page is not None and seen is not None and seen < page.seen


def _earlier_version(run: Run, decision: Decision, story: StoryVersion) -> Decision:
    """Enter an older capture with a text that no version has: it replaces none, and its number is below theirs."""
    least = min((known.version for known in run.ledger.stories.all_by_id(run.number, story.id)), default=1)
    return replace(decision, outcome="new", version=min(least, 1) - 1, supersedes=None, of=None)


def _version_with_text(run: Run, story: StoryVersion) -> StoryVersion | None:
    """The version that has the text of an older capture; its headline does not count, as within one run."""
    alike = (known for known in run.ledger.stories.all_by_id(run.number, story.id) if has_same_text(story, known))
    return next((replace(known, headline=story.headline) for known in alike), None)


def _version(run: Run, candidate: PendingStory, known: StoryVersion | None) -> StoryVersion:
    """Build the version of the story that `decide` compares.

    In a temporary run we know every story in advance, so we drop the block keys that no other story shares: they could
    only find the story itself. If none remain and this page has no earlier version, nothing will be compared with it,
    so the text is dropped too.
    """
    keys = candidate.waiting.keys
    version = version_to_compare(candidate.story, keys)
    if run.repeats is not None and keys:
        version.blocks = run.repeats.repeated(keys.blocks)
        if not version.blocks and known is None:
            version.text = None
    return version


def _decide_in_window(
    run: Run, story: StoryVersion, known: StoryVersion | None, same_text: StoryVersion | None
) -> Decision:
    earliest = hours_before(story.time, run.limits.compare_hours)
    latest = hours_before(story.time, -run.limits.compare_hours) if run.past else None
    keys = run.known_keys(story.keys)
    near = run.ledger.stories.chains(run.number, story, earliest, latest, keys)
    chains = [] if known or same_text else list(near)
    if run.arguments.full:
        chains = [chain for chain in chains if all(member.this_run for member in chain)]
    return decide(story, known, same_text, chains, run.limits.headline_hours)


def _reason(decision: Decision) -> Reason:
    """The kind of evidence, with the similarity unless the texts are identical."""
    if decision.kind is None:
        return NO_REASON
    if decision.similarity in (None, 1.0):
        return because(ReasonKind.EVIDENCE, decision.kind)
    return because(ReasonKind.SIMILAR, decision.kind, decision.similarity)


def _decide_in_full_run(
    run: Run, story: StoryVersion, known: StoryVersion | None, same_text: StoryVersion | None
) -> Decision:
    """With full=1 what earlier runs wrote is written again; a line that is the same keeps its version."""
    this_run = [k if k and k.this_run else None for k in (known, same_text)]
    if known and not known.this_run:
        decision = decide(story, known, None)
        if decision.outcome != "unchanged":
            return decision
        before = f"{known.id}@{known.version - 1}" if known.version > 1 else None
        return replace(decision, outcome="new", of=None, kind=None, supersedes=before)
    return _decide_in_window(run, story, *this_run)


def _enter(run: Run, candidate: PendingStory, version: StoryVersion, decision: Decision) -> None:
    story = candidate.story
    if decision.outcome in ("new", "update"):
        version.version, version.thread = decision.version, decision.thread
        run.ledger.stories.add(run.number, run.spider, version, story.published, story.url)
        run.note_keys(version.keys)


def forget(run: Run) -> None:
    """Let the ledger forget what is too old to be compared with or explained.

    Age counts from the run that wrote a version or last saw a line, not from the printed time: otherwise old news that
    a run finds would be forgotten at its end.
    """
    before = hours_before(utc_iso(run.started), 24 * run.limits.retention_days)
    assert before
    run.ledger.stories.forget(before)
    run.ledger.headlines.forget(before)


def _story_of(run: Run, record: HeadlineRecord) -> StoryVersion | None:
    """The story under the words of a line without a link, the newest stage of it that is in the feed."""
    item = record.item
    line = StoryVersion(
        item.id,
        0,
        item.id,
        None,
        item.headline,
        item.marks,
        item.headline_raw,
        item.agency,
        hours_before(record.last, 0),
    )
    chains = run.ledger.stories.chains(run.number, line, hours_before(record.last, run.limits.compare_hours))
    alike = (known for chain in chains for known in reversed(chain) if same_words(known.line, record.line))
    return next(alike, None)


def headlines(run: Run) -> Iterator[Headline]:
    """Headline records that are new, have a new stage or know their story now; the oldest first."""
    gathering = HeadlineChains(
        run.agency.name, run.ledger.headlines, run.limits.headline_hours, run.limits.compare_hours
    )
    for record in join_headlines(run.sightings, run.agency.name, gathering):
        run.ledger.require_transaction()
        known = run.ledger.stories.by_id(run.number, record.link) if record.link else _story_of(run, record)
        linked = known is not None and record.item.story is None
        if known:
            record.item.story = known.id
        item = record.item
        address = next(iter(filter(None, (item.url, *item.seen_on))), None)
        item.language = item.language or language_of(item.headline, address, run.agency)
        run.ledger.headlines.save(run.number, run.spider, record)
        if record.changed or linked or run.arguments.full:
            yield item
    run.ledger.journal.remove_sightings(run.number)
