"""The program that measures exports: what it exports is the feed that it makes."""

from pathlib import Path

from bench.exports import measure, stories
from wirecrawl.storage.feed.formats import json_lines


def test_an_export_of_the_made_feed_is_measured(tmp_path: Path) -> None:
    feed = tmp_path / "made.jsonl"
    with feed.open("wb") as file:
        json_lines.write(stories(20), file)
    name, seconds, processor, _, peak, _ = measure("csv", feed, tmp_path, 20)
    assert (name, seconds.isdecimal(), processor.isdecimal(), int(peak) > 0) == ("csv", True, True, True)
    assert len({story.id for story in stories(20)}) == 20
    assert (tmp_path / "out.csv" / "stories.csv").read_text("utf-8").count("Enditem") == 20


def test_a_format_that_cannot_be_exported_has_no_figures(tmp_path: Path) -> None:
    assert measure("csv", tmp_path / "none.jsonl", tmp_path, 1) == ["csv", *"-----"]
