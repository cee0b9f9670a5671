"""Reasons: why a link, a list or a run ended as it did, as values.

Code compares the kind of a reason, never its words; `words_of` alone makes the words that reports and commands print.
"""

from dataclasses import dataclass
from enum import StrEnum


class ReasonKind(StrEnum):
    """Kinds of reasons. The values are stored in ledgers, so they never change."""

    # Reading a list or requesting a page went as it should
    OK = "ok"
    UNCHANGED = "unchanged"
    NOT_MODIFIED = "not modified"
    SAME_BYTES = "same bytes"
    ALREADY_KNOWN = "already known"
    # Not requested, or not fetched
    SHAPE = "shape"
    SINCE = "since"
    LIMIT = "limit"
    MANY_ADDRESSES = "many-addresses"
    REQUESTS_TAKEN = "requests-taken"
    ROBOTS = "robots"
    NOT_REACHED = "not reached"
    NOT_SAVED = "not saved"
    FIRST_PAGE_NOT_SAVED = "first page not saved"
    OTHER_DAYS = "other-days"
    NOT_CAPTURED = "not-captured"
    RUN_ENDED = "run-ended"
    RUN_CUT_OFF = "run cut off"
    # Answers and failures of requests
    UNEXPECTED_304 = "unexpected 304"
    CHALLENGE = "challenge-page"
    GONE = "gone"
    HTTP_STATUS = "http-status"
    REDIRECT = "redirect"
    REDIRECTED_FROM_STORY = "redirected-from-story"
    INDEX_ANSWER = "index-answer"
    REQUEST_FAILED = "request-failed"
    FORBIDDEN = "forbidden"
    HOST_SKIPPED = "host-skipped"
    # Hosts that a run requests nothing more from
    ROBOTS_UNREAD = "robots-unread"
    HOST_BUSY = "host-busy"
    HOST_FAILING = "host-failing"
    RUN_REQUESTS = "run-requests"
    HOST_REQUESTS = "host-requests"
    STOPPED_WAITING = "stopped-waiting"
    # Pages that brought no story
    PAGE_UNREADABLE = "page-unreadable"
    LIST_UNREADABLE = "list-unreadable"
    NO_STORY = "no-story"
    WALL = "wall"
    ARCHIVE_FAULT = "archive-fault"
    MEMORY_LIMIT = "memory-limit"
    TIME_LIMIT = "time-limit"
    PROCESS_DIED = "process-died"
    UNHANDLED = "unhandled"
    AGAINST_SCHEMA = "against-schema"
    # Decisions
    SAME_ID = "same-id"
    EVIDENCE = "evidence"
    SIMILAR = "similar"
    IN_FEED = "in feed"
    # Why a verdict is degraded
    SOURCE = "source"
    NO_LINKS = "no-links"
    FEWER_LINKS = "fewer-links"
    OLD_SOURCE = "old-source"
    CHALLENGES = "challenges"
    FIELD_MISSING = "field-missing"
    FIELD_RARER = "field-rarer"
    SHORTER_TEXTS = "shorter-texts"
    LAYOUT_LOST = "layout-lost"
    REPEATED_PARAGRAPH = "repeated-paragraph"
    LINKS_FAILED = "links-failed"
    MONTHS_NOT_REACHED = "months-not-reached"
    HOST_UNREACHED = "host-unreached"
    RULE_FAILED = "rule-failed"
    ARCHIVE_INCOMPLETE = "archive-incomplete"
    STOPPED = "stopped"
    # Why a verdict is broken
    NOTHING_USABLE = "nothing usable"
    UNHANDLED_AT = "unhandled-at"
    DECIDING_FAILED = "deciding-failed"
    CLUSTER_LOST = "cluster-lost"
    LEDGER_FAILED = "ledger-failed"
    LEDGER_FAILED_DECIDING = "ledger-failed-deciding"
    FEEDS_MISSING = "feeds-missing"
    NOT_COMMITTED = "not-committed"
    NOT_DELIVERED = "not-delivered"
    # What an earlier run left, and what this one made of it
    ARCHIVE_COMPLETED = "archive-completed"
    ARCHIVE_CUT = "archive-cut"
    ARCHIVE_NOT_COMPLETED = "archive-not-completed"
    FEED_ENTERED = "feed-entered"
    JOURNAL_TAKEN_OVER = "journal-taken-over"
    PART_READ = "part-read"
    OUTPUT_COMPLETED = "output-completed"
    # Words of a ledger that an earlier version wrote
    AS_WRITTEN = "as-written"


