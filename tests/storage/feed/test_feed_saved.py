"""Lines and rows as version 0.1.0 wrote them, in saved/: every later version reads them. They are never made anew.

A field that is added to the feed needs a default, or a type that has an empty value: see `decode_saved`.
"""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

from wirecrawl.items import Headline, Story
from wirecrawl.news.dedupe import Sighting
from wirecrawl.run.reading.journal_entry import JournaledStory
from wirecrawl.storage.feed.lines import read_items
from wirecrawl.utils.saved_json import decode_saved

SAVED = Path(__file__).parent / "saved"


def holds(now: Any, before: Any) -> bool:
    """Whether a value of today has everything that an older one had."""
    if isinstance(before, dict):
        return all(name in now and holds(now[name], value) for name, value in before.items())
    if isinstance(before, list):
        return len(now) == len(before) and all(map(holds, now, before))
    return bool(now == before)


@pytest.mark.parametrize(("name", "kind"), [("story", Story), ("headline", Headline), ("journal", JournaledStory)])
def test_what_an_older_version_wrote_is_read(name: str, kind: type[Any]) -> None:
    saved = (SAVED / f"{name}.json").read_bytes()
    assert holds(asdict(decode_saved(saved, kind)), json.loads(saved))


def test_sightings_that_an_older_version_kept_are_read() -> None:
    saved = (SAVED / "sightings.json").read_bytes()
    assert holds([asdict(one) for one in decode_saved(saved, list[Sighting])], json.loads(saved))


def test_a_line_that_was_cut_or_is_of_another_kind_is_skipped(tmp_path: Path) -> None:
    file, story = tmp_path / "stories.jsonl", (SAVED / "story.json").read_bytes()
    file.write_bytes(b'{"what": "is this"}\n' + story + b"no JSON\n\xff\n" + story[:100])
    assert [one.id for one in read_items(file, Story)] == ["xinhua:content_1000001"]
