"""Every saved story against its reviewed expectation: one test a field, and no field more."""

from dataclasses import fields
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
import pytest

from tests.support.fixtures import cases, load, name_of
from wirecrawl.items import Story
from wirecrawl.news.agencies import of_url
from wirecrawl.news.cleaning.clean import clean
from wirecrawl.storage.archive import open_sources

STORIES = cases("story.json")
# provenance holds hashes and versions; it has tests of its own.
FIELDS = [field.name for field in fields(Story) if field.name != "provenance"]


@cache
def cleaned(case: Path) -> dict[str, Any]:
    page = next(open_sources((str(case),)).pages()).answer()
    later = [case.parent / f"{case.name}-{number}" / "body.html" for number in range(2, 10)]
    story = clean(
        page.body,
        page.url,
        content_type=page.content_type,
        more=[body.read_bytes() for body in later if body.exists()],
        status=page.status,
        record=page.record,
        first_seen=page.fetched,
        fetched=page.fetched,
    )
    built: dict[str, Any] = msgspec.to_builtins(story)
    return built


@pytest.mark.parametrize("case", STORIES, ids=name_of)
def test_somebody_read_it(case: Path) -> None:
    assert "reviewed" not in load(case, "story.json"), (
        f"{case}/story.json is a draft that a program made: read it beside body.html, correct every field that is "
        'wrong, then delete its line "reviewed"'
    )


@pytest.mark.parametrize("field", FIELDS)
@pytest.mark.parametrize("case", STORIES, ids=name_of)
def test_field(case: Path, field: str) -> None:
    assert cleaned(case)[field] == load(case, "story.json")[field]


@pytest.mark.parametrize("case", STORIES, ids=name_of)
def test_no_unexpected_field(case: Path) -> None:
    keys = [key for key in load(case, "story.json") if key != "reviewed"]  # that one has a test of its own
    assert list(cleaned(case)) == [*keys, "provenance"]


@pytest.mark.parametrize("case", STORIES, ids=name_of)
def test_a_layout_fits_every_saved_page_of_a_site_that_has_one(case: Path) -> None:
    agency = of_url(cleaned(case)["url"])
    whole = agency is not None and not agency.layouts
    assert cleaned(case)["provenance"]["cleaner"].startswith("trafilatura") == whole
