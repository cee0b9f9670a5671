"""CSV of `-o`: one table that any program reads, and no cell that a spreadsheet runs."""

import csv
from dataclasses import replace
from io import BytesIO, StringIO
from typing import Any

import pytest
from scrapy.utils.test import get_crawler

from tests.support import exported_feeds
from tests.support.stories import make_story
from wirecrawl.errors import BadArgument
from wirecrawl.exporters.flat_csv import FlatCsv
from wirecrawl.items import Dateline, Image, Marks

LINE = replace(exported_feeds.LINE, first_seen=None)


def table(*items: Any, settings: dict[str, Any] | None = None, **options: Any) -> list[dict[str, str]]:
    """The rows of the file for some items, as another program reads them."""
    file = BytesIO()
    made = FlatCsv.from_crawler(
        get_crawler(settings_dict={"WIRECRAWL_CSV_FORMULAS": "text", **(settings or {})}), file, **options
    )
    made.start_exporting()
    for item in items:
        made.export_item(item)
    made.finish_exporting()
    return list(csv.DictReader(StringIO(file.getvalue().decode(), newline=""), strict=True))


def test_a_row_has_a_cell_for_each_nested_key() -> None:
    story = make_story(
        marks=Marks(lead=1, labels=["World", "Sports"]),
        dateline=Dateline(raw="OSLO (Xinhua) --", places=["OSLO", "BERGEN"], date=None, agency="xinhua"),
        images=[Image(url="http://a.example/1.jpg", caption=None, credit="Xinhua/Wang Xi")],
        text='First, "so".\n\nSecond.',
    )
    (row,) = table(story)
    assert row["text"] == 'First, "so".\n\nSecond.'
    assert (row["marks.lead"], row["marks.labels"], row["marks.urgency"]) == ("1", "World; Sports", "")
    assert (row["dateline.places"], row["dateline.date"]) == ("OSLO; BERGEN", "")
    assert (row["images.url"], row["images.caption"], row["images.credit"]) == (
        "http://a.example/1.jpg",
        "",
        "Xinhua/Wang Xi",
    )
    assert (row["published_zone_assumed"], row["provenance.versions"]) == ("true", "{}")


@pytest.mark.parametrize("items", [(make_story(), LINE), (LINE, make_story())])
def test_a_kind_has_its_columns_whichever_comes_first(items: tuple[Any, ...]) -> None:
    rows = {row["id"]: row for row in table(*items)}
    assert rows["xinhua:content_1000001"]["text"] == "It rained for nine days."
    assert rows["xinhua:headline-1"]["stages"] == "; 2nd LD"
    assert rows["xinhua:headline-1"]["text"] == ""
    assert None not in {name for row in rows.values() for name in row}


FORMULAS = (
    "=1+1",
    "+1",
    "-1+1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    ' "=1',
    "'=1",
    "\u3000=1",
    "\ufeff=1",
    "＝1",
    "－1",
)


@pytest.mark.parametrize("formula", FORMULAS)
@pytest.mark.parametrize("fields", [None, ["headline", "bylines"]])
def test_a_formula_is_text(formula: str, fields: list[str] | None) -> None:
    (row,) = table(make_story(headline=formula, bylines=[formula, "Wu Qi"]), fields_to_export=fields)
    assert row["headline"].startswith("'")
    assert row["bylines"].startswith("'")
    assert "1" in row["headline"]


@pytest.mark.parametrize("headline", ["1-0 for Norway", "Rain = snow", '"So it goes"', "— a dash", "#1", "5@home"])
def test_what_no_spreadsheet_runs_stays(headline: str) -> None:
    (row,) = table(make_story(headline=headline))
    assert row["headline"] == headline


def test_a_number_stays_a_number() -> None:
    (row,) = table(make_story(similarity=-0.5))
    assert row["similarity"] == "-0.5"


def test_the_setting_leaves_formulas() -> None:
    (row,) = table(make_story(headline="=1+1"), settings={"WIRECRAWL_CSV_FORMULAS": "as-is"})
    assert row["headline"] == "=1+1"
    with pytest.raises(BadArgument, match="WIRECRAWL_CSV_FORMULAS"):
        table(settings={"WIRECRAWL_CSV_FORMULAS": "maybe"})


@pytest.mark.parametrize("sign", ["\x1b", "\x00", "\x9b", "\ud800", "\ufffe"])
def test_no_sign_that_a_terminal_obeys_or_no_program_reads(sign: str) -> None:
    (row,) = table(make_story(headline_raw=f"a{sign}[31mb"))
    assert row["headline_raw"] == "a\ufffd[31mb"
