"""What bench.fuzz reads: pages, lists, archives and folders, each as the task that a run would make of it."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from wirecrawl.errors import ArchiveError
from wirecrawl.news import agencies
from wirecrawl.news.agencies import SourceKind
from wirecrawl.reasons import Reason, ReasonKind, because
from wirecrawl.run.reading.listing_task import ListingTask
from wirecrawl.run.reading.stories import StoryCapture, StoryTask
from wirecrawl.storage.archive import SavedPage
from wirecrawl.storage.archive.sources import IndexTask, open_sources
from wirecrawl.web.answer import Answer

FIXTURES = Path(__file__).parents[1] / "fixtures"
_AGENCIES = {"focustaiwan": "cna"}  # a folder of fixtures is mostly named as its agency


@dataclass(frozen=True)
class Sample:
    """A saved page: what it is read as, and by which agency; `kind` is None for a story."""

    agency: str
    url: str
    body: bytes
    content_type: str | None
    kind: SourceKind | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MadePage(SavedPage):
    """A changed page, in memory."""

    body: bytes
    content_type: str | None

    @property
    def record(self) -> str:
        return "made"

    @property
    def place(self) -> tuple[str]:
        return (self.url,)

    @property
    def position(self) -> tuple[str, int]:
        return "made", 0

    def answer(self) -> Answer:
        """The page as if a server had sent it."""
        return Answer(self.url, 200, self.body, self.content_type, fetched="2026-11-20T12:00:00+00:00")


@dataclass(frozen=True)
class ArchiveTask:
    """An archive to look through, and all its pages to be read."""

    file: Path

    def run(self) -> list[Any]:
        """The index, and what comes of every page in it."""
        (index,) = IndexTask(self.file, agencies.NAMES).run()
        return [fault.why for fault in index.faults] + _stories(page for page, _ in index.pages)


@dataclass(frozen=True)
class FolderTask:
    """A folder of fixtures to look through, and all its pages to be read."""

    folder: Path

    def run(self) -> list[Any]:
        """The faults, and what comes of every page."""
        try:
            saved = open_sources((str(self.folder),))
        except ArchiveError as error:
            return [str(error)]
        return [fault.why for fault in saved.faults] + _stories(saved.pages())


def _stories(pages: Iterable[SavedPage]) -> list[Any]:
    found: list[Any] = []
    for page in pages:
        agency = agencies.of_url(page.url)
        found += StoryTask(agency.name if agency else "xinhua", (StoryCapture(page.url, page),)).run()
    return found


@dataclass(frozen=True)
class Failure:
    """The result of a task that gave none of its own."""

    reason: Reason


@dataclass(frozen=True)
class CaughtTask:
    """A task whose error, which no reader expected, is a result too: in a run it would end it."""

    task: Any
    pages: int = 1

    def run(self) -> list[Any]:
        """What comes of the task."""
        try:
            return list(self.task.run())
        except MemoryError:
            raise
        except Exception as error:
            return [Failure(because(ReasonKind.UNHANDLED, f"{type(error).__name__}: {error}"))]

    def parts(self) -> "list[CaughtTask]":
        """The task."""
        return [self]

    def failed(self, why: Reason) -> Failure:
        """The result when its process was lost."""
        return Failure(why)


def samples() -> Iterator[Sample]:
    """The pages of the project's fixtures, as stories or as the lists that they are."""
    for file in sorted(FIXTURES.glob("*/*/response.json")):
        said = json.loads(file.read_text(encoding="utf-8"))
        links = file.with_name("links.json")
        kind = json.loads(links.read_text(encoding="utf-8"))["kind"] if links.is_file() else None
        folder = file.parts[-3]
        body = file.with_name("body.html").read_bytes()
        yield Sample(
            _AGENCIES.get(folder, folder), said["url"], body, said.get("headers", {}).get("Content-Type"), kind
        )


def task_of(sample: Sample) -> Any:
    """How a run reads a page."""
    if sample.kind is None:
        page = MadePage(sample.url, body=sample.body, content_type=sample.content_type)
        return StoryTask(sample.agency, (StoryCapture(sample.url, page),))
    return ListingTask(sample.agency, Answer(sample.url, 200, sample.body, sample.content_type), sample.kind)
