"""The extractors that bench/quality.py compares: wirecrawl, trafilatura and, where they are installed, rivals."""

import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import trafilatura

from bench.pages import page_bytes
from bench.rivals import NOT_INSTALLED
from bench.scoring import Text
from wirecrawl.errors import PageError
from wirecrawl.items import Story
from wirecrawl.news.cleaning.clean import clean
from wirecrawl.news.markup.decode import decode

ROOT = Path(__file__).parent.parent
ENVIRONMENTS = (ROOT / ".venv-rivals", ROOT / ".venv-fundus")
_SECONDS = 60  # a page: thirty times what the slowest rival takes


@dataclass(frozen=True, slots=True)
class Case:
    """A saved page with its address, language ("" for unknown) and reviewed text."""

    file: Path
    url: str | None
    language: str
    gold: dict[str, Any]


class NotInstalledError(Exception):
    """No environment holds the rival; the text says what each of them lacks."""


Extractor = Callable[[bytes, str | None], Text]


def wirecrawl_text(page: bytes, url: str | None) -> Text:
    """Clean a page with wirecrawl."""
    return text_of(clean(page, url))


def text_of(story: Story) -> Text:
    """Return a story as it is scored."""
    return Text(
        story.text.split("\n\n"),
        story.headline or "",
        story.published or "",
        story.dateline.raw if story.dateline else "",
        story.bylines,
        story.editors,
        story.language or "",
        story.agency or "",
        layout=story.provenance.cleaner,
    )


def trafilatura_text(page: bytes, url: str | None, *, fast: bool = False, precise: bool = False) -> Text:
    """Extract a page with trafilatura, comments left out."""
    found = trafilatura.bare_extraction(
        decode(page), url=url, fast=fast, favor_precision=precise, include_comments=False, with_metadata=True
    )
    if found is None or isinstance(found, dict):
        return Text([], error="nothing found")
    writers = (found.author or "").split("; ")
    return Text((found.text or "").split("\n"), found.title or "", found.date or "", writers=writers)


EXTRACTORS: dict[str, Extractor] = {
    "wirecrawl": wirecrawl_text,
    "trafilatura": trafilatura_text,
    "trafilatura fast": lambda page, url: trafilatura_text(page, url, fast=True),
    "trafilatura precise": lambda page, url: trafilatura_text(page, url, precise=True),
}


def run_own(extract: Extractor, cases: Iterable[Case]) -> list[Text]:
    """The texts of an extractor that the project itself needs; a page it refuses has none."""
    return [_timed(extract, page_bytes(case.file), case.url) for case in cases]


def _timed(extract: Extractor, page: bytes, url: str | None) -> Text:
    start = time.perf_counter()
    try:
        text = extract(page, url)
    except PageError as error:
        text = Text([], "", "", "", [], [], "", "", error=str(error))
    return replace(text, seconds=time.perf_counter() - start)


def run_rival(name: str, cases: Sequence[Case], environments: Iterable[Path]) -> list[Text | None]:
    """The texts of a rival, null for a page it has no parser for.

    The first environment that can import it is used, the running one last. Raises NotInstalledError when none can.
    """
    pages = "".join(json.dumps(page) + "\n" for page in map(_told, cases))
    reasons = []
    for python in (*(folder / "bin" / "python" for folder in environments), Path(sys.executable)):
        if python.exists():
            code, answers, said = _ask(python, name, pages, _SECONDS * len(cases))
            if code != NOT_INSTALLED:
                return list(_texts(answers, len(cases)))
            reasons.append(said)
    raise NotInstalledError("; ".join(dict.fromkeys(reasons)))


def _told(case: Case) -> dict[str, str]:
    day = (case.gold.get("published") or "")[:10]
    return {"html": decode(page_bytes(case.file)), "url": case.url or "", "day": day, "language": case.language}


def _ask(python: Path, name: str, pages: str, seconds: float) -> tuple[int, list[str], str]:
    """Exit code, answers and last line of complaint of a rival's process; one that hangs has answered so far."""
    command = [str(python), str(ROOT / "bench" / "rivals.py"), name]
    try:
        ended = subprocess.run(command, input=pages.encode(), capture_output=True, timeout=seconds, check=False)
    except subprocess.TimeoutExpired as hung:
        return -1, (hung.stdout or b"").decode().splitlines(), "no answer in time"
    said = ended.stderr.decode(errors="replace").strip().splitlines()
    return ended.returncode, ended.stdout.decode().splitlines(), said[-1] if said else ""


def _texts(answers: list[str], pages: int) -> Iterator[Text | None]:
    for answer in map(json.loads, answers):
        yield Text(**answer) if answer else None
    yield from [Text([], error="the rival's process ended")] * (pages - len(answers))
