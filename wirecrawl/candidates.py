"""From the journal to the feed: stories in the order of decision, then headlines."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import msgspec

from wirecrawl.dedupe import Decision, Known, decide, join_headlines, text_key, with_earlier
from wirecrawl.items import Headline, Story
from wirecrawl.ledger_rows import Entry, KnownPage
from wirecrawl.run import Run, iso
from wirecrawl.urls import under


@dataclass(slots=True)
class Waiting:
    """What the journal keeps of a page: its story and what a later conditional request needs."""

    story: Story
    etag: str | None = None
    modified: str | None = None


@dataclass(slots=True)
class Candidate:
    """A cleaned story on its way to the decision; `link` is the address that its outcome belongs to."""

    link: str
    waiting: Waiting

    @property
    def story(self) -> Story:
        return self.waiting.story


def journal(run: Run, link: str, waiting: Waiting) -> None:
    """Keep a cleaned story, durably, until nothing is left to fetch."""
    story = waiting.story
    domains = run.agency.domains
    rank = next((n for n, domain in enumerate(domains) if under(story.site or "", domain)), len(domains))
    entry = Entry(link, story.id, story.published, story.marks.lead, story.fetched, rank, msgspec.json.encode(waiting))
    run.ledger.journal(run.number, entry)


def candidates(run: Run) -> Iterator[Candidate]:
    """The stories of the journal in order of (published, lead, id)."""
    for entry in run.ledger.journalled(run.number):
        yield Candidate(entry.link, msgspec.json.decode(entry.story, type=Waiting))


def settle(run: Run, candidate: Candidate) -> Decision:
    """Decide on a candidate, give its link the outcome and enter it in the ledger; the story gets its version."""
    story = candidate.story
    key = text_key(story.text)
    known = run.ledger.known_by_id(run.number, story.id)
    same_text = run.ledger.known_by_text(run.number, key)
    decision = (_afresh if run.arguments.full else decide)(story, known, same_text)
    story.version, story.supersedes, story.thread = decision.version, decision.supersedes, decision.thread
    run.settle(candidate.link, decision.outcome, decision.kind or "", decision.of)
    _enter(run, candidate, decision, key)
    return decision


def _afresh(story: Story, known: Known | None, same_text: Known | None) -> Decision:
    """With full=1 what earlier runs wrote is written again; a line that is the same keeps its version."""
    this_run = [k if k and k.this_run else None for k in (known, same_text)]
    if known and not known.this_run:
        decision = decide(story, known, None)
        if decision.outcome != "unchanged":
            return decision
        before = f"{known.id}@{known.version - 1}" if known.version > 1 else None
        return replace(decision, outcome="new", of=None, kind=None, supersedes=before)
    return decide(story, *this_run)


def _enter(run: Run, candidate: Candidate, decision: Decision, key: str | None) -> None:
    story = candidate.story
    if decision.outcome in ("new", "update"):
        version = Known(story.id, story.version, story.thread, key, story.headline, story.marks.handling)
        run.ledger.add_story(run.number, run.spider, version, story.published, story.url)
    fetched = story.fetched or iso(run.started)
    page = KnownPage(
        id=story.id,
        url=story.url or candidate.link,
        state=decision.outcome,
        first_seen=story.first_seen or fetched,
        checked=fetched,
        etag=candidate.waiting.etag,
        modified=candidate.waiting.modified,
        sha256=story.provenance.sha256,
    )
    run.ledger.save_page(run.spider, page)


def headlines(run: Run) -> Iterator[Headline]:
    """Headline records that are new or have a new stage, each with its story once that is in the feed."""
    for record in join_headlines(run.sightings, run.agency.name):
        earlier = None if run.arguments.full else run.ledger.headline(record.id)
        joined = with_earlier(record, *earlier) if earlier else record
        if joined is None:
            continue
        known = run.ledger.known_by_id(run.number, joined.story) if joined.story else None
        joined.story = known.id if known else None
        run.ledger.add_headline(run.number, run.spider, joined.id, joined.stages, joined.first_seen)
        yield joined
