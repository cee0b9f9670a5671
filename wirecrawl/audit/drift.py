"""Today's code against the archive of the last days: what would be different in the lines of the feeds, field by field.

Pages that brought no line then (empty, or failed while they were cleaned) are tried again too.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from wirecrawl.audit.verify import LineCheck, later_answers, make_story
from wirecrawl.errors import BadArgument
from wirecrawl.news.agencies import Agency
from wirecrawl.run.reading.stories import StoryCapture, StoryTask
from wirecrawl.run.repeated_paragraphs import repeated_in, short_paragraphs
from wirecrawl.storage.archive import SavedPage, open_sources
from wirecrawl.storage.archive.fixtures import fixture_files, page_files
from wirecrawl.storage.archive.lookup import ArchiveLookup
from wirecrawl.storage.archive.members import own_archives
from wirecrawl.storage.feed.lines import is_story, read_lines
from wirecrawl.storage.feed.names import feeds_of_runs
from wirecrawl.storage.ledger.interface import Ledger
from wirecrawl.utils.terminal import counted
from wirecrawl.utils.times import utc_iso
from wirecrawl.web.answer import Answer

_ALWAYS = ("headline", "published", "dateline", "text")  # in the sums also when nothing changed
_BROUGHT_NONE = ("empty", "failed")
_NAME = re.compile(r"[A-Za-z0-9][\w.-]{0,80}")
_NO_NAME = re.compile(r"[^\w.-]+")


def lines_since(feeds: Path, since: datetime) -> Iterator[dict[str, Any]]:
    """Stories of a spider's feeds that were fetched at or after a time; replays are left out."""
    earliest = utc_iso(since)
    for _, line in read_lines(feeds_of_runs(feeds, "stories")):
        if line and is_story(line) and str(line.get("fetched") or "") >= earliest:
            yield line


def storyless(archive: Path, agency: Agency, ledger: Ledger, since: datetime) -> Iterator[StoryTask]:
    """Archived story pages since a time whose address brought no story when it was last asked for."""
    files = [file for file in own_archives(archive) if file.stat().st_mtime >= since.timestamp()]
    pages = open_sources(tuple(map(str, sorted(files))), (agency.name,)).pages() if files else ()
    for page in pages:
        late_enough = (page.fetched or "") >= utc_iso(since)
        if late_enough and ledger.links.last_outcome(page.url) in _BROUGHT_NONE:
            yield StoryTask(agency.name, (StoryCapture(page.record, page),))


def fixture_name(story_id: str) -> str:
    """What a page is called when it becomes a fixture.

    >>> fixture_name("xinhua:content_118900001"), fixture_name("ap:nfl/scores")
    ('content_118900001', 'nfl-scores')
    """
    return _NO_NAME.sub("-", story_id.partition(":")[2] or story_id).strip("-.") or "story"


def summary(spider: str, found: list[LineCheck], since: datetime) -> Iterator[str]:
    """The sums: lines, and of each field how many changed, were lost or are new."""
    states = Counter(one.state for one in found)
    yield (
        f"{spider}: {counted(len(found), 'story')} fetched since {utc_iso(since)}; {states['identical']} as they were, "
        f"{states['changed']} changed, {states['record missing']} without their record"
    )
    kinds = Counter((change.name, change.kind) for one in found for change in one.changes)
    for name in dict.fromkeys((*_ALWAYS, *(name for name, _ in kinds))):
        yield f"{name}: {', '.join(f'{kinds[name, kind]} {kind}' for kind in ('changed', 'lost', 'new'))}"


def repeated(lines: Iterable[dict[str, Any]]) -> Iterator[str]:
    """The paragraphs that many stories of a site have, which are lines of the site, each with its count and layout."""
    stories = (
        short_paragraphs(str(line.get("id")), line.get("site"), str(_provenance(line).get("cleaner")), line["text"])
        for line in lines
        if isinstance(line.get("text"), str)
    )
    for one in repeated_in(stories):
        share = f"{one.stories} of {counted(one.all_stories, 'story')}"
        yield f"the same paragraph in {share} of {one.where}: {one.text}"


def _provenance(line: dict[str, Any]) -> dict[str, Any]:
    found = line.get("provenance")
    return found if isinstance(found, dict) else {}


@dataclass(frozen=True, slots=True)
class FixturePage:
    """A page that is to become a fixture, under the address of its story."""

    page: SavedPage
    url: str
    agency: str


def choose(found: Iterable[LineCheck], case: str, page: str | None, records: ArchiveLookup) -> FixturePage:
    """The page that an id, id@version, address or record names; else the one called `case`, else the only one changed.

    Raises BadArgument when there is none, NotSaved when its record is not there.
    """
    known = list(found)
    wanted = page or case
    chosen = [one for one in known if wanted in _names(one)]
    changed = {one.record: one for one in known if one.state == "changed"}
    if not (chosen or page) and len(changed) == 1:
        chosen = list(changed.values())
    if not chosen or not chosen[-1].url:
        names = sorted({fixture_name(one.name.partition("@")[0]) for one in changed.values()})
        there = f", or one of: {', '.join(names)}" if names else ""
        raise BadArgument(f"{wanted}: no page of these days; name one with --page ID|URL{there}")
    one = chosen[-1]
    return FixturePage(records.find(one.record, one.url or ""), one.url or "", one.name.partition(":")[0])


def _names(one: LineCheck) -> tuple[str | None, ...]:
    story_id = one.name.rpartition("@")[0]
    return story_id, one.name, one.url, one.record, fixture_name(story_id)


def new_fixture(fixtures: Path, case: str, chosen: FixturePage, records: ArchiveLookup) -> dict[Path, bytes]:
    """The files of a fixture made of a page: its story as it is made today, for a person to read and correct.

    Raises BadArgument for a name that cannot be one or is taken, ArchiveError or PageError for a page without story.
    """
    folder = fixtures / case
    if not _NAME.fullmatch(case):
        raise BadArgument(
            f"--save {case}: give a name of letters, digits, low lines and hyphens, as in --save no-headline"
        )
    if folder.exists():
        raise BadArgument(f"{folder}: exists already; choose another name")
    found = chosen.page.answer()
    later = later_answers(found, chosen.page, chosen.agency, records)
    files = fixture_files(folder, found.body, _response(found), make_story(found, chosen.url, later))
    for number, one in enumerate(later, 2):
        files |= page_files(fixtures / f"{case}-{number}", one.body, _response(one))
    return files


def _response(found: Answer) -> dict[str, Any]:
    given = {"Content-Type": found.content_type, "ETag": found.etag, "Last-Modified": found.modified}
    headers = {name: value for name, value in given.items() if value}
    return {"url": found.url, "status": found.status, "headers": headers, "fetched_at": found.fetched}
