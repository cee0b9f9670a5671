"""CSV of `scrapy export`: two tables, as a spreadsheet and Python's own reader take them."""

import csv
from pathlib import Path
from typing import Any

import pytest

from tests.support.exported_feeds import LINES, STORIES, by_id
from wirecrawl.items import Headline, Story
from wirecrawl.storage.feed.formats.csv_rows import columns
from wirecrawl.storage.feed.formats.exports import ExportOptions, open_format


def export(folder: Path, **options: Any) -> Path:
    open_format("csv").write(LINES, folder, ExportOptions(name="wire", **options))
    return folder


def rows(file: Path, encoding: str = "utf-8") -> list[dict[str, str]]:
    with file.open(encoding=encoding, newline="") as stream:
        return list(csv.DictReader(stream, strict=True))


def test_each_kind_has_its_table_with_its_columns(tmp_path: Path) -> None:
    export(tmp_path)
    stories, headlines = rows(tmp_path / "stories.csv"), rows(tmp_path / "headlines.csv")
    assert list(stories[0]) == list(columns(Story))
    assert list(headlines[0]) == list(columns(Headline))
    assert (len(stories), headlines[0]["stages"]) == (len(STORIES), "; 2nd LD")
    full = by_id(stories)["xinhua:content_2@1"]
    assert full["dateline.places"] == "西安; OSLO, Norway"
    assert full["text"] == "冰岛的地热资源。\n\nThe lighthouse stands & shines."
    assert by_id(stories)["xinhua:content_1@1"]["published"] == ""


@pytest.mark.parametrize("bom", [True, False])
def test_a_spreadsheet_reads_chinese_with_a_byte_order_mark(tmp_path: Path, bom: bool) -> None:
    export(tmp_path, bom=bom)
    begun = (tmp_path / "stories.csv").read_bytes().startswith(b"\xef\xbb\xbfid,")
    assert begun == bom
    assert by_id(rows(tmp_path / "stories.csv", "utf-8-sig"))["xinhua:content_2@1"]["headline"] == "陕西剪纸入选名录"


def test_a_formula_is_text_unless_it_is_asked_for(tmp_path: Path) -> None:
    (tmp_path / "as-is").mkdir()
    (tmp_path / "text").mkdir()
    for name, as_text in (("as-is", False), ("text", True)):
        export(tmp_path / name, formulas_as_text=as_text)
    odd = {name: by_id(rows(tmp_path / name / "stories.csv"))["../odd/id@1"]["headline"] for name in ("as-is", "text")}
    assert odd["text"] == f"'{odd['as-is']}"
    assert "\x1b" not in odd["text"]
