"""Fixture folders: one page each, its bytes as served beside what the server said of them.

fixtures/xinhua/<case>/response.json   {"url", "status", "headers", "fetched_at"}; only url is required
fixtures/xinhua/<case>/body.html       the raw bytes, never edited
"""

import gzip
import json
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

from wirecrawl.errors import ArchiveError, NotSaved
from wirecrawl.urls import canonical_url

RESPONSE, BODY = "response.json", "body.html"
_GZIP = b"\x1f\x8b"


@dataclass(frozen=True, slots=True)
class SavedPage:
    """A page that was saved; `record` names it in a story's provenance, `fetched` is ISO 8601 UTC or None."""

    url: str
    file: Path
    record: str
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    fetched: str | None = None

    def body(self) -> bytes:
        """The bytes of the page, unpacked if the file is gzipped. Raises ArchiveError, naming the file."""
        try:
            body = self.file.read_bytes()
            return gzip.decompress(body) if body.startswith(_GZIP) else body
        except (OSError, EOFError, zlib.error) as error:
            raise ArchiveError(f"{self.file}: cannot be read ({error})") from error


class Saved:
    """Saved pages by address; http and https are one page. One address may be saved several times, as it changed."""

    def __init__(self, pages: Iterable[SavedPage]) -> None:
        self.captures: dict[str, list[SavedPage]] = {}
        for page in {page.file.resolve(): page for page in pages}.values():
            self.captures.setdefault(_key(page.url), []).append(page)

    def pages(self) -> Iterator[SavedPage]:
        """Every saved page once, in the order of the sources."""
        return (page for captures in self.captures.values() for page in captures)

    def page(self, url: str, record: str | None = None) -> SavedPage:
        """The page saved for an address: the one of that `record`, else the first. Raises NotSaved, naming it."""
        captures = self.captures.get(_key(url), [])
        for page in captures:
            if record in (None, page.record):
                return page
        raise NotSaved(f"{url}: not among the saved pages")

    def __contains__(self, url: str) -> bool:
        return _key(url) in self.captures


def _key(url: str) -> str:
    return canonical_url(url).split("://", 1)[1]


@cache
def open_sources(sources: tuple[str, ...], url: str | None = None) -> Saved:
    """Saved pages of all sources: fixture folders, folders of them, or one html file with its `url`.

    Folders whose name begins with _ are left out unless named. Raises ArchiveError for a source that is none.
    One index is shared by all that ask for the same sources in a process.
    """
    return Saved(page for source in sources for page in _pages(Path(source), url))


def _pages(source: Path, url: str | None) -> Iterator[SavedPage]:
    if source.is_file():
        yield _single(source, url)
        return
    folders = [source] if (source / RESPONSE).is_file() else _fixtures_below(source)
    if not folders:
        raise ArchiveError(f"{source}: no saved page in it; a fixture folder holds {RESPONSE} and {BODY}")
    yield from map(_fixture, folders)


def _single(file: Path, url: str | None) -> SavedPage:
    if not url:
        raise ArchiveError(f"{file}: a single file needs its address; add --url URL")
    return SavedPage(_address(url, file), file, file.name)


def _fixtures_below(folder: Path) -> list[Path]:
    if not folder.is_dir():
        raise ArchiveError(f"{folder}: no such file or folder")
    return list(_walk(folder, set()))


def _walk(folder: Path, seen: set[Path]) -> Iterator[Path]:
    """Fixture folders below a folder, links followed, none twice."""
    for child in sorted(folder.iterdir()):
        real = child.resolve()
        if not child.is_dir() or child.name.startswith("_") or real in seen:
            continue
        seen.add(real)
        if (child / RESPONSE).is_file():
            yield child
        yield from _walk(child, seen)


def _fixture(folder: Path) -> SavedPage:
    file = folder / RESPONSE
    said = _said(file)
    body = folder / BODY
    if not body.is_file():
        raise ArchiveError(f"{folder}: no {BODY} beside {RESPONSE}; save the page again")
    return SavedPage(
        url=_address(said.get("url"), file),
        file=body,
        record=f"{folder.parent.name}/{folder.name}",
        status=_status(said.get("status", 200), file),
        headers=_headers(said.get("headers") or {}, file),
        fetched=_fetched(said.get("fetched_at"), file),
    )


def _said(file: Path) -> dict[str, Any]:
    try:
        said = json.loads(file.read_bytes())
    except (OSError, ValueError, RecursionError) as error:
        raise ArchiveError(f"{file}: not readable as JSON ({error})") from error
    if not isinstance(said, dict):
        raise ArchiveError(f"{file}: must be one JSON object with the key url")
    return said


def _status(value: Any, file: Path) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 100 <= value <= 599:
        raise ArchiveError(f"{file}: status must be an HTTP status, not {value!r}")
    return value


def _headers(value: Any, file: Path) -> dict[str, str]:
    """Headers by name; several values of one are joined by commas, as HTTP does."""
    if not isinstance(value, dict):
        raise ArchiveError(f'{file}: headers must be an object, as in {{"Content-Type": "text/html"}}, not {value!r}')
    headers = {name: ", ".join(text) if _are_texts(text) else text for name, text in value.items()}
    if not _are_texts(list(headers.values())):
        raise ArchiveError(f'{file}: headers must have texts as values, as in {{"Content-Type": "text/html"}}')
    return headers


def _are_texts(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(text, str) for text in value)


def _fetched(value: Any, file: Path) -> str | None:
    """When the page was fetched, in UTC; a time without a zone is taken for UTC."""
    try:
        moment = datetime.fromisoformat(value) if value is not None else None
    except (TypeError, ValueError):
        raise ArchiveError(f"{file}: fetched_at must be an ISO 8601 time in UTC, not {value!r}") from None
    if moment is None:
        return None
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return aware.astimezone(UTC).isoformat(timespec="seconds")


def _address(url: Any, file: Path) -> str:
    try:
        return canonical_url(str(url or ""))
    except ValueError:
        raise ArchiveError(f"{file}: url must be an http or https address, not {url!r}") from None
