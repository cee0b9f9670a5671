"""Archives that the programs of this folder make of saved pages."""

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Protocol

from wirecrawl.storage.archive.warc_records import Exchange, info, packed, response

_MOMENT = datetime(2026, 11, 20, 12, tzinfo=UTC)


class Saved(Protocol):
    """A page with its address."""

    @property
    def url(self) -> str:
        """The address."""

    @property
    def body(self) -> bytes:
        """The bytes as served."""

    @property
    def content_type(self) -> str | None:
        """The header of that name."""


def archive_of(pages: Iterable[Saved]) -> bytes:
    """A WARC file, packed record by record."""
    head = info("made.warc.gz", {"software": "wirecrawl bench"})
    made = [packed(head)]
    for page in pages:
        kind = page.content_type or "text/html"
        lines = f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\n\r\n".encode()
        exchange = Exchange(page.url, _MOMENT, b"", lines, page.body, 200)
        made.append(packed(response(exchange, head.headers["WARC-Record-ID"])))
    return b"".join(made)
