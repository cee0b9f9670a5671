"""Lines of feeds that are there already, as they stand."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from wirecrawl.errors import BadArgument
from wirecrawl.items import Headline, Story
from wirecrawl.utils.saved_json import decode_saved

Item = TypeVar("Item", Story, Headline)


def read_lines(files: Iterable[Path]) -> Iterator[tuple[str, dict[str, Any] | None]]:
    """Every line with its place, as `stories.jsonl line 3`; None for one that is no JSON object.

    Raises BadArgument for a file that cannot be read.
    """
    for file in files:
        try:
            with file.open("rb") as stream:
                for number, line in enumerate(stream, 1):
                    yield f"{file} line {number}", _object(line)
        except OSError as error:
            raise BadArgument(f"{file}: cannot be read ({error.strerror}); name feeds, as in data/feeds") from error


def read_items(file: Path, kind: type[Item]) -> Iterator[Item]:
    """The lines of a feed file as stories or headlines, also those written before a field was added to the feed.

    A line that was cut off, or is of another kind, is skipped. Raises OSError.
    """
    for line in file.read_bytes().split(b"\n"):
        try:
            yield decode_saved(line, kind)
        except (msgspec.DecodeError, UnicodeDecodeError):
            continue


def _object(line: bytes) -> dict[str, Any] | None:
    try:
        value = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) else None


def is_story(line: dict[str, Any]) -> bool:
    """Whether a line is a story: a headline has no text."""
    return "text" in line
