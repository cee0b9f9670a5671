"""Columns and cells of a line in CSV."""

from wirecrawl.items import Headline, Story
from wirecrawl.storage.feed.formats.csv_rows import columns


def test_the_columns_are_the_keys_of_the_feed_in_its_order() -> None:
    names = columns(Story)
    assert names[:3] == ("id", "version", "supersedes")
    assert names[names.index("dateline.raw") :][:4] == (
        "dateline.raw",
        "dateline.places",
        "dateline.date",
        "dateline.agency",
    )
    assert {"images", "marks", "dateline", "provenance"}.isdisjoint(names)


def test_a_column_of_several_kinds_is_there_once() -> None:
    both = columns(Story, Headline)
    assert len(both) == len(set(both))
    assert set(both) == {*columns(Story), *columns(Headline)}
    assert both[: len(columns(Story))] == columns(Story)
