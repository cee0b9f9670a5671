"""JSON Lines are written one at a time, whole, and safe on a terminal."""

from collections.abc import Iterator
from io import BytesIO

import msgspec

from tests.support.stories import make_story
from wirecrawl.items import Story
from wirecrawl.storage.feed.formats import json_lines


def test_each_line_is_one_object_that_reads_back_equal() -> None:
    stories = [make_story(text="Rain.\n\nSnow.\x7f"), make_story(headline_raw="\x9b31m雨")]
    file = BytesIO()
    json_lines.write(stories, file)
    lines = file.getvalue().split(b"\n")
    assert lines.pop() == b""
    assert [msgspec.json.decode(line, type=Story) for line in lines] == stories
    assert not {"\x7f", "\x9b"} & set(file.getvalue().decode())


def test_a_line_is_written_before_the_next_is_asked_for() -> None:
    file = BytesIO()
    written_before: list[int] = []

    def stories() -> Iterator[Story]:
        for _ in range(3):
            written_before.append(file.getvalue().count(b"\n"))
            yield make_story()

    json_lines.write(stories(), file)
    assert written_before == [0, 1, 2]
