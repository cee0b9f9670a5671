"""What is counted of a cleaned page."""

from typing import Any

import pytest

from tests.support.stories import make_story
from wirecrawl.items import Image, Provenance
from wirecrawl.run.reading.page_counts import count_fields


def provenance(cleaner: str) -> Provenance:
    return Provenance(sha256="00", record=None, status=200, cleaner=cleaner, versions={})


def test_a_field_counts_when_it_has_a_value() -> None:
    counts = count_fields(make_story(bylines=["Ida Holm"], section="World"))
    assert set(counts.filled) == {"pages", "headline", "published", "text", "bylines", "section"}
    assert (counts.length, counts.lost) == (len("It rained for nine days."), None)


@pytest.mark.parametrize(
    ("fields", "missing"),
    [({"headline": ""}, "headline"), ({"text": ""}, "text"), ({"published_raw": None}, "published")],
)
def test_a_required_field_without_a_value_is_missing(fields: dict[str, Any], missing: str) -> None:
    assert missing not in count_fields(make_story(**fields)).filled


def test_a_picture_story_has_its_text_in_its_captions() -> None:
    picture = Image(url="http://www.china.org.cn/a.jpg", caption="Rain in Reykjavik.", credit=None)
    counts = count_fields(make_story(text="", images=[picture]))
    assert ("text" in counts.filled, counts.length) == (True, 0)


@pytest.mark.parametrize(
    ("cleaner", "counted"),
    [
        ("china.org.cn", set()),
        ("china.org.cn (headline lost)", {"lost"}),
        ("trafilatura", {"fallback"}),
        ("trafilatura (china.org.cn: body lost)", {"lost", "fallback"}),
    ],
)
def test_a_page_that_its_layout_no_longer_fits_is_counted(cleaner: str, counted: set[str]) -> None:
    counts = count_fields(make_story(provenance=provenance(cleaner)))
    assert {"lost", "fallback"} & set(counts.filled) == counted
    assert counts.lost == (cleaner if "lost" in counted else None)
