"""Lines of feed files, read back."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from wirecrawl.errors import BadArgument

T = TypeVar("T")


def lines_of(file: Path, kind: type[T]) -> Iterator[T | None]:
    """Each line of a feed file as a `kind`; None for one that was cut or is no such line. Raises OSError.

    `dict[str, Any]` takes every JSON object, `Story` and `Headline` only what keeps to the feed's schema.
    """
    decoder = msgspec.json.Decoder(kind)
    with file.open("rb") as stream:
        for line in stream:
            try:
                yield decoder.decode(line)
            except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
                yield None


def read_lines(files: Iterable[Path]) -> Iterator[tuple[str, dict[str, Any] | None]]:
    """Every line with its place, as `stories.jsonl line 3`; None for one that is no JSON object.

    Raises BadArgument for a file that cannot be read.
    """
    for file in files:
        try:
            for number, line in enumerate(lines_of(file, dict[str, Any]), 1):
                yield f"{file} line {number}", line
        except OSError as error:
            raise BadArgument(f"{file}: cannot be read ({error.strerror}); name feeds, as in data/feeds") from error


def is_story(line: dict[str, Any]) -> bool:
    """Whether a line is a story: a headline has no text."""
    return "text" in line