@dataclass(frozen=True)
class Reason:
    """A kind with its details: addresses, numbers and messages, in the order in which the words of the kind use them.

    >>> words_of(Reason(ReasonKind.HTTP_STATUS, ("503",)))
    'HTTP 503'
    """

    kind: ReasonKind
    details: tuple[str, ...] = ()

    @property
    def stored(self) -> str:
        """The text that a ledger stores: the kind and the details, separated by tabs."""
        if self.kind is ReasonKind.AS_WRITTEN:
            return self.details[0]
        return "\t".join((self.kind, *(detail.replace("\t", " ") for detail in self.details)))


NO_REASON = Reason(ReasonKind.AS_WRITTEN, ("",))
_KINDS = {str(kind): kind for kind in ReasonKind}


def because(kind: ReasonKind, *details: object) -> Reason:
    """A reason from details of any type.

    >>> because(ReasonKind.GONE, 404).details
    ('404',)
    """
    return Reason(kind, tuple(map(str, details)))


def read_reason(stored: str | None) -> Reason:
    """The reason that a ledger stores. Words of an earlier version stay as they are.

    >>> words_of(read_reason("http-status\\t503")), words_of(read_reason("HTTP 500"))
    ('HTTP 503', 'HTTP 500')
    """
    kind, *details = (stored or "").split("\t")
    if kind in _KINDS:
        return Reason(_KINDS[kind], tuple(details))
    return Reason(ReasonKind.AS_WRITTEN, (stored or "",))


def words_of(reason: Reason) -> str:
    """A reason in words, for reports and for a terminal."""
    return _WORDS[reason.kind].format(*reason.details)


