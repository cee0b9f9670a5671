"""Fixture folders: one page each, its bytes as served beside what the server said of them.

fixtures/xinhua/<case>/response.json   {"url", "status", "headers", "fetched_at"}; only url is required
fixtures/xinhua/<case>/body.html       the raw bytes, never edited
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from wirecrawl.errors import ArchiveError, NotSaved
from wirecrawl.urls import canonical_url

RESPONSE, BODY = "response.json", "body.html"


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
        """The bytes of the page. Raises ArchiveError, naming the file, when they cannot be read."""
        try:
            return self.file.read_bytes()
        except OSError as error:
            raise ArchiveError(f"{self.file}: cannot be read ({error.strerror})") from error


class Saved:
    """Saved pages by address; http and https are one page."""

    def __init__(self, pages: Iterable[SavedPage]) -> None:
        self.pages: dict[str, SavedPage] = {}
        for page in pages:
            first = self.pages.setdefault(_key(page.url), page)
            if first is not page:
                raise ArchiveError(f"{page.file}: {page.url} is saved already as {first.file}; leave one of them out")

    def page(self, url: str) -> SavedPage:
        """The page saved for an address. Raises NotSaved, naming it."""
        try:
            return self.pages[_key(url)]
        except KeyError:
            raise NotSaved(f"{url}: not among the saved pages") from None

    def __contains__(self, url: str) -> bool:
        return _key(url) in self.pages


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
    found = (path.parent for path in sorted(folder.rglob(RESPONSE)))
    return [path for path in found if not any(part.startswith("_") for part in path.relative_to(folder).parts)]


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
    if not isinstance(value, dict) or not all(isinstance(text, str) for text in value.values()):
        raise ArchiveError(f'{file}: headers must be an object of texts, as in {{"Content-Type": "text/html"}}')
    return value


def _fetched(value: Any, file: Path) -> str | None:
    if value is not None and not isinstance(value, str):
        raise ArchiveError(f"{file}: fetched_at must be an ISO 8601 time in UTC, not {value!r}")
    return value


def _address(url: Any, file: Path) -> str:
    try:
        return canonical_url(str(url or ""))
    except ValueError:
        raise ArchiveError(f"{file}: url must be an http or https address, not {url!r}") from None
