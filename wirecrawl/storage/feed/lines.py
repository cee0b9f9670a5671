"""Lines of feeds that are there already, as they stand."""

import json
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, BinaryIO, TypeVar

import msgspec

from wirecrawl.errors import BadArgument
from wirecrawl.items import Headline, Story
from wirecrawl.utils.files import MB
from wirecrawl.utils.saved_json import decode_saved

_LONGEST = 16 * MB  # bytes of a line: a page has 10 MB at most
_DEEPEST = 20  # lists and objects that stand in each other: a line of a feed has three
_LARGEST = 2**31  # a number of a line is smaller
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


def read_checked(files: Iterable[Path]) -> Iterator[tuple[str, Story | Headline | None]]:
    """Every line with its place, as a story or headline record whose times, numbers and names are such; else None.

    Lines written before a field was added to the feed are read too. Raises BadArgument for a file that cannot be read.
    """
    for file in files:
        try:
            with file.open("rb") as stream:
                for number, line in enumerate(_lines(stream), 1):
                    if line.strip():
                        yield f"{file} line {number}", _checked(line)
        except OSError as error:
            raise BadArgument(f"{file}: cannot be read ({error.strerror}); name feeds, as in data/feeds") from error


def _checked(line: bytes) -> Story | Headline | None:
    try:
        found = _item(line)
        _check(found)
    except (ValueError, OverflowError, RecursionError):  # msgspec's errors and UnicodeDecodeError are ValueErrors
        return None
    return found


def _item(line: bytes) -> Story | Headline:
    """A line of this version of the feed in one go; an older one is a story if it has a text."""
    try:
        return msgspec.json.decode(line, type=Story)
    except msgspec.ValidationError:
        return decode_saved(line, Story) if b'"text"' in line else decode_saved(line, Headline)


def _check(line: Story | Headline) -> None:
    """Raise ValueError or OverflowError for what has the right type and is no time, no number of a feed or no id."""
    times, numbers = [line.first_seen], [line.marks.lead]
    if isinstance(line, Story):
        times += [line.published, line.updated, line.fetched]
        numbers += [line.version, line.provenance.status]
        if line.dateline and line.dateline.date:
            date.fromisoformat(line.dateline.date)
    for time in filter(None, times):
        moment = datetime.fromisoformat(time)
        if not moment.tzinfo or not moment.astimezone(UTC):
            raise ValueError(f"{time}: no offset")
    if not line.id or any(abs(number) >= _LARGEST for number in numbers if number is not None):
        raise ValueError(f"{line.id}: no id, or a number too large")


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
