"""What a server answered to one request, live or as it was saved, and what that means for a story or a list."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

from wirecrawl.cleaning.challenge import challenge
from wirecrawl.items import Page
from wirecrawl.ledger_rows import KnownList, KnownPage, Outcome

REDIRECTS = (301, 302, 303, 307, 308)
_SHOWN = 200  # characters of an address that is told
_UNASKED = "HTTP 304, not modified, though nothing is known of it"


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer: `body` unpacked and unchunked, `fetched` ISO 8601 UTC, `record` where its bytes are kept.

    `sha256` is that of the body, hexadecimal, where it is known already.
    """

    url: str
    status: int
    body: bytes
    content_type: str | None = None
    etag: str | None = None
    modified: str | None = None
    location: str | None = None
    fetched: str | None = None
    record: str | None = None
    sha256: str | None = None

    @property
    def digest(self) -> str:
        """SHA-256 of the body, hexadecimal."""
        return self.sha256 or hashlib.sha256(self.body).hexdigest()


def answer(
    url: str,
    status: int,
    body: bytes,
    headers: Mapping[str, str],
    fetched: str | None,
    record: str | None,
    sha256: str | None = None,
) -> Answer:
    """An answer from its headers, whatever their case.

    >>> answer("http://a.example/", 200, b"", {"ETAG": "1"}, None, None).etag
    '1'
    """
    named = {name.lower(): value for name, value in headers.items()}
    kind, etag, modified, location = map(named.get, ("content-type", "etag", "last-modified", "location"))
    return Answer(url, status, body, kind, etag, modified, location, fetched, record, sha256)


def story_page(found: Answer, link: str, known: KnownPage | None) -> Page:
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


def list_page(found: Answer, url: str, checked: str) -> KnownList:
    """What the ledger remembers of a list page that was read at `checked` (ISO 8601 UTC)."""
    return KnownList(url, found.etag, found.modified, found.digest, found.body, checked)


def list_state(found: Answer, known: KnownList | None) -> str:
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


def refusal(found: Answer, known: KnownPage | None) -> tuple[Outcome, str] | None:
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


def later_page_name(url: str, number: int) -> str | None:
    """The file name of page `number` of a story that its site cuts into several; None for an address without a file.

    >>> later_page_name("http://www.china.org.cn/2026-11/20/content_118900001.htm", 2)
    'content_118900001_2.htm'
    """
    stem, dot, ending = url.rsplit("/", 1)[-1].rpartition(".")
    return f"{stem}_{number}{dot}{ending}" if stem else None


def names_page(body: bytes, name: str | None) -> bool:
    """Whether a page names another one, as one with further pages does."""
    return name is not None and name.encode() in body
