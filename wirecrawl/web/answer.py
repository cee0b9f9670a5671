"""What a server answered, live or saved, before anything is read from it."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

from wirecrawl.items import Capture

REDIRECTS = (301, 302, 303, 307, 308)
WITH_PAGE = (200, 203)  # the second: by way of a proxy that may have changed the page (RFC 9110, 15.3.4)


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
    capture: Capture | None = None  # of an answer that a public archive holds

    @property
    def digest(self) -> str:
        """SHA-256 of the body, hexadecimal."""
        return self.sha256 or hashlib.sha256(self.body).hexdigest()


def make_answer(
    url: str,
    status: int,
    body: bytes,
    headers: Mapping[str, str],
    fetched: str | None,
    record: str | None,
    sha256: str | None = None,
) -> Answer:
    """An answer from its headers, whatever their case.

    >>> make_answer("http://a.example/", 200, b"", {"ETAG": "1"}, None, None).etag
    '1'
    """
    named = {name.lower(): value for name, value in headers.items()}
    kind, etag, modified, location = map(named.get, ("content-type", "etag", "last-modified", "location"))
    return Answer(url, status, body, kind, etag, modified, location, fetched, record, sha256)


def later_page_name(url: str, number: int) -> str | None:
    """The file name of page `number` of a story that its site cuts into several; None for an address without a file.

    >>> later_page_name("http://www.china.org.cn/2026-11/20/content_118900001.htm", 2)
    'content_118900001_2.htm'
    """
    stem, dot, ending = url.partition("?")[0].rsplit("/", 1)[-1].rpartition(".")
    return f"{stem}_{number}{dot}{ending}" if stem else None


def names_page(body: bytes, name: str | None) -> bool:
    """Whether a page names another one, as one with further pages does."""
    return name is not None and name.encode() in body
