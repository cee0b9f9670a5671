"""One run: what it has seen so far, and what is to be asked for. Scrapy carries out what this decides."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from wirecrawl.news.agencies import Agency, Link, SourceKind, classify
from wirecrawl.news.dedupe import RepeatFilter, Sighting
from wirecrawl.news.discovery import Listing, ListItem
from wirecrawl.run.arguments import Arguments
from wirecrawl.run.limits import RunLimits
from wirecrawl.run.reading.sightings import packed, sightings, unpacked
from wirecrawl.run.source_state import SourceState
from wirecrawl.storage.archive.writer import Archive
from wirecrawl.storage.data_folder import DataFolder
from wirecrawl.storage.ledger.interface import Ledger
from wirecrawl.storage.ledger.rows import JournalEntry, Outcome, PageState
from wirecrawl.utils.times import utc_iso
from wirecrawl.web.urls import host_of, under

if TYPE_CHECKING:
    pass

# UTC start of a run in file names: sortable, and with its microseconds no two runs share one.
STARTED = "%Y-%m-%dT%H-%M-%S.%fZ"
# Outcomes of an address that brought no story, so that another address of it is worth asking.
_DEAD: tuple[Outcome, ...] = ("gone", "empty", "failed", "not reached")
LIMIT = "limit"  # the reason of a link that limit= cut off


@dataclass
class Run:
    """State of one crawl or replay of one spider."""

    spider: str
    agency: Agency
    ledger: Ledger
    data: DataFolder
    arguments: Arguments = field(default_factory=Arguments)
    limits: RunLimits = field(default_factory=RunLimits)
    replay: bool = False
    kept: bool = True  # in the ledger, beyond its end
    archive: Archive | None = None  # of a live run that keeps what it fetches
    started: datetime = field(default_factory=lambda: datetime.now(UTC))
    sources: dict[str, SourceState] = field(default_factory=dict)
    errors: list[str] = field(default_factory=list)  # what breaks it
    flaws: list[str] = field(default_factory=list)  # what degrades it
    challenges: list[str] = field(default_factory=list)
    fills: Counter[str] = field(default_factory=Counter)
    lengths: list[int] = field(default_factory=list)  # of the texts, in characters
    lost: set[str] = field(default_factory=set)
    written: Counter[type] = field(default_factory=Counter)  # lines that must be in the feeds when they are closed
    asked: int = 0
    aliases: list[Link] = field(default_factory=list)  # further addresses of stories that are asked for already
    others: int = 0  # pages of a replay's archives that are no story or list of the agency
    recovered: list[str] = field(default_factory=list)  # what earlier runs had begun, a sentence each
    parts: list[Path] = field(default_factory=list)  # their .part files; they go when this run is committed

    def __post_init__(self) -> None:
        self.met = None if self.kept else RepeatFilter()  # later runs may meet any block of a run that is kept
        self.number = self.ledger.runs.start(self.spider, utc_iso(self.started))

    # Links

    def note_link(self, link: Link, source: str) -> bool:
        """Note a link; False when this run had seen it before."""
        return self.ledger.links.note_link(self.number, link.url, link.id, source)

    def set_outcome(self, url: str, outcome: Outcome, reason: str = "", of: str | None = None) -> None:
        """Give a link its outcome; the first one stays."""
        self.ledger.links.set_outcome(self.number, url, outcome, reason, of)

    def journal(self, entry: JournalEntry) -> None:
        """Keep a cleaned story until nothing is left to read."""
        if self.met is not None:
            self.met.add(entry.blocks, entry.id, entry.text or "")
        self.ledger.journal.add(self.number, entry)

    def may_know(self, name: str) -> bool:
        """Whether the ledger may have a story of this id or key of its text; of a run alone one that it has twice."""
        return self.met is None or self.met.has_several(name)

    def refuse(self, url: str, known: PageState | None, outcome: Outcome, reason: str, of: str | None = None) -> None:
        """Give a story page that brought no story its outcome, and remember what must not be asked for again soon."""
        if reason.startswith("challenge"):
            self.challenges.append(url)
        if outcome == "empty":
            self.fills["pages"] += 1
        self.set_outcome(url, outcome, reason, of or (known.id if known else None))
        self.checked(url, known, outcome)

    def wanted(self, listing: Listing, source: SourceState, changed: set[str]) -> list[tuple[Link, PageState | None]]:
        """Story pages to ask for among what a list shows; every other link gets its outcome here.

        `changed`: addresses that the list shows with another headline or time than when it was last read.
        """
        wanted = []
        with self.ledger.transaction():
            for seen in [*listing.seen, *listing.ticker]:
                # A later page of a story is part of it, not a link of its own.
                if seen.link and seen.link.kind != "list" and seen.link.page == 1 and self._is_own(seen.link):
                    wanted += self._note(seen, seen.link, source, seen.link.url in changed)
        return wanted

    def _note(
        self, seen: ListItem, link: Link, source: SourceState, changed: bool
    ) -> list[tuple[Link, PageState | None]]:
        known = self.known(link) if link.kind == "article" else None
        if link.kind == "article":
            source.links += 1
            source.new += known is None
            source.newest = max(filter(None, (source.newest, self._moment(link, seen.published))), default=None)
        return self._decide(seen, link, known, changed) if self.note_link(link, source.url) else []

    def _is_own(self, link: Link) -> bool:
        return any(under(host_of(link.url), domain) for domain in self.agency.domains)

    def _decide(
        self, seen: ListItem, link: Link, known: PageState | None, changed: bool
    ) -> list[tuple[Link, PageState | None]]:
        if link.kind == "neither":
            self.set_outcome(link.url, "filtered", "shape")
        elif link.id and self.ledger.links.other_links(self.number, link.url, link.id):
            self.aliases.append(link)
        elif known and not changed and not self.is_due(known):
            self.set_outcome(link.url, "gone" if known.state == "gone" else "unchanged", "already known", known.id)
        elif not known and self._too_old(link, seen.published):
            self.set_outcome(link.url, "filtered", "since")
        elif self.take_one():
            return [(link, known)]
        else:
            self.set_outcome(link.url, "filtered", LIMIT)
        return []

    def known(self, link: Link) -> PageState | None:
        """What earlier runs know of a story's page; nothing with full=1. A dead address says nothing of another one."""
        if self.arguments.full:
            return None
        page = self.ledger.pages.find(link.id) if link.id else None
        return page if page and (page.state not in _DEAD or page.url == link.url) else self.ledger.pages.find(link.url)

    def second_chances(self) -> list[Link]:
        """Further addresses of stories whose first address brought none; the others are duplicates.

        Called when nothing is being fetched, until it returns nothing.
        """
        waiting, self.aliases = self.aliases, []
        asked: list[Link] = []
        pending = {link.url for link in waiting}
        for link in waiting:
            assert link.id
            others = self.ledger.links.other_links(self.number, link.url, link.id)
            alive = [url for url, outcome in others.items() if url not in pending and outcome not in _DEAD]
            if alive:
                self.set_outcome(link.url, "duplicate", f"same id as {alive[0]}", link.id)
            elif link.id in {other.id for other in asked}:
                self.aliases.append(link)
            else:
                asked.append(link)
        return asked

    def take_one(self) -> bool:
        """Count one story page to ask for; False when limit= is reached."""
        if self.arguments.limit is not None and self.asked >= self.arguments.limit:
            return False
        self.asked += 1
        return True

    def _too_old(self, link: Link, published: str | None) -> bool:
        """By the time printed in the list, else by the last moment of the day in the address."""
        moment = self._moment(link, published)
        return bool(self.arguments.since and moment and datetime.fromisoformat(moment) < self.arguments.since)

    def _moment(self, link: Link, published: str | None) -> str | None:
        """The time printed in a list, else the last moment of the day in an address; ISO 8601 UTC."""
        if published:
            return utc_iso(datetime.fromisoformat(published))
        last_moment = time(23, 59, 59, tzinfo=self.agency.clock)
        return utc_iso(datetime.combine(link.day, last_moment)) if link.day else None

    def too_old(self, published: str | None) -> bool:
        """True for a story published before since=; one without a time is never too old."""
        since = self.arguments.since
        return bool(since and published and datetime.fromisoformat(published) < since)

    # Known stories

    def is_due(self, page: PageState) -> bool:
        """Whether a known story is to be asked for again: at the ages of WIRECRAWL_RECHECK_HOURS, 0 for any age."""
        first, checked = datetime.fromisoformat(page.first_seen), datetime.fromisoformat(page.checked)
        if self.started - first > timedelta(hours=self.limits.window_hours):
            return False
        ages = [timedelta(hours=hours) for hours in self.limits.recheck_hours]
        return any(not age or checked < first + age <= self.started for age in ages)

    def unfinished(self) -> list[Link]:
        """Links that the last run left failed, not reached or cut by its limit, while the window lasts."""
        if self.replay:
            return []
        since = self.started - timedelta(hours=self.limits.window_hours)
        return [
            classify(url, self.agency) for url in self.ledger.links.unfinished(self.spider, self.number, utc_iso(since))
        ]

    def due_pages(self) -> list[PageState]:
        """Known stories of the window that are to be asked for again, also when no list shows them any more."""
        if self.replay or self.arguments.full:
            return []
        since = self.started - timedelta(hours=self.limits.window_hours)
        return [page for page in self.ledger.pages.recent(self.spider, utc_iso(since)) if self.is_due(page)]

    def checked(self, link: str, known: PageState | None, outcome: Outcome) -> None:
        """Remember what asking for a story page gave, so that it is not asked for again before it is due."""
        now = utc_iso(datetime.now(UTC))
        if known:
            back = "unchanged" if known.state == "gone" else known.state
            state = "gone" if outcome == "gone" else back
            if outcome in ("unchanged", "gone"):
                self.ledger.pages.save(self.spider, replace(known, state=state, checked=now))
        elif outcome in ("gone", "empty"):
            # Under the address itself: the story may live at another one.
            self.ledger.pages.save(self.spider, PageState(link, link, outcome, now, now))

    # Lists and headlines

    def list_source(self, url: str, kind: SourceKind, parent: str | None = None) -> SourceState | None:
        """Enter a list page; None when this run has it already or has enough."""
        if url in self.sources or len(self.sources) >= self.limits.lists:
            return None
        self.sources[url] = SourceState(url, kind, parent is None, parent)
        return self.sources[url]

    @property
    def sightings(self) -> Iterator[Sighting]:
        """The headlines that the pages of this run show, the oldest first."""
        return unpacked(self.ledger.journal.sightings(self.number))

    def sight(self, listing: Listing, page: str, fetched: str | None) -> None:
        """Keep the headlines that a page shows, durably."""
        self.keep(sightings(listing, page, fetched))

    def keep(self, lines: list[Sighting]) -> None:
        """Keep lines until the run gathers them; a run that is cut off leaves them to the next one."""
        self.ledger.journal.add_sightings(self.number, packed(lines))
