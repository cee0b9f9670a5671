"""ninjs: every item is valid, and says what the story says."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from tests.support.exported_feeds import FULL, LINES
from tests.support.extras import needs
from tests.support.fixtures import cases, load, name_of
from tests.support.ninjs import SCHEMAS
from tests.support.stories import make_story
from wirecrawl.errors import BadArgument
from wirecrawl.items import Image, Marks, Provenance, Story
from wirecrawl.storage.feed.formats.exports import ExportOptions, Line, open_format
from wirecrawl.utils.saved_json import decode_saved

PROFILES = list(SCHEMAS)
PROVENANCE: dict[str, Any] = {"sha256": "00", "record": None, "status": 200, "cleaner": "c", "versions": {}}


def export(folder: Path, *lines: Line, **options: Any) -> dict[str, dict[str, Any]]:
    """The items, by the names of their files."""
    open_format("ninjs").write(lines, folder, ExportOptions(name="wire", **options))
    return {file.name: json.loads(file.read_bytes()) for file in folder.iterdir()}


def check(item: dict[str, Any], profile: str) -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMAS[profile])
    checker = jsonschema.Draft202012Validator.FORMAT_CHECKER
    jsonschema.Draft202012Validator(SCHEMAS[profile], format_checker=checker).validate(item)


@needs("rfc3339_validator")
@pytest.mark.parametrize("profile", PROFILES)
@pytest.mark.parametrize("case", cases("story.json"), ids=name_of)
def test_every_reviewed_story_is_a_valid_item(case: Path, profile: str, tmp_path: Path) -> None:
    story = decode_saved(json.dumps({**load(case, "story.json"), "provenance": PROVENANCE}), Story)
    (item,) = export(tmp_path, story, profile=profile).values()
    check(item, profile)


@needs("rfc3339_validator")
@pytest.mark.parametrize("profile", PROFILES)
def test_every_value_has_its_place(profile: str, tmp_path: Path) -> None:
    items = export(tmp_path, *LINES, profile=profile)
    for item in items.values():
        check(item, profile)
    assert sorted(items) == [
        "_..-odd-id@1-816fb209.json",
        "xinhua-content_1@1.json",
        "xinhua-content_2@1.json",
        "xinhua-content_2@2.json",
    ]
    first, second = items["xinhua-content_2@1.json"], items["xinhua-content_2@2.json"]
    assert first["uri"] == second["uri"] == "tag:wirecrawl.example,2026:xinhua:content_2"
    assert (first["version"], second["version"]) == ("1", "2")
    assert (first["urgency"], "urgency" in second) == (3, False)
    text = json.dumps(first, ensure_ascii=False)
    for said in ("Sun Jinxia, Wu Qi", "Huaxia", "(Eds: adds quotes)", "西安", "OSLO, Norway", "Iceland", "Background"):
        assert said in text
    for said in (
        "A turbine.",
        "Xinhua/Wang Xi",
        str(FULL.images[0].url),
        "快讯：",
        "english.news.cn",
        "&amp; shines.</p>",
    ):
        assert said in text


def test_a_day_is_no_midnight(tmp_path: Path) -> None:
    day = make_story(published="2026-11-20T00:00:00+08:00", published_precision="day")
    (item,) = export(tmp_path, day).values()
    assert "firstCreated" not in item
    assert item["versionCreated"] == day.fetched
    assert {"role": "day", "value": "2026-11-20"} in item["altIds"]


def test_times_of_superdesk_are_utc(tmp_path: Path) -> None:
    (item,) = export(tmp_path, FULL, profile="1.6").values()
    assert (item["firstcreated"], item["versioncreated"]) == ("2026-11-20T01:30:00+00:00", "2026-11-20T02:00:00+00:00")
    assert isinstance(item["associations"], dict)


@pytest.mark.parametrize(("handling", "status"), [("kill", "canceled"), ("correction", "usable"), (None, "usable")])
def test_a_kill_is_canceled(handling: Any, status: str, tmp_path: Path) -> None:
    (item,) = export(tmp_path, make_story(marks=Marks(handling=handling))).values()
    assert item["pubStatus"] == status


def test_a_story_of_pictures_is_a_picture_and_one_without_address_is_left_out(tmp_path: Path) -> None:
    images = [Image(url=url, caption="c", credit=None) for url in ("http://a.example/图 1.jpg", None, "1.jpg")]
    (item,) = export(tmp_path, make_story(text="", images=images)).values()
    assert item["type"] == "picture"
    assert [one["uri"] for one in item["associations"]] == ["http://a.example/%E5%9B%BE%201.jpg"]
    assert "bodies" not in item


def test_markup_is_text(tmp_path: Path) -> None:
    (item,) = export(tmp_path, make_story(text="<script>1 & 2</script>\n\nb")).values()
    html = next(body["value"] for body in item["bodies"] if body["contentType"] == "text/html")
    assert html == "<p>&lt;script&gt;1 &amp; 2&lt;/script&gt;</p>\n<p>b</p>"


def test_a_prefix_begins_the_uri(tmp_path: Path) -> None:
    (item,) = export(tmp_path, make_story(id="xinhua:内"), uri_prefix="https://example.org/wire/").values()
    assert item["uri"] == "https://example.org/wire/xinhua:%E5%86%85"
    with pytest.raises(BadArgument, match="give the beginning of a URI"):
        export(tmp_path, make_story(), uri_prefix="my wire ")


def test_what_proves_a_line_is_in_the_item(tmp_path: Path) -> None:
    made = Provenance(sha256="ab", record="x.warc.gz#1", status=200, cleaner="c", versions={})
    (item,) = export(tmp_path, make_story(provenance=made, end_mark="Endi"), profile="1.6").values()
    assert (item["altids"]["sha256"], item["altids"]["record"]) == ("ab", "x.warc.gz#1")
    assert item["representationtype"] == "complete"
