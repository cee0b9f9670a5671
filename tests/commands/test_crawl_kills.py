"""kill -9 at any moment: every story and headline is in the feeds exactly once, in whole lines."""

import os
import random
import time
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from tests.support.killing import Point, start
from tests.support.newsroom import WIRE_LIST, headline, listing, open_newsroom, story, story_id, story_url
from tests.support.process import lines
from tests.support.site import Site
from tests.support.stores import Store
from wirecrawl.pipelines import CleanPipeline
from wirecrawl.spiders.wire_spider import WireSpider
from wirecrawl.storage.archive import open_sources
from wirecrawl.storage.archive.writer import ArchiveFile
from wirecrawl.storage.ledger.sql.archive_files import SqlArchiveFiles
from wirecrawl.storage.ledger.sql.journal import SqlJournal
from wirecrawl.storage.ledger.sql.ledger import SqlLedger
from wirecrawl.storage.ledger.sql.leftovers import SqlLeftovers
from wirecrawl.storage.ledger.sql.links import SqlLinks
from wirecrawl.storage.ledger.sql.outputs import SqlOutputs
from wirecrawl.storage.ledger.sql.pages import SqlPages
from wirecrawl.storage.ledger.sql.runs import SqlRuns

_LISTED = 4  # stories on the list at once
_ALL = ("-s", "WIRECRAWL_RECHECK_HOURS=0")  # every known story is asked for again: edits are found


def run(site: Site, data: Path, *arguments: str, after: float | None = None, point: Point | None = None) -> int | None:
    """One crawl, killed `after` seconds or at a point; returns its exit code, negative for a signal."""
    process = start(site.env(), data, *arguments, point=point)
    process.join(after if after is not None else 60)
    process.kill()
    process.join()
    return process.exitcode


def written(data: Path, kind: str) -> list[dict[str, Any]]:
    return [line for file in sorted(data.glob(f"feeds/xinhua/*-{kind}.jsonl")) for line in lines(file)]


def check(data: Path, numbers: range, texts: dict[int, str]) -> None:
    """Every story with every version once, its newest as the site has it now, and every headline once."""
    assert (data / "ledger.sqlite").exists() != os.environ.get("WIRECRAWL_LEDGER", "").startswith("postgresql:")
    stories = written(data, "stories")
    names = Counter((one["id"], one["version"]) for one in stories)
    assert {name for name, times in names.items() if times > 1} == set()
    newest = {one["id"]: one for one in sorted(stories, key=lambda one: one["version"])}
    assert {story_id(number) for number in numbers} <= set(newest)
    for number, extra in texts.items():
        assert extra in newest[story_id(number)]["text"]
    for story_id_, one in newest.items():
        assert [names[story_id_, n] for n in range(1, one["version"] + 1)] == [1] * one["version"]
    shown = Counter(one["headline"] for one in written(data, "headlines"))
    assert {headline(number) for number in numbers} <= set(shown)
    assert {words for words, times in shown.items() if times > 1} == set()
    assert list(data.glob("feeds/xinhua/*.part")) == []
    archived = open_sources((str(data / "archive"),), ("xinhua",))
    assert archived.faults == []
    for one in stories:
        kept = archived.page(one["url"], one["provenance"]["record"])
        assert kept.answer().digest == one["provenance"]["sha256"]


def check_other(out: Path, data: Path) -> None:
    """What was asked for with -o holds the lines of the feeds, each once, behind what it held before."""
    first, *rest = lines(out)
    fed = [*written(data, "stories"), *written(data, "headlines")]
    assert first == {"id": "mine"}
    assert Counter(map(str, rest)) == Counter(map(str, fed))
    assert list(out.parent.glob("*.part")) == []


