"""Lines of a feed made again from their records, with the code of today, and what came out differently.

What the run decided (version, supersedes, thread, repeats, first sight, fetch time) is no part of that: it is not in
the page. Neither are the versions of the code.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

import msgspec

from wirecrawl.audit.paragraph_diff import paragraph_diff
from wirecrawl.errors import ArchiveError, PageError, error_line
from wirecrawl.items import Story
from wirecrawl.reasons import Reason, words_of
from wirecrawl.run.reading.stories import later_bodies
from wirecrawl.storage.archive import SavedPage
from wirecrawl.storage.archive.lookup import ArchiveLookup
from wirecrawl.web.answer import Answer, later_page_name, names_page

State = Literal["identical", "changed", "record missing"]
_DECIDED = ("version", "supersedes", "thread", "duplicate_of", "duplicate_kind", "similarity", "first_seen", "fetched")

_LONGEST_NAME = 500  # characters of an id or version that are shown


@dataclass(frozen=True, slots=True)
class Change:
    """One field of a line: as it is in the feed, and as it is made today."""

    name: str
    before: Any
    after: Any

    @property
    def kind(self) -> str:
        """Whether the field was lost, was not there before, or is another."""
        return "lost" if not self.after else "new" if not self.before else "changed"

    def lines(self) -> Iterator[str]:
        """What went (-) and what came (+), a text by its paragraphs."""
        for sign, paragraph in paragraph_diff(_printed(self.before), _printed(self.after)):
            yield f"{sign} {self.name}: {paragraph}"


def _printed(value: Any) -> list[str]:
    if isinstance(value, str):
        return value.split("\n\n")
    return [json.dumps(value, ensure_ascii=False)] if value not in (None, []) else []


@dataclass(frozen=True, slots=True)
class LineCheck:
    """What came of one line: `name` is id@version, `why` what is wrong with its record."""

    name: str
    record: str | None
    state: State
    url: str | None = None
    changes: tuple[Change, ...] = ()
    why: str = ""


@dataclass(frozen=True, slots=True)
class LineTask:
    """A line of a stories feed, and where its records may be."""

    line: dict[str, Any]
    places: tuple[Path, ...]

    @property
    def pages(self) -> int:
        """One line, one page."""
        return 1

    def run(self) -> list[LineCheck]:
        """What comes of making it again. Raises nothing that a page can cause."""
        return [verify(self.line, _records(self.places))]

    def parts(self) -> "list[LineTask]":
        """The line."""
        return [self]

    def failed(self, why: Reason) -> LineCheck:
        """The result of a line whose process exceeded a limit or died."""
        return _verified(self.line, "record missing", why=words_of(why))


@cache
def _records(places: tuple[Path, ...]) -> ArchiveLookup:
    """One index of the archives a process."""
    return ArchiveLookup(places)


def verify(line: dict[str, Any], records: ArchiveLookup) -> LineCheck:
    """Make a line again from its record and compare the two. Whatever stands in a line costs that line alone."""
    if wrong := _wrong_field(line):
        return LineCheck(_name(line), None, "record missing", why=f"its {wrong} is not what a line of a feed has there")
    provenance = line.get("provenance") or {}
    try:
        page = records.find(provenance.get("record"), line.get("url") or "")
        found = page.answer()
        if found.digest != provenance.get("sha256"):
            return _verified(line, "record missing", why=f"{page.record}: holds other bytes than those of the line")
        later = later_answers(found, page, str(line.get("id")).partition(":")[0], records)
        made = make_story(found, line.get("url"), later)
    except ArchiveError as error:
        return _verified(line, "record missing", why=str(error))
    except PageError as error:
        return _verified(line, "changed", (Change("text", line.get("text"), ""),), str(error))
    except MemoryError:
        raise
    except Exception as error:
        return _verified(line, "record missing", why=error_line(error))
    changes = tuple(_changes(line, msgspec.to_builtins(made)))
    return _verified(line, "changed" if changes else "identical", changes)


def _verified(line: dict[str, Any], state: State, changes: tuple[Change, ...] = (), why: str = "") -> LineCheck:
    return LineCheck(_name(line), (line.get("provenance") or {}).get("record"), state, line.get("url"), changes, why)


def _name(line: dict[str, Any]) -> str:
    return f"{str(line.get('id'))[:_LONGEST_NAME]}@{str(line.get('version'))[:_LONGEST_NAME]}"


def _wrong_field(line: dict[str, Any]) -> str | None:
    """The first field that a record is found by and that is not of its type; None where all can be used."""
    provenance = line.get("provenance") or {}
    if not isinstance(provenance, dict):
        return "provenance"
    found = {"id": line.get("id"), "url": line.get("url")}
    found |= {f"provenance.{name}": provenance.get(name) for name in ("record", "sha256")}
    return next((name for name, value in found.items() if not isinstance(value, str | None)), None)


def later_answers(found: Answer, page: SavedPage, agency: str, records: ArchiveLookup) -> tuple[Answer, ...]:
    """Page 2 and further of a story, where its first page names them. Raises ArchiveError."""
    if not names_page(found.body, later_page_name(found.url, 2)):
        return ()
    return tuple(one.answer() for one in records.later_pages(page, agency))


def make_story(found: Answer, url: str | None, later: tuple[Answer, ...]) -> Story:
    """The story of an answer, as it is made today. Raises PageError."""
    from wirecrawl.news.cleaning.clean import clean  # Scrapy imports this file for each command

    more = later_bodies(found, later)[0]
    return clean(
        found.body,
        url,
        content_type=found.content_type,
        more=more,
        status=found.status,
        record=found.record,
        sha256=found.digest,
        first_seen=found.fetched,
        fetched=found.fetched,
        capture=found.capture,
    )


def _changes(line: dict[str, Any], made: dict[str, Any]) -> Iterator[Change]:
    for name in dict.fromkeys((*made, *line)):
        before, after = (_without_versions(one.get(name)) for one in (line, made))
        if name not in _DECIDED and before != after:
            yield Change(name, before, after)


def _without_versions(value: Any) -> Any:
    return {key: one for key, one in value.items() if key != "versions"} if isinstance(value, dict) else value
