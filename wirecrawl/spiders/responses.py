"""What a response or a failure says, in the words of the ledger."""

import hashlib
from datetime import UTC, datetime

from scrapy.http import Response
from twisted.python.failure import Failure

from wirecrawl.cleaning.challenge import challenge
from wirecrawl.clock import iso
from wirecrawl.errors import NotSaved
from wirecrawl.items import Page
from wirecrawl.ledger_rows import KnownList, KnownPage, Outcome


def validators(known: KnownPage | KnownList | None) -> dict[str, str]:
    """Headers that ask for a page only if it changed since it was last read."""
    given = {"If-None-Match": known.etag, "If-Modified-Since": known.modified} if known else {}
    return {name: value for name, value in given.items() if value}


def header(response: Response, name: str) -> str | None:
    """A header as text, None when it is not there."""
    value = response.headers.get(name)
    return value.decode("latin-1") if value else None


def digest(response: Response) -> str:
    """SHA-256 of the body, hexadecimal."""
    return hashlib.sha256(response.body).hexdigest()


def now() -> str:
    """This moment, ISO 8601 in UTC."""
    return iso(datetime.now(UTC))


def list_page(response: Response, url: str) -> KnownList:
    """What the ledger remembers of a list page."""
    etag, modified = header(response, "ETag"), header(response, "Last-Modified")
    return KnownList(url, etag, modified, digest(response), response.body, now())


def story_page(response: Response, link: str, fetched: str | None, known: KnownPage | None) -> Page:
    """The Page that cleaning gets; `link` is the address that keeps its outcome."""
    return Page(
        url=response.url,
        body=response.body,
        status=response.status,
        content_type=header(response, "Content-Type"),
        fetched=fetched,
        first_seen=known.first_seen if known else fetched,
        record=response.meta.get("record"),
        link=link,
        etag=header(response, "ETag"),
        modified=header(response, "Last-Modified"),
    )


def list_state(response: Response, known: KnownList | None) -> str:
    """How reading a list went: ok, unchanged, or why it could not be read."""
    if response.status == 304:
        return "unchanged" if known else "not modified, though nothing is known of it"
    if wall := challenge(response.body):
        return f"challenge page ({wall}), HTTP {response.status}"
    return "ok" if response.status == 200 else f"HTTP {response.status}"


def refusal(response: Response, known: KnownPage | None) -> tuple[Outcome, str] | None:
    """The outcome of a story page that brings no story to clean, with its reason; None for one that may."""
    if response.status == 304:
        return "unchanged", "not modified"
    if wall := challenge(response.body):
        return "not reached", f"challenge page ({wall}), HTTP {response.status}"
    if response.status in (404, 410):
        return "gone", f"HTTP {response.status}"
    if response.status != 200:
        return "failed", f"HTTP {response.status}"
    if known and known.sha256 == digest(response):
        return "unchanged", "same bytes"
    return None


def reason(failure: Failure) -> str:
    """A failure in one line: the page that is not saved, or kind and message of the error."""
    if isinstance(failure.value, NotSaved):
        return "not saved"
    return " ".join(f"{type(failure.value).__name__}: {failure.getErrorMessage()}".split())