class Newsroom:
    """A list that moves on as soon as its oldest story was asked for, and stories that are edited in place."""

    def __init__(self, site: Site) -> None:
        self.site, self.first, self.last = site, 1, _LISTED
        self.edits: dict[int, str] = {}
        open_newsroom(site, count=_LISTED)

    def move_on(self) -> None:
        """Put the list and its stories as they are now."""
        if self.site.hits(story_url(self.first)) and self.last < 46:
            self.first, self.last = self.first + 1, self.last + 1
        for number in range(1, self.last + 1):
            self.site.put(story_url(number), story(number, extra=self.edits.get(number, "")))
        numbers = range(self.last, self.first - 1, -1)
        self.site.put(WIRE_LIST, listing([(story_url(number), headline(number)) for number in numbers]))

    def edit(self, number: int) -> None:
        """Add a paragraph that no version of the story had before."""
        self.edits[number] = f"Edit {len(self.site.hits())} was made by the desk in the morning."


def test_kills_at_any_moment_lose_nothing_and_double_nothing(tmp_path: Path, store: Store) -> None:
    chance, kills = random.Random(20261123), 60 if store.name == "sqlite" else 30  # for the time they take
    data, out = tmp_path / "data", tmp_path / "all.jsonl"
    out.write_bytes(b'{"id": "mine"}\n')
    codes: Counter[int | None] = Counter()
    with Site() as site:
        room = Newsroom(site)
        assert run(site, tmp_path / "warm", "-s", "WIRECRAWL_LEDGER=") == 0  # a database would know its stories
        began = time.monotonic()
        assert run(site, data, "-o", str(out)) == 0
        whole = time.monotonic() - began
        while codes[-9] < kills and codes.total() < 200:
            room.move_on()
            if codes.total() % 5 == 0:
                room.edit(chance.randint(room.first, room.last))
            arguments = _ALL if codes.total() % 3 == 0 else ()
            codes[run(site, data, "-o", str(out), *arguments, after=chance.uniform(whole / 3, 1.1 * whole))] += 1
        room.move_on()
        for _ in range(2):  # the first decides on what it took over, the second asks for all of it again
            assert run(site, data, "-o", str(out), *_ALL) == 0, (data / "stderr").read_text()
    assert (codes[-9], set(codes) <= {0, -9}) == (kills, True), codes
    assert room.last > 10  # the list moved on
    check(data, range(1, room.last + 1), room.edits)
    check_other(out, data)


# Where a kill could part what belongs together: the journal, the decisions, the two feed files, the commit.
POINTS: list[Point] = [
    *((SqlArchiveFiles, "begin", 1, after) for after in (False, True)),
    *((ArchiveFile, "append", 1, after) for after in (False, True)),
    *((SqlArchiveFiles, "finish", 1, after) for after in (False, True)),
    *((SqlJournal, "add", 2, after) for after in (False, True)),
    *((SqlJournal, "add_sightings", 2, after) for after in (False, True)),
    *((SqlPages, "save_list", 1, after) for after in (False, True)),
    (SqlLedger, "begin", 3, True),
    (SqlJournal, "remove", 3, True),
    (SqlJournal, "remove_sightings", 1, True),
    *((Path, "replace", 1, after) for after in (False, True)),
    *((Path, "replace", 2, after) for after in (False, True)),
    (SqlJournal, "add_feed", 1, False),
    (SqlOutputs, "open", 1, True),
    *((SqlOutputs, "make_whole", 1, after) for after in (False, True)),
    *((SqlOutputs, "begin", 1, after) for after in (False, True)),
    *((SqlOutputs, "end", 1, after) for after in (False, True)),
    (SqlLinks, "mark_unreached", 1, False),
    (SqlRuns, "close", 1, False),
    *((Path, "replace", call, False) for call in (3, 4)),  # of the archive's index and of the report
    *((SqlLeftovers, "take_over", 1, after) for after in (False, True)),
    *((SqlLeftovers, "close", 1, after) for after in (False, True)),
]

