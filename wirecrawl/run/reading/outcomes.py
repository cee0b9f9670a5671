"""What a server answered to one request, live or as it was saved, and what that means for a story or a list."""

from wirecrawl.items import Page
from wirecrawl.storage.ledger.rows import ListState, Outcome, PageState
from wirecrawl.web.answer import REDIRECTS, Answer
from wirecrawl.web.challenge import challenge

_SHOWN = 200  # characters of an address that is told
_UNASKED = "HTTP 304, not modified, though nothing is known of it"


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
    )


def list_page(found: Answer, url: str, checked: str) -> ListState:
    """What the ledger remembers of a list page that was read at `checked` (ISO 8601 UTC)."""
    return ListState(url, found.etag, found.modified, found.digest, found.body, checked)


def list_state(found: Answer, known: ListState | None) -> str:
    """How reading a list went: ok, unchanged (by the server's word or by its bytes), or why it could not be read."""
    if found.status == 304:
        return "unchanged" if known else _UNASKED
    if known and found.status == 200 and found.digest == known.sha256:
        return "unchanged"
    if wall := challenge(found.body):
        return f"challenge page ({wall}), HTTP {found.status}"
    return "ok" if found.status == 200 else _status(found)


def _status(found: Answer) -> str:
    """The status, and for a redirect that was not followed where it leads."""
    target = f", a redirect to {found.location[:_SHOWN]}" if found.status in REDIRECTS and found.location else ""
    return f"HTTP {found.status}{target}"


def outcome_without_story(found: Answer, known: PageState | None) -> tuple[Outcome, str] | None:
    """The outcome of a story page that brings no story to clean, with its reason; None for one that may."""
    if found.status == 304:
        return ("unchanged", "not modified") if known and known.sha256 else ("failed", _UNASKED)
    if wall := challenge(found.body):
        return "not reached", f"challenge page ({wall}), HTTP {found.status}"
    if found.status in (404, 410):
        return "gone", f"HTTP {found.status}"
    if found.status != 200:
        return "failed", _status(found)
    if known and known.sha256 == found.digest:
        return "unchanged", "same bytes"
    return None
