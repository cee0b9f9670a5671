"""Feeds read line by line, with the place of each."""

from pathlib import Path

import pytest

from wirecrawl.errors import BadArgument
from wirecrawl.storage.feed.lines import is_story, read_lines


def test_every_line_has_its_place_and_what_is_no_object_is_none(tmp_path: Path) -> None:
    one, other = tmp_path / "a.jsonl", tmp_path / "b.jsonl"
    one.write_bytes(b'{"id": "1"}\n[1]\n\n{"id": "2"\n' + b"[" * 100_000 + b"\n\xff\n" + b'{"id": "3"}')
    other.write_bytes('{"id": "雨"}\n'.encode())
    assert list(read_lines([one, other])) == [
        (f"{one} line 1", {"id": "1"}),
        *((f"{one} line {number}", None) for number in range(2, 7)),
        (f"{one} line 7", {"id": "3"}),
        (f"{other} line 1", {"id": "雨"}),
    ]


def test_a_file_that_cannot_be_read_is_named_with_the_reason(tmp_path: Path) -> None:
    with pytest.raises(BadArgument, match=r"nonesuch: cannot be read \(No such file or directory\)"):
        list(read_lines([tmp_path / "nonesuch"]))


def test_a_story_has_a_text_even_when_it_is_empty_and_a_headline_has_none() -> None:
    assert is_story({"headline": "Rain", "text": ""})
    assert not is_story({"headline": "Rain"})


def test_a_line_without_end_and_one_too_deep_are_none_and_the_next_one_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("wirecrawl.storage.feed.lines._LONGEST", 100)
    file = tmp_path / "a.jsonl"
    deep = b'{"id": ' + b"[" * 40 + b"]" * 40 + b"}"
    long = b'{"id": "' + b"x" * 1_000 + b'"}'
    exact = b'{"id": "' + b"x" * 89 + b'"}\n'
    assert len(exact) == 100
    file.write_bytes(deep + b"\n" + long + b"\n" + exact + b'{"id": "4"}\n')
    assert [line for _, line in read_lines([file])] == [None, None, {"id": "x" * 89}, {"id": "4"}]
