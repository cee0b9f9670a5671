"""Fixture folders: one page each, its bytes as served beside what the server said of them.

fixtures/xinhua/<case>/response.json   {"url", "status", "headers", "fetched_at"}; only url is required
fixtures/xinhua/<case>/body.html       the raw bytes, never edited
fixtures/xinhua/<case>/story.json      the story as a person reviewed it; the draft of a program fails its test
"""

import json
import os
import re
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import msgspec

from wirecrawl.errors import ArchiveError, BodyError
from wirecrawl.items import Capture, Story
from wirecrawl.storage.archive.folders import OUTSIDE, leads_out, walk
from wirecrawl.storage.archive.saved import YEARS, SavedPage
from wirecrawl.utils.times import utc_iso
from wirecrawl.web.answer import Answer, make_answer
from wirecrawl.web.bodies import LARGEST, decode_body, unpack_gzip
from wirecrawl.web.captures import original_answer, read_capture
from wirecrawl.web.urls import canonical_url

_LARGEST_RESPONSE = 2**20  # bytes of response.json: those of real answers have about one thousand
_LONGEST_ADDRESS = 8000  # characters: as long as HTTP asks of servers to take (RFC 9110, section 4.1)
_HALF = re.compile(r"[\ud800-\udfff]")  # half a character, as JSON may hold
_SHOWN = 100  # characters
RESPONSE, BODY, STORY = "response.json", "body.html", "story.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class FilePage(SavedPage):
    """A page whose body is a file of its own; `name` is its record: the fixture, or the file."""

    file: Path
    name: str
    headers: dict[str, str] = field(default_factory=dict)
    capture: Capture | None = None

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
        answer = make_answer(self.url, self.status, self._body(), self.headers, self.fetched, self.record)
        return original_answer(replace(answer, capture=self.capture))

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
    return FilePage(**_place(_address(url, file)), file=file, name=file.name)


def fixtures_below(folder: Path) -> list[Path]:
    """Fixture folders at or below a folder, none twice; those whose name begins with _ are left out.

    Links to folders that lead out of it are among them, and folders that cannot be read: `read_fixture` refuses these.
    """
    if (folder / RESPONSE).is_file():
        return [folder]
    found: dict[str, Path] = {}
    for path in walk(folder, "_"):
        if path.is_dir() and (leads_out(path, folder) or _may_be_one(path)):
            found.setdefault(os.path.realpath(path), path)
    return list(found.values())


def _may_be_one(folder: Path) -> bool:
    return not os.access(folder, os.R_OK | os.X_OK) or (folder / RESPONSE).is_file()


def read_fixture(folder: Path, top: Path) -> FilePage:
    """The page of a fixture folder at or below the folder `top`, out of which no link is followed.

    Raises ArchiveError, naming what is wrong with it.
    """
    file, body = folder / RESPONSE, folder / BODY
    try:
        outside = next((path for path in (folder, file, body) if leads_out(path, top)), None)
        if outside:
            raise ArchiveError(f"{outside} {OUTSIDE.format(top)}")
        if not body.is_file():
            raise ArchiveError(f"{folder}: no {BODY} beside {RESPONSE}; save the page again")
    except OSError as error:
        raise ArchiveError(f"{folder}: cannot be read ({error.strerror})") from error
    said = _said(file)
    headers = _headers(said.get("headers") or {}, file)
    return FilePage(
        **_place(_address(said.get("url"), file)),
        status=_status(said.get("status", 200), file),
        fetched=_fetched(said.get("fetched_at"), file),
        location=next((value for name, value in headers.items() if name.lower() == "location"), None),
        file=body,
        name=f"{folder.parent.name}/{folder.name}",
        headers=headers,
    )


def _place(url: str) -> dict[str, Any]:
    """The address of a page, of a capture that of the original with its capture."""
    found = read_capture(url)
    return {"url": canonical_url(found[0]), "capture": found[1], "captured": found[1].time} if found else {"url": url}


def _said(file: Path) -> dict[str, Any]:
    try:
        with file.open("rb") as stream:
            text = stream.read(_LARGEST_RESPONSE + 1)
        if len(text) > _LARGEST_RESPONSE:
            raise ValueError(f"more than {_LARGEST_RESPONSE} bytes")
        said = json.loads(text)
    except (OSError, ValueError, RecursionError) as error:
        raise ArchiveError(f"{file}: not readable as JSON ({error})") from error
    if not isinstance(said, dict):
        raise ArchiveError(f"{file}: must be one JSON object with the key url")
    return said


def _status(value: Any, file: Path) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 100 <= value <= 599:
        raise ArchiveError(f"{file}: status must be an HTTP status, not {_shown(value)}")
    return value


def _headers(value: Any, file: Path) -> dict[str, str]:
    """Headers by name; several values of one are joined by commas, as HTTP does."""
    if not isinstance(value, dict):
        raise ArchiveError(
            f'{file}: headers must be an object, as in {{"Content-Type": "text/html"}}, not {_shown(value)}'
        )
    headers = {name: ", ".join(text) if _are_texts(text) else text for name, text in value.items()}
    if not _are_texts([*headers, *headers.values()]):
        raise ArchiveError(f'{file}: headers must have texts as values, as in {{"Content-Type": "text/html"}}')
    return headers


def _are_texts(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(text, str) and not _HALF.search(text) for text in value)


def _fetched(value: Any, file: Path) -> str | None:
    """When the page was fetched, in UTC; a time without a zone is taken for UTC."""
    try:
        moment = datetime.fromisoformat(value) if value is not None else None
        if moment is None:
            return None
        aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
        if aware.year not in YEARS:
            raise ValueError
        return utc_iso(aware)
    except (TypeError, ValueError, OverflowError):
        raise ArchiveError(f"{file}: fetched_at must be an ISO 8601 time in UTC, not {_shown(value)}") from None


def _address(url: Any, file: Path) -> str:
    try:
        if not isinstance(url, str) or len(url) > _LONGEST_ADDRESS or _HALF.search(url):
            raise ValueError
        return canonical_url(url)
    except ValueError:
        raise ArchiveError(f"{file}: url must be an http or https address, not {_shown(url)}") from None


def _shown(value: Any) -> str:
    """A value that cannot be used, as a message shows it."""
    return repr(value)[:_SHOWN]


def fixture_files(folder: Path, body: bytes, response: dict[str, Any], story: Story) -> dict[Path, bytes]:
    """The files of a new fixture; its story is a draft, behind a mark that fails its test, without provenance."""
    drafted = {name: value for name, value in msgspec.to_builtins(story).items() if name != "provenance"}
    return {**page_files(folder, body, response), folder / STORY: _json({"reviewed": False, **drafted})}


def page_files(folder: Path, body: bytes, response: dict[str, Any]) -> dict[Path, bytes]:
    """The files of a saved page without a story of its own."""
    return {folder / RESPONSE: _json(response), folder / BODY: body}


def _json(value: dict[str, Any]) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode("utf-8", "backslashreplace")
