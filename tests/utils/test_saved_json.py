"""Saved JSON from before a field existed: what is filled in, and what is refused as strictly as without it."""

from dataclasses import dataclass, field
from typing import Annotated, Literal

import msgspec
import pytest
from msgspec import Meta

from wirecrawl.utils.saved_json import decode_saved


@dataclass(kw_only=True)
class Part:
    name: str
    note: str | None


@dataclass(kw_only=True)
class Whole:
    id: str
    note: Annotated[str | None, Meta(description="a note")]
    kind: Literal["a", "b"] | None
    words: list[str]
    counts: dict[str, int]
    certain: bool
    version: int = 1
    parts: list[Part] = field(default_factory=list)
    part: Part | None = None


def test_a_missing_field_is_empty_or_has_its_default() -> None:
    assert decode_saved('{"id": "x"}', Whole) == Whole(
        id="x", note=None, kind=None, words=[], counts={}, certain=False, version=1, parts=[], part=None
    )


def test_fields_that_are_there_stay_as_they_are() -> None:
    saved = '{"id": "x", "note": "n", "kind": "b", "words": ["w"], "version": 3, "other": 1}'
    assert decode_saved(saved, Whole) == Whole(
        id="x", note="n", kind="b", words=["w"], counts={}, certain=False, version=3
    )


def test_fields_are_filled_at_any_depth() -> None:
    saved = '{"id": "x", "part": {"name": "p"}, "parts": [{"name": "q"}, {"name": "r", "note": "n"}]}'
    whole = decode_saved(saved, Whole)
    assert whole.part == Part(name="p", note=None)
    assert whole.parts == [Part(name="q", note=None), Part(name="r", note="n")]
    assert decode_saved(f"[{saved}]", list[Whole]) == [whole]


@pytest.mark.parametrize(
    "saved",
    [
        '{"note": "n"}',  # nothing can stand for the id
        '{"id": 1}',
        '{"id": "x", "kind": "c"}',
        '{"id": "x", "words": "w"}',
        '{"id": "x", "words": [1]}',
        '{"id": "x", "certain": null}',
        '{"id": "x", "part": {"note": "n"}}',
        '["x"]',
        "{}",
    ],
)
def test_what_is_wrong_is_refused(saved: str) -> None:
    with pytest.raises(msgspec.ValidationError):
        decode_saved(saved, Whole)


@pytest.mark.parametrize("saved", [b"", b'{"id": "x', b"\xff"])
def test_what_is_no_json_is_refused(saved: bytes) -> None:
    with pytest.raises((msgspec.DecodeError, UnicodeDecodeError)):
        decode_saved(saved, Whole)
