"""The floor of quality: what wirecrawl reaches on the project's own pages, and must not fall below.

Each page of fixtures/ with a reviewed story is cleaned twice: as it is, and with its class and id attributes renamed,
as after a redesign, so that no layout fits and the whole page is read. The floor of a measure is its mean over these
pages. bench/floor.json keeps the score of every page, so that a fall can be named.
"""

import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.extractors import text_of
from bench.scoring import MEASURES, Score, Text, mean, score
from wirecrawl.errors import PageError
from wirecrawl.news.cleaning.clean import clean
from wirecrawl.storage.archive import open_sources

ROOT = Path(__file__).parent.parent
FLOOR = ROOT / "bench" / "floor.json"
READINGS = ("layout", "no layout")
_NAMES = re.compile(rb"(?i)\b(?=(?:class|id)\s*=)")
_ROUNDED = 6  # digits: finer than one word of one story in the mean
_LAST_PAGE = 9  # as many as a story's saved pages can have

Readings = dict[str, Score]
Scores = dict[str, Readings]


@dataclass(frozen=True, slots=True)
class Fall:
    """A measure below its floor, with the pages that brought it down."""

    reading: str
    measure: str
    floor: float
    now: float
    pages: list[str]

    def __str__(self) -> str:
        return f"{self.reading}, {self.measure}: {self.floor:.6f} -> {self.now:.6f} by {', '.join(self.pages)}"


def measure(folder: Path = ROOT / "fixtures") -> Scores:
    """Scores of every reviewed page of a folder of fixtures, by page and reading."""
    folders = sorted(story.parent for story in folder.glob("*/*/story.json"))
    return {f"{case.parent.name}/{case.name}": dict(zip(READINGS, _readings(case), strict=True)) for case in folders}


def _readings(case: Path) -> Iterator[Score]:
    gold = _gold(json.loads((case / "story.json").read_bytes()))
    page = next(open_sources((str(case),)).pages()).answer()
    later = [case.parent / f"{case.name}-{number}" / "body.html" for number in range(2, _LAST_PAGE + 1)]
    bodies = [page.body, *(body.read_bytes() for body in later if body.exists())]
    for pages in (bodies, [_NAMES.sub(b"data-", body) for body in bodies]):
        yield {
            name: value if value is None else round(value, _ROUNDED)
            for name, value in score(gold, _text(pages, page.url, page.content_type)).items()
        }


def _gold(story: dict[str, Any]) -> dict[str, Any]:
    """The reviewed story in the form of a gold line, its dateline put back at the head."""
    dateline = story["dateline"]["raw"] if story["dateline"] else ""
    paragraphs = f"{dateline} {story['text']}".strip().split("\n\n")
    facts = {name: story[name] for name in ("headline", "published", "editors", "language", "agency")}
    return facts | {"authors": story["bylines"], "dateline": dateline, "body_paragraphs": paragraphs}


def _text(pages: list[bytes], url: str, content_type: str | None) -> Text:
    try:
        return text_of(clean(pages[0], url, content_type=content_type, more=pages[1:]))
    except PageError as error:
        return Text([], error=str(error))


def means(scores: Scores, reading: str) -> Score:
    """Mean of each measure over the pages of one reading."""
    return {name: mean(page[reading].get(name) for page in scores.values()) for name in MEASURES}


def falls(floor: Scores, now: Scores) -> list[Fall]:
    """Measures whose mean over the pages of the floor is lower now; a page that is gone counts for neither."""
    kept = [name for name in floor if name in now]
    before, after = ({name: scores[name] for name in kept} for scores in (floor, now))
    found = (_fall(before, after, reading, name) for reading in READINGS for name in MEASURES)
    return [fall for fall in found if fall]


def _fall(floor: Scores, now: Scores, reading: str, name: str) -> Fall | None:
    was, is_now = (means(scores, reading)[name] or 0.0 for scores in (floor, now))
    if is_now >= was - 10**-_ROUNDED:
        return None
    lower = [page for page in floor if (now[page][reading].get(name) or 0.0) < (floor[page][reading].get(name) or 0.0)]
    return Fall(reading, name, was, is_now, lower)


def load() -> Scores:
    """The floor as it is written."""
    found: Scores = json.loads(FLOOR.read_text(encoding="utf-8"))
    return found


def report(*, write: bool) -> int:
    """Print the means and what fell; with `write` raise the floor, which never lowers it. Exit code 1 for a fall."""
    now, floor = measure(), load() if FLOOR.exists() else {}
    for reading in READINGS:
        row = [f"{name} {value:.3f}" for name, value in means(now, reading).items() if value is not None]
        print(f"{reading:12} {len(now)} pages  " + "  ".join(row))
    fallen = falls(floor, now)
    for fall in fallen:
        print(f"below the floor: {fall}", file=sys.stderr)
    if write and not fallen:
        lines = (f"{json.dumps(name)}: {json.dumps(scores)}" for name, scores in now.items())
        FLOOR.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")
    return int(bool(fallen))
