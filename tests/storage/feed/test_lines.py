"""Feed files read back: whole lines, whatever stands between them."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.support.fixtures import ROOT
from wirecrawl.errors import BadArgument
from wirecrawl.items import Headline, Story
from wirecrawl.storage.feed.lines import lines_of, read_lines

EXAMPLES = (ROOT / "docs" / "feed-format.md").read_text(encoding="utf-8")
STORY: dict[str, Any] = json.loads(EXAMPLES.partition("```json story\n")[2].partition("```")[0])


def test_cut_and_foreign_lines_are_none_and_the_others_are_read(tmp_path: Path) -> None:
    feed = tmp_path / "a-stories.jsonl"
    line = json.dumps(STORY).encode()
    feed.write_bytes(line + b'\n[1]\n{"id": 1}\n\xff\n' + b"[" * 100_000 + b"\n" + line[:-9])
    assert [story and story.id for story in lines_of(feed, Story)] == [STORY["id"], None, None, None, None, None]
    places = [(place, bool(found)) for place, found in read_lines([feed])]
    assert places[:3] == [(f"{feed} line 1", True), (f"{feed} line 2", False), (f"{feed} line 3", True)]
    assert list(lines_of(feed, Headline)) == [None] * 6


def test_a_file_that_is_not_there_is_usage(tmp_path: Path) -> None:
    with pytest.raises(BadArgument, match=r"none\.jsonl: cannot be read"):
        list(read_lines([tmp_path / "none.jsonl"]))
