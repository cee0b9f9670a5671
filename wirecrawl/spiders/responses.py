"""Scrapy's responses and failures as `Answer` and `Reason`.

What a status such as 304 or 404 means is decided in run/reading/outcomes.py.
"""

from datetime import UTC, datetime

from scrapy.exceptions import (
    CannotResolveHostError,
    DownloadConnectionRefusedError,
    DownloadFailedError,
    DownloadTimeoutError,
)
from scrapy.http import Response
from twisted.python.failure import Failure

from wirecrawl.middlewares.politeness import HostSkipped
from wirecrawl.middlewares.robots import ForbiddenByRobots
from wirecrawl.reasons import Reason, ReasonKind, because
from wirecrawl.storage.ledger.rows import ListState, PageState
from wirecrawl.utils.times import utc_iso
from wirecrawl.web.answer import Answer
from wirecrawl.web.captures import original_answer

# Errors of a request whose host sent no answer
NO_ANSWER = (CannotResolveHostError, DownloadConnectionRefusedError, DownloadFailedError, DownloadTimeoutError)


def validators(known: PageState | ListState | None) -> dict[str, str]:
    """Headers that ask for a page only if it changed since it was last read."""
    given = {"If-None-Match": known.etag, "If-Modified-Since": known.modified} if known else {}
    return {name: value for name, value in given.items() if value}


def header(response: Response, name: str) -> str | None:
    """A header as text, None when it is not there."""
    value = response.headers.get(name)
    return value.decode("latin-1") if value else None


def now() -> str:
    """This moment, ISO 8601 in UTC."""
    return utc_iso(datetime.now(UTC))


def answer_of(response: Response) -> Answer:
    """What the server answered, with the record under which it was archived."""
    kept = response.meta if response.request else {}
    answer = Answer(
        response.url,
        response.status,
        response.body,
        header(response, "Content-Type"),
        header(response, "ETag"),
        header(response, "Last-Modified"),
        header(response, "Location"),
        kept.get("fetched") or now(),
        kept.get("record"),
    )
    return original_answer(answer)


def failure_reason(failure: Failure) -> Reason:
    """Why a request brought no response."""
    message = " ".join(failure.getErrorMessage().split())
    if isinstance(failure.value, HostSkipped):
        return because(ReasonKind.HOST_SKIPPED, message)
    if isinstance(failure.value, ForbiddenByRobots):
        return because(ReasonKind.FORBIDDEN)
    return because(ReasonKind.REQUEST_FAILED, type(failure.value).__name__, message)
