"""Plain text: a file a story, and an index of the other fields."""

import csv
from pathlib import Path

from tests.support.exported_feeds import LINES, STORIES
from wirecrawl.items import Story
from wirecrawl.storage.feed.formats.csv_rows import columns
from wirecrawl.storage.feed.formats.exports import ExportOptions, open_format


def test_a_story_is_a_file_and_a_row(tmp_path: Path) -> None:
    open_format("text").write(LINES, tmp_path, ExportOptions(name="wire"))
    with (tmp_path / "index.tsv").open(encoding="utf-8", newline="") as index:
        rows = list(csv.DictReader(index, delimiter="\t", quoting=csv.QUOTE_NONE))
    assert list(rows[0]) == ["file", *(name for name in columns(Story) if name != "text")]
    assert [row["id"] for row in rows] == [story.id for story in STORIES]
    files = [row["file"] for row in rows]
    assert files[:3] == [
        "xinhua/2026/10/xinhua-content_1.txt",
        "xinhua/2026/11/xinhua-content_2.txt",
        "xinhua/2026/11/xinhua-content_2@2.txt",
    ]
    assert {str(file.relative_to(tmp_path)) for file in tmp_path.rglob("*.txt")} == set(files)
    assert (tmp_path / files[1]).read_text("utf-8") == (
        "陕西剪纸入选名录\n\n冰岛的地热资源。\n\nThe lighthouse stands & shines.\n"
    )


def test_no_story_is_written_outside_and_none_obeyed_by_a_terminal(tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    open_format("text").write(LINES, out, ExportOptions(name="wire"))
    (odd,) = out.glob("unknown/2026/11/*.txt")
    assert b"\x1b" not in odd.read_bytes()
    assert [path.name for path in tmp_path.iterdir()] == ["out"]