# In a run that asks for one story only, because its list shows it changed.
EDIT_POINTS: list[Point] = [
    *((SqlLinks, "note_link", 3, after) for after in (False, True)),
    *((SqlPages, "save_list", 1, after) for after in (False, True)),
    *((SqlJournal, "add_sightings", 1, after) for after in (False, True)),
    *((WireSpider, "parse_story", 1, after) for after in (False, True)),
    *((CleanPipeline, "process_item", 1, after) for after in (False, True)),
    *((SqlJournal, "add", 1, after) for after in (False, True)),
    (SqlLedger, "begin", 2, True),
    *((SqlJournal, "remove", 1, after) for after in (False, True)),
    *((Path, "replace", 1, after) for after in (False, True)),
    *((SqlLinks, "mark_unreached", 1, after) for after in (False, True)),
    *((SqlRuns, "close", 1, after) for after in (False, True)),
]


def name_of(point: Point) -> str:
    owner, method, call, after = point
    return f"{owner.__name__}.{method}-{call}-{'after' if after else 'before'}"


def check_completion(tmp_path: Path, point: Point, kills: int) -> None:
    """Kill as many crawls at a point, one after the other; the next one completes them all."""
    with Site() as site:
        open_newsroom(site, count=4)
        out = tmp_path / "all.jsonl"
        out.write_bytes(b'{"id": "mine"}\n')
        for _ in range(kills):
            assert run(site, tmp_path, "-o", str(out), point=point) in (-9, 0)
        site.put(WIRE_LIST, listing([(story_url(4), headline(4))]))  # the list has moved on meanwhile
        assert run(site, tmp_path, "-o", str(out)) == 0, (tmp_path / "stderr").read_text()
        check_other(out, tmp_path)
        seen = [n for n in range(1, 5) if n == 4 or site.hits(story_url(n))]
        check(tmp_path, range(4, 5), {})
        assert {story_id(n) for n in seen} <= {one["id"] for one in written(tmp_path, "stories")}


@pytest.mark.usefixtures("store")
@pytest.mark.parametrize("point", POINTS, ids=name_of)
def test_a_kill_at_a_seam_is_completed_by_the_next_run(tmp_path: Path, point: Point) -> None:
    check_completion(tmp_path, point, kills=1)


# What is recovered after two kills is written in the same statements whatever the database, and a kill before a call is
# nearly one after the call before it.
@pytest.mark.parametrize("point", [point for point in POINTS if point[3]], ids=name_of)
def test_two_kills_at_a_seam_are_completed_by_the_next_run(tmp_path: Path, point: Point) -> None:
    check_completion(tmp_path, point, kills=2)


@pytest.mark.usefixtures("store")
@pytest.mark.parametrize("point", [point for point in EDIT_POINTS if point[3]], ids=name_of)
def test_a_kill_behind_a_seam_loses_no_listed_edit(tmp_path: Path, point: Point) -> None:
    check_edit(tmp_path, point)


@pytest.mark.parametrize("point", [point for point in EDIT_POINTS if not point[3]], ids=name_of)
def test_a_kill_before_a_seam_loses_no_listed_edit(tmp_path: Path, point: Point) -> None:
    check_edit(tmp_path, point)


def check_edit(tmp_path: Path, point: Point) -> None:
    """Kill the crawl that fetches an edit, which the list shows, at a point; the next ones bring it once."""
    entries = [(story_url(n), headline(n)) for n in range(1, 5)]
    edit = "One kite was seen over the harbour."
    with Site() as site:
        open_newsroom(site, count=4)
        assert run(site, tmp_path) == 0
        site.put(WIRE_LIST, listing([*entries[:2], (story_url(3), f"1st LD: {headline(3)}"), entries[3]]))
        site.put(story_url(3), story(3, extra=edit))
        assert run(site, tmp_path, point=point) in (-9, 0)
        for _ in range(2):  # the list is as the killed run saw it
            assert run(site, tmp_path) == 0, (tmp_path / "stderr").read_text()
    versions = {one["version"]: one["text"] for one in written(tmp_path, "stories") if one["id"] == story_id(3)}
    assert (sorted(versions), edit in versions[1], edit in versions[2]) == ([1, 2], False, True)
