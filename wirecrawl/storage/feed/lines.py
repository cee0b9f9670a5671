"""Lines of feeds that are there already, as they stand."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, BinaryIO, TypeVar

import msgspec

from wirecrawl.errors import BadArgument
from wirecrawl.items import Headline, Story
from wirecrawl.utils.files import MB
from wirecrawl.utils.saved_json import decode_saved

_LONGEST = 16 * MB  # bytes of a line: a page has 10 MB at most
_DEEPEST = 20  # lists and objects that stand in each other: a line of a feed has three
Item = TypeVar("Item", Story, Headline)


def read_lines(files: Iterable[Path]) -> Iterator[tuple[str, dict[str, Any] | None]]:
    """Every line with its place, as `stories.jsonl line 3`; None for one that is no JSON object.

    Raises BadArgument for a file that cannot be read.
    """
    for file in files:
        try:
            with file.open("rb") as stream:
                for number, line in enumerate(_lines(stream), 1):
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


def _lines(stream: BinaryIO) -> Iterator[bytes]:
    """The lines of a file; of one that is longer than any of a feed only the beginning, which is no JSON."""
    while line := stream.readline(_LONGEST):
        yield line
        while len(line) == _LONGEST and not line.endswith(b"\n"):
            line = stream.readline(_LONGEST)


def _object(line: bytes) -> dict[str, Any] | None:
    try:
        value = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) and _is_shallow(value, _DEEPEST) else None


def _is_shallow(value: Any, levels: int) -> bool:
    """Whether lists and objects stand in each other no deeper than in a feed."""
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return not inner or (levels > 0 and all(_is_shallow(one, levels - 1) for one in inner))


def is_story(line: dict[str, Any]) -> bool:
    """Whether a line is a story: a headline has no text."""
    return "text" in line
