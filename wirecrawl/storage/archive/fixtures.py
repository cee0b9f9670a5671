"""Fixture folders: one page each, its bytes as served beside what the server said of them.

fixtures/xinhua/<case>/response.json   {"url", "status", "headers", "fetched_at"}; only url is required
fixtures/xinhua/<case>/body.html       the raw bytes, never edited
fixtures/xinhua/<case>/story.json      the story as a person reviewed it; the draft of a program fails its test
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import msgspec

from wirecrawl.errors import ArchiveError, BodyError
from wirecrawl.items import Story
from wirecrawl.storage.archive.saved import SavedPage
from wirecrawl.utils.times import utc_iso
from wirecrawl.web.answer import Answer, make_answer
from wirecrawl.web.bodies import LARGEST, decode_body, unpack_gzip
from wirecrawl.web.urls import canonical_url

RESPONSE, BODY, STORY = "response.json", "body.html", "story.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class FilePage(SavedPage):
    """A page whose body is a file of its own; `name` is its record: the fixture, or the file."""

    file: Path
    name: str
    headers: dict[str, str] = field(default_factory=dict)

    @property
    def record(self) -> str:
        return self.name

    @property
    def place(self) -> tuple[Path]:
        return (self.file.resolve(),)

    @property
    def position(self) -> tuple[str, int]:
        return str(self.file), 0

    def answer(self) -> Answer:
        """The page, unpacked if its file is packed. Raises ArchiveError, naming the file."""
        return make_answer(self.url, self.status, self._body(), self.headers, self.fetched, self.record)

    def _body(self) -> bytes:
        try:
            with self.file.open("rb") as stream:
                body = unpack_gzip(stream.read(LARGEST + 1))
            return decode_body(body, None, self._coding)
        except (OSError, BodyError) as error:
            raise ArchiveError(f"{self.file}: cannot be read ({error})") from error

    @property
    def _coding(self) -> str | None:
        return next((value for name, value in self.headers.items() if name.lower() == "content-encoding"), None)


def single_page(file: Path, url: str | None) -> FilePage:
    """The page of one html file. Raises ArchiveError without its address."""
    if not url:
        raise ArchiveError(f"{file}: a single file needs its address; add --url URL")
    return FilePage(_address(url, file), file=file, name=file.name)


def fixtures_below(folder: Path) -> list[Path]:
    """Fixture folders at or below a folder, links followed, none twice; those whose name begins with _ are left out."""
    return [folder] if (folder / RESPONSE).is_file() else list(_walk(folder, set()))


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


def read_fixture(folder: Path) -> FilePage:
    """The page of a fixture folder. Raises ArchiveError, naming what is wrong with it."""
    file = folder / RESPONSE
    said = _said(file)
    body = folder / BODY
    if not body.is_file():
        raise ArchiveError(f"{folder}: no {BODY} beside {RESPONSE}; save the page again")
    headers = _headers(said.get("headers") or {}, file)
    return FilePage(
        url=_address(said.get("url"), file),
        status=_status(said.get("status", 200), file),
        fetched=_fetched(said.get("fetched_at"), file),
        location=next((value for name, value in headers.items() if name.lower() == "location"), None),
        file=body,
        name=f"{folder.parent.name}/{folder.name}",
        headers=headers,
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
        if moment is None:
            return None
        aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
        return utc_iso(aware)
    except (TypeError, ValueError, OverflowError):
        raise ArchiveError(f"{file}: fetched_at must be an ISO 8601 time in UTC, not {value!r}") from None


def _address(url: Any, file: Path) -> str:
    try:
        str(url).encode()  # JSON may hold half a character, which no address has
        return canonical_url(str(url or ""))
    except ValueError:
        raise ArchiveError(f"{file}: url must be an http or https address, not {url!r}") from None


def fixture_files(folder: Path, body: bytes, response: dict[str, Any], story: Story) -> dict[Path, bytes]:
    """The files of a new fixture; its story is a draft, behind a mark that fails its test, without provenance."""
    drafted = {name: value for name, value in msgspec.to_builtins(story).items() if name != "provenance"}
    return {**page_files(folder, body, response), folder / STORY: _json({"reviewed": False, **drafted})}


def page_files(folder: Path, body: bytes, response: dict[str, Any]) -> dict[Path, bytes]:
    """The files of a saved page without a story of its own."""
    return {folder / RESPONSE: _json(response), folder / BODY: body}


def _json(value: dict[str, Any]) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode("utf-8", "backslashreplace")
