"""The schemas in docs/ are those of the code, and the lines keep to them."""

from pathlib import Path
from typing import Any

import jsonschema
import msgspec
import pytest

from tests.support.fixtures import cases, load, name_of
from tests.support.stories import make_story
from wirecrawl.items import Headline, Provenance, Story
from wirecrawl.news.dedupe import Sighting, join_headlines
from wirecrawl.storage.feed.schema import DOCS, FILES, schema, text

STORIES = cases("story.json")
PROVENANCE = msgspec.to_builtins(
    Provenance(sha256="00", record=None, status=200, cleaner="china.org.cn", versions={"wirecrawl": "0"})
)
STORY = jsonschema.Draft202012Validator(schema(Story))
HEADLINE = jsonschema.Draft202012Validator(schema(Headline))


@pytest.mark.parametrize("name", FILES)
def test_the_schema_in_docs_is_the_one_of_the_code(name: str) -> None:
    assert (DOCS / name).read_text("utf-8") == text(FILES[name])


@pytest.mark.parametrize("item", FILES.values())
def test_the_schema_is_one(item: type) -> None:
    jsonschema.Draft202012Validator.check_schema(schema(item))


@pytest.mark.parametrize("case", STORIES, ids=name_of)
def test_every_reviewed_story_keeps_to_the_schema(case: Path) -> None:
    STORY.validate({**load(case, "story.json"), "provenance": PROVENANCE})


def line() -> dict[str, Any]:
    made: dict[str, Any] = msgspec.to_builtins(make_story())
    return made


def test_a_plain_line_keeps_to_the_schema() -> None:
    STORY.validate(line())


@pytest.mark.parametrize("key", list(line()))
def test_a_line_without_a_key_does_not(key: str) -> None:
    short = line()
    del short[key]
    assert not STORY.is_valid(short)


@pytest.mark.parametrize(
    "change",
    [
        {"extra": 1},
        {"version": "1"},
        {"text": None},
        {"bylines": None},
        {"bylines": [None]},
        {"published_precision": "hour"},
        {"published_zone_assumed": None},
        {"marks": {**line()["marks"], "urgency": "soon"}},
        {"marks": {**line()["marks"], "extra": 1}},
        {"marks": {}},
        {"images": [{"url": None}]},
        {"dateline": {"raw": "VIK"}},
        {"provenance": {**PROVENANCE, "extra": 1}},
    ],
)
def test_a_line_of_another_form_does_not(change: dict[str, Any]) -> None:
    assert not STORY.is_valid({**line(), **change})


def test_headlines_keep_to_theirs() -> None:
    (record,) = join_headlines([Sighting("1st LD: Rain", "http://a.example/", 0)], "xinhua")
    made = msgspec.to_builtins(record.item)
    HEADLINE.validate(made)
    assert not HEADLINE.is_valid({**made, "extra": 1})
    assert not HEADLINE.is_valid({key: value for key, value in made.items() if key != "stages"})


@pytest.mark.parametrize("item", FILES.values())
def test_every_field_has_a_meaning_and_an_example(item: type) -> None:
    for kind in schema(item)["$defs"].values():
        for name, field in kind["properties"].items():
            assert field.get("description"), name
            assert field.get("examples"), name
