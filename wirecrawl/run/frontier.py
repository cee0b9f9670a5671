"""The frontier of a run: which lists and story pages it requests. Scrapy carries out what this decides."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, time, timedelta
from functools import cached_property

from wirecrawl.news.agencies import Link, SourceKind, classify
from wirecrawl.news.discovery import Listing, ListItem
from wirecrawl.reasons import Reason, ReasonKind, because
from wirecrawl.run.further_addresses import DEAD, FurtherAddresses, name_of
from wirecrawl.run.source_state import SourceState
from wirecrawl.run.state import Run
from wirecrawl.run.story_budget import StoryBudget
from wirecrawl.run.tallies import UnreachedHost
from wirecrawl.storage.ledger.rows import Outcome, PageState
from wirecrawl.utils.times import utc_iso
from wirecrawl.web.urls import host_of, under

Selected = tuple[Link, PageState | None]  # a story page to request, and what earlier runs know of it


@dataclass
class Frontier:
    """Decides for each link of a run whether it is requested. A link that is not gets its outcome here."""

    run: Run
    _unchanged: dict[str, str] = field(default_factory=dict)  # links that a list showed as they were known, by name

    @cached_property
    def _further(self) -> FurtherAddresses:
        """Further addresses of stories that were selected already."""
        return FurtherAddresses(self.run)

    @cached_property
    def _budget(self) -> StoryBudget:
        """How many story pages the run may request; a replay requests none."""
        limits = self.run.limits
        return StoryBudget(0, 0) if self.run.replay else StoryBudget(limits.requests, limits.host_requests)

    # Links that a page shows

    def select(self, listing: Listing, source: SourceState, changed: set[str]) -> list[Selected]:
        """Story pages to request among the links that a list shows; every other link gets its outcome here.

        `changed`: addresses that the list shows with another headline or time than when it was last read.
        """
        selected: list[Selected] = []
        with self.run.ledger.transaction():
            for item, link in self._own_links(listing):
                selected += self._note(item, link, source, link.url in changed)
        return selected

    def _own_links(self, listing: Listing) -> Iterator[tuple[ListItem, Link]]:
        """Items that link to a page of the agency. A later page of a story is part of it, not a link of its own."""
        for item in (*listing.seen, *listing.ticker):
            link = item.link
            if link and link.kind != "list" and link.page == 1 and self._is_own(link):
                yield item, link

    def _is_own(self, link: Link) -> bool:
        return any(under(host_of(link.url), domain) for domain in self.run.agency.domains)

    def _note(self, item: ListItem, link: Link, source: SourceState, changed: bool) -> list[Selected]:
        known = self.known(link) if link.kind == "article" else None
        if link.kind == "article":
            source.links += 1
            source.new += known is None
            source.newest = max(filter(None, (source.newest, self._moment(link, item.published))), default=None)
        selected = self._reopened(link, known) if changed else []
        if self.run.note_link(link, source.url):
            selected += self.route(item, link, known, changed or name_of(link) in self._wanted)
        return selected

    def _reopened(self, link: Link, known: PageState | None) -> list[Selected]:
        """Request a known story that a list shows changed, though a list before it showed it as it was known."""
        url = self._unchanged.pop(name_of(link), None)
        if url and self.run.ledger.links.reopen(self.run.number, url, because(ReasonKind.ALREADY_KNOWN).stored):
            return self._requested(replace(link, url=url), known)
        return []

    def _requested(self, link: Link, known: PageState | None) -> list[Selected]:
        """Select a link if limit= and the limits of requests allow it; else it gets its outcome."""
        if self.is_limit_reached:
            self.run.set_outcome(link.url, "filtered", because(ReasonKind.LIMIT))
        elif setting := self._budget.take(host_of(link.url)):
            self.run.set_outcome(link.url, "not reached", because(ReasonKind.REQUESTS_TAKEN, setting))
        else:
            self.reserve_request()
            return [(link, known)]
        return []

    def route(self, item: ListItem, link: Link, known: PageState | None, changed: bool) -> list[Selected]:
        """Select a link, postpone it as a further address of its story, or give it its outcome."""
        run = self.run
        if link.kind == "neither":
            run.set_outcome(link.url, "filtered", because(ReasonKind.SHAPE))
        elif link.id and run.ledger.links.has_other_link(run.number, link.url, link.id):
            self._further.add(link)
        elif known and not changed and not self.is_due(known):
            outcome: Outcome = "gone" if known.state == "gone" else "unchanged"
            self._unchanged[name_of(link)] = link.url
            run.set_outcome(link.url, outcome, because(ReasonKind.ALREADY_KNOWN), known.id)
        elif not known and self.is_too_old(self._moment(link, item.published)):
            run.set_outcome(link.url, "filtered", because(ReasonKind.SINCE))
        else:
            return self._requested(link, known)
        return []

    @property
    def is_limit_reached(self) -> bool:
        """Whether limit= allows no further request for a story page."""
        limit = self.run.arguments.limit
        return limit is not None and self.run.tallies.requested >= limit

    def reserve_request(self) -> bool:
        """Count one story page that is going to be requested; False when limit= is reached."""
        if self.is_limit_reached:
            return False
        self.run.tallies.requested += 1
        return True

    def is_too_old(self, published: str | None) -> bool:
        """Whether a story was published before since= (both ISO 8601); one without a time is never too old."""
        since = self.run.arguments.since
        return bool(since and published and datetime.fromisoformat(published) < since)

    def _moment(self, link: Link, published: str | None) -> str | None:
        """The time printed in a list, else the last moment of the day in an address; ISO 8601 UTC."""
        if published:
            return utc_iso(datetime.fromisoformat(published))
        last_moment = time(23, 59, 59, tzinfo=self.run.agency.clock)
        return utc_iso(datetime.combine(link.day, last_moment)) if link.day else None

    def second_chances(self) -> list[Link]:
        """Further addresses of stories whose first address brought none; the others are duplicates.

        Called when no request is open, until it returns nothing.
        """
        return self._further.next_ones()

    # Stories that earlier runs know

    def known(self, link: Link) -> PageState | None:
        """What earlier runs know of a story's page; None with full=1.

        What is known of an address that brought no story says nothing about another address of it.
        """
        if self.run.arguments.full:
            return None
        ledger = self.run.ledger
        page = ledger.pages.find(link.id) if link.id else None
        return page if page and (page.state not in DEAD or page.url == link.url) else ledger.pages.find(link.url)

    def is_due(self, page: PageState) -> bool:
        """Whether to request a known story again: at the ages of WIRECRAWL_RECHECK_HOURS, with 0 at any age."""
        if not self.run.takes_up:
            return False
        first = datetime.fromisoformat(min(page.first_seen, page.captured or page.first_seen))
        checked = datetime.fromisoformat(page.checked)
        if first < self._window_start:
            return False
        ages = [timedelta(hours=hours) for hours in self.run.limits.recheck_hours]
        return any(not age or checked < first + age <= self.run.started for age in ages)

    @property
    def _window_start(self) -> datetime:
        """Stories that were first seen earlier are not requested again."""
        return self.run.started - timedelta(hours=self.run.limits.window_hours)

    def last_checked(self, link: Link) -> str | None:
        """When the story of a link was last requested, ISO 8601 UTC; None for an unknown one."""
        page = self.known(link)
        return page.checked if page else None

    def unfinished(self) -> list[Link]:
        """Links of the window that the last run left failed, not reached or cut off by its limit."""
        if self.run.replay or not self.run.takes_up:
            return []
        urls = self.run.ledger.links.unfinished(self.run.spider, self.run.number, utc_iso(self._window_start))
        # What a replay that was kept could not read is named by its file, and has no address to request.
        return [classify(url, self.run.agency) for url in urls if url.startswith(("http://", "https://"))]

    @cached_property
    def _wanted(self) -> set[str]:
        """Names of the unfinished links. They are requested also if their story is known.

        A list had shown them changed when the run before requested them. That list is remembered and shows no change
        now, so nothing else would request them.
        """
        return {name_of(link) for link in self.unfinished()}

    def due_pages(self) -> list[PageState]:
        """Known stories of the window that are due, also those that no list shows any more."""
        if self.run.replay or self.run.arguments.full or not self.run.takes_up:
            return []
        pages = self.run.ledger.pages.recent(self.run.spider, utc_iso(self._window_start))
        return [page for page in pages if self.is_due(page) and not self._has_come(page)]

    def _has_come(self, page: PageState) -> bool:
        """Whether a page is an address without a story whose story has come since: that is known by its id, and due."""
        story = classify(page.url, self.run.agency).id if page.id == page.url else None
        return story is not None and self.run.ledger.pages.find(story) is not None

    # What came of a request

    def record_no_story(
        self, url: str, known: PageState | None, outcome: Outcome, reason: Reason, of: str | None = None
    ) -> None:
        """Give a story page that brought no story its outcome, and remember when it was requested."""
        tallies = self.run.tallies
        if reason.kind is ReasonKind.CHALLENGE:
            tallies.challenges.append(url)
        if reason.kind is ReasonKind.UNHANDLED:
            tallies.rule_failures.append(because(ReasonKind.RULE_FAILED, url, *reason.details))
        if outcome == "empty" and reason.kind is not ReasonKind.WALL:  # no layout has lost anything there
            tallies.fills["pages"] += 1
        with self.run.ledger.transaction():  # one wait for the disk, not two
            self.run.set_outcome(url, outcome, reason, of or (known.id if known else None))
            self.remember_check(url, known, outcome)

    def record_unreached(self, host: str, why: Reason, *, skipped: bool) -> None:
        """Count a link whose host sent no answer; `skipped`: the run requests nothing more from the host."""
        unreached = self.run.tallies.unreached.setdefault(host, UnreachedHost())
        unreached.links += 1
        unreached.why = why
        unreached.skipped |= skipped

    def remember_check(self, link: str, known: PageState | None, outcome: Outcome) -> None:
        """Remember the result of requesting a story page, so that it is not requested again before it is due."""
        now = utc_iso(datetime.now(UTC))
        if known:
            back = "unchanged" if known.state == "gone" else known.state
            state = "gone" if outcome == "gone" else back
            if outcome in ("unchanged", "gone"):
                self.run.ledger.pages.save(self.run.spider, replace(known, state=state, checked=now))
        elif outcome in ("gone", "empty"):
            # Under the address itself: the story may have another address.
            self.run.ledger.pages.save(self.run.spider, PageState(link, link, outcome, now, now))

    # Lists

    def list_source(self, url: str, kind: SourceKind, parent: str | None = None) -> SourceState | None:
        """Enter a list page among the sources; None when it is there already or WIRECRAWL_LISTS is reached."""
        sources = self.run.tallies.sources
        if url in sources or len(sources) >= self.run.limits.lists:
            return None
        return sources.setdefault(url, SourceState(url, kind, parent is None, parent))