_WORDS = {
    ReasonKind.OK: "ok",
    ReasonKind.UNCHANGED: "unchanged",
    ReasonKind.NOT_MODIFIED: "not modified",
    ReasonKind.SAME_BYTES: "same bytes",
    ReasonKind.ALREADY_KNOWN: "already known",
    ReasonKind.SHAPE: "shape",
    ReasonKind.SINCE: "since",
    ReasonKind.LIMIT: "limit",
    ReasonKind.REQUESTS_TAKEN: "as many stories were selected before it as a run may send requests ({0})",
    ReasonKind.MANY_ADDRESSES: "{0} further addresses of its story brought none; no more of them are requested",
    ReasonKind.ROBOTS: "robots",
    ReasonKind.NOT_REACHED: "not reached",
    ReasonKind.NOT_SAVED: "not saved",
    ReasonKind.FIRST_PAGE_NOT_SAVED: "a later page of a story whose first page is not saved",
    ReasonKind.RUN_ENDED: "the run ended first ({0})",
    ReasonKind.RUN_CUT_OFF: "the run was cut off",
    ReasonKind.OTHER_DAYS: "published on {0}, not in the days that were asked for",
    ReasonKind.NOT_CAPTURED: "the captures that were read hold no story; the last one: {0}",
    ReasonKind.MONTHS_NOT_REACHED: "not reached: {0} ({1}); the next run takes them up",
    ReasonKind.INDEX_ANSWER: "the index sent {0}",
    ReasonKind.UNEXPECTED_304: "HTTP 304, not modified, though nothing is known of it",
    ReasonKind.CHALLENGE: "challenge page ({0}), HTTP {1}",
    ReasonKind.GONE: "HTTP {0}",
    ReasonKind.HTTP_STATUS: "HTTP {0}",
    ReasonKind.REDIRECT: "HTTP {0}, a redirect to {1}",
    ReasonKind.REDIRECTED_FROM_STORY: "redirected to {0}, which is no story",
    ReasonKind.REQUEST_FAILED: "{0}: {1}",
    ReasonKind.FORBIDDEN: "filtered: robots",
    ReasonKind.HOST_SKIPPED: "host skipped: {0}",
    ReasonKind.ROBOTS_UNREAD: "{0}: its robots.txt could not be read ({1}), so nothing more is requested from it",
    ReasonKind.HOST_BUSY: "{0} answered HTTP {1} and asks to wait {2} s; it gets no more requests",
    ReasonKind.HOST_FAILING: "{0} failed {1} times in a row (last: {2}); it gets no more requests",
    ReasonKind.RUN_REQUESTS: "{0} requests were sent, the limit of a run (WIRECRAWL_REQUESTS)",
    ReasonKind.HOST_REQUESTS: "{1} requests were sent to {0}, the limit of a run (WIRECRAWL_HOST_REQUESTS)",
    ReasonKind.STOPPED_WAITING: "the run was stopped while it waited for {0}'s turn",
    ReasonKind.PAGE_UNREADABLE: "{0}: {1}",
    ReasonKind.LIST_UNREADABLE: "{0}",
    ReasonKind.NO_STORY: "{0}: {1}",
    ReasonKind.WALL: "{0}: {1}",
    ReasonKind.ARCHIVE_FAULT: "{0}",
    ReasonKind.MEMORY_LIMIT: "the cleaner needed more than {0} MB",
    ReasonKind.TIME_LIMIT: "the cleaner was stopped after {0} s",
    ReasonKind.PROCESS_DIED: "the cleaner died (exit code {0})",
    ReasonKind.UNHANDLED: "unhandled error: {0}",
    ReasonKind.AGAINST_SCHEMA: "line against the feed's schema: {0}",
    ReasonKind.SAME_ID: "same id as {0}",
    ReasonKind.EVIDENCE: "{0}",
    ReasonKind.SIMILAR: "{0}, similarity {1}",
    ReasonKind.IN_FEED: "its line was in a feed before the commit",
    ReasonKind.SOURCE: "source {0}: {1}",
    ReasonKind.NO_LINKS: "source {0}: no links to stories on it; look whether the page has changed",
    ReasonKind.FEWER_LINKS: "source {0}: {1} links to stories, {2} in the runs before",
    ReasonKind.OLD_SOURCE: "source {0}: its newest story is of {1}",
    ReasonKind.CHALLENGES: "challenge page instead of a story: {0}",
    ReasonKind.FIELD_MISSING: "{0} missing in {1} of {2} stories",
    ReasonKind.FIELD_RARER: "{0} in {1} of the stories, in {2} in the runs before",
    ReasonKind.SHORTER_TEXTS: "text of {0} characters (median), {1} in the runs before",
    ReasonKind.LAYOUT_LOST: "layout no longer fits in {0} of {1} stories: {2}",
    ReasonKind.REPEATED_PARAGRAPH: "the same paragraph in {0} of {1} stories of {2}: {3}",
    ReasonKind.LINKS_FAILED: "{0} links failed of {1} stories asked for",
    ReasonKind.HOST_UNREACHED: "host {0} could not be reached; links to it that were wanted: {1} ({2})",
    ReasonKind.RULE_FAILED: "{0}: a rule of wirecrawl failed on this page: {1}",
    ReasonKind.ARCHIVE_INCOMPLETE: "archive: {0}; {1} answers were not kept",
    ReasonKind.STOPPED: "the run was stopped by a signal; what it had not done waits for the next run",
    ReasonKind.NOTHING_USABLE: "nothing usable: no source and no page gave a story or a known link",
    ReasonKind.UNHANDLED_AT: "unhandled error at {0}: {1}",
    ReasonKind.DECIDING_FAILED: "unhandled error when deciding: {0}; what was fetched waits for the next run",
    ReasonKind.CLUSTER_LOST: "{0}",
    ReasonKind.LEDGER_FAILED: "{0}",
    ReasonKind.LEDGER_FAILED_DECIDING: "{0}; what was fetched waits for the next run",
    ReasonKind.FEEDS_MISSING: "{0}: not written; its stories wait for the next run",
    ReasonKind.NOT_COMMITTED: "{0}; the feed files stand, the next run enters them in the ledger",
    ReasonKind.NOT_DELIVERED: "{0}: {1}; its lines are in data/feeds, the next run appends them",
    ReasonKind.ARCHIVE_COMPLETED: "{0}: left by a run that was cut off; {1} in its index",
    ReasonKind.ARCHIVE_CUT: "{0}: left by a run that was cut off; {1} in its index; a torn record of {2} was cut off",
    ReasonKind.ARCHIVE_NOT_COMPLETED: "{0}: not completed ({1}); the next run tries it again",
    ReasonKind.FEED_ENTERED: "{0}: the ledger did not list it; {1} of {2} entered",
    ReasonKind.JOURNAL_TAKEN_OVER: "{0} and the lines of {1} taken over from a run that was cut off",
    ReasonKind.PART_READ: "{0}: left by a run that was cut off; lines of it that were nowhere else: {1}",
    ReasonKind.OUTPUT_COMPLETED: "{0}: the lines of a run that was cut off were brought there",
    ReasonKind.AS_WRITTEN: "{0}",
}
