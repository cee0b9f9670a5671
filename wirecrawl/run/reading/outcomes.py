"""What a server answered to one request, live or as it was saved, and what that means for a story or a list."""

from wirecrawl.errors import CleanerLost, EmptyPage, GonePage, PageError, WallPage
from wirecrawl.items import Page
from wirecrawl.reasons import Reason, ReasonKind, because
from wirecrawl.storage.ledger.rows import ListState, Outcome, PageState
from wirecrawl.web.answer import REDIRECTS, WITH_PAGE, Answer
from wirecrawl.web.challenge import challenge

_SHOWN = 200  # characters of an address that a reason names
_GONE = (404, 410)
_UNEXPECTED_304 = Reason(ReasonKind.UNEXPECTED_304)


def story_page(found: Answer, link: str, known: PageState | None) -> Page:
    """The Page that cleaning gets; `link` is the address that keeps its outcome."""
    return Page(
        url=found.url,
        body=found.body,
        status=found.status,
        content_type=found.content_type,
        fetched=found.fetched,
        first_seen=known.first_seen if known else found.fetched,
        record=found.record,
        sha256=found.sha256,
        link=link,
        etag=found.etag,
        modified=found.modified,
        capture=found.capture,
    )


def list_page(found: Answer, url: str, checked: str) -> ListState:
    """What the ledger remembers of a list page that was read at `checked` (ISO 8601 UTC)."""
    return ListState(url, found.etag, found.modified, found.digest, found.body, checked)


def list_state(found: Answer, known: ListState | None) -> Reason:
    """How reading a list went: ok, unchanged (by the server's word or by its bytes), or why it could not be read."""
    if found.status == 304:
        return because(ReasonKind.UNCHANGED) if known else _UNEXPECTED_304
    if known and found.status in WITH_PAGE and found.digest == known.sha256:
        return because(ReasonKind.UNCHANGED)
    if wall := challenge(found.body):
        return because(ReasonKind.CHALLENGE, wall, found.status)
    return because(ReasonKind.OK) if found.status in WITH_PAGE else _status(found)


def _status(found: Answer) -> Reason:
    """The status, and for a redirect that was not followed its target."""
    if found.status in _GONE:
        return because(ReasonKind.GONE, found.status)
    if found.status in REDIRECTS and found.location:
        return because(ReasonKind.REDIRECT, found.status, found.location[:_SHOWN])
    return because(ReasonKind.HTTP_STATUS, found.status)


def outcome_without_story(found: Answer, known: PageState | None) -> tuple[Outcome, Reason] | None:
    """The outcome of a story page that brings no story to clean, with its reason; None for one that may."""
    if found.status == 304:
        not_modified = because(ReasonKind.NOT_MODIFIED)
        return ("unchanged", not_modified) if known and known.sha256 else ("failed", _UNEXPECTED_304)
    if wall := challenge(found.body):
        return "not reached", because(ReasonKind.CHALLENGE, wall, found.status)
    if found.status not in WITH_PAGE:
        return "gone" if found.status in _GONE else "failed", _status(found)
    if known and known.sha256 == found.digest:
        return "unchanged", because(ReasonKind.SAME_BYTES)
    return None


def page_outcome(error: PageError) -> tuple[Outcome, Reason]:
    """The outcome of a story page that could not be cleaned, with its reason."""
    if isinstance(error, CleanerLost):
        return "failed", error.loss
    if isinstance(error, GonePage):
        return "gone", because(ReasonKind.NO_STORY, error.page, error.problem)
    if isinstance(error, WallPage):
        return "empty", because(ReasonKind.WALL, error.page, error.problem)
    if isinstance(error, EmptyPage):
        return "empty", because(ReasonKind.NO_STORY, error.page, error.problem)
    return "failed", because(ReasonKind.PAGE_UNREADABLE, error.page, error.problem)


def list_reason(error: PageError) -> Reason:
    """Why a list could not be read; its address stands beside the reason."""
    return error.loss if isinstance(error, CleanerLost) else because(ReasonKind.LIST_UNREADABLE, error.problem)
