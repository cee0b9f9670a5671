"""Lists of addresses that a user hands to a crawl: text, JSON Lines, CDXJ, or the JSON of a CDX server; gzipped or not.

A file is read line by line, so its length does not count: a million addresses take no more memory than ten.
"""

import codecs
import gzip
import io
import json
import re
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO, cast

from wirecrawl.errors import BadArgument

_GZIP = b"\x1f\x8b"
_LONGEST = 2**16  # bytes of a line; no address has a quarter of it
_PIECE = 2**16  # bytes that are read at a time
_LARGEST_ROW = 2**20  # characters of a row of a CDX server
_BETWEEN = re.compile(r"[\s,]*")  # rows of a JSON array
_NAMES = ("original", "url")  # of the column or key that holds an address
_EXAMPLE = "give a list of addresses, one a line, as in -a urls=addresses.txt"


def check_addresses(file: Path, option: str) -> None:
    """Read a list once. Raises BadArgument, which begins with `option`, for one that cannot be read or is empty."""
    try:
        if not file.is_file():
            raise BadArgument(f"{option}{file}: no such file; {_EXAMPLE}")
        if not sum(1 for _ in read_addresses(file)):
            raise BadArgument(f"{option}{file}: no address in it; {_EXAMPLE}")
    except (OSError, ValueError, EOFError, zlib.error, RecursionError) as error:
        why = getattr(error, "strerror", None) or error
        raise BadArgument(f"{option}{file}: cannot be read ({why}); {_EXAMPLE}") from error


def read_addresses(file: Path) -> Iterator[str]:
    """The addresses of a list in its order, as they are written in it; a line without one comes as it is.

    Empty lines and lines that begin with # are left out. Raises OSError, EOFError, zlib.error for a file that cannot
    be read, and ValueError for broken JSON of a CDX server.
    """
    with _opened(file) as stream:
        head = stream.peek(_PIECE)[:_PIECE].removeprefix(codecs.BOM_UTF8).lstrip()  # type: ignore[attr-defined]
        yield from _of_rows(stream) if head.startswith(b"[") else _of_lines(stream)


@contextmanager
def _opened(file: Path) -> Iterator[BinaryIO]:
    """The bytes of a file, unpacked."""
    with file.open("rb") as packed:
        is_gzip = packed.peek(2).startswith(_GZIP)
        stream = io.BufferedReader(cast(Any, gzip.GzipFile(fileobj=packed))) if is_gzip else packed
        yield cast(BinaryIO, stream)


def _of_lines(stream: BinaryIO) -> Iterator[str]:
    first = True
    while line := stream.readline(_LONGEST):
        while len(line) >= _LONGEST and not line.endswith(b"\n") and (more := stream.readline(_LONGEST)):
            line = line[:_LONGEST] + (b"\n" if more.endswith(b"\n") else b"")
        text = (line.removeprefix(codecs.BOM_UTF8) if first else line).decode(errors="replace").strip()
        first = False
        if text and not text.startswith(("#", "!")):
            yield _of_line(text)


def _of_line(text: str) -> str:
    """The address in a line of JSON Lines or CDXJ; any other line is an address itself."""
    start = 0 if text.startswith("{") else text.find(" {") + 1
    if start or text.startswith("{"):
        try:
            found = json.loads(text[start:])
        except (ValueError, RecursionError):
            return text
        return _of_object(found) or text
    return text


def _of_object(found: Any) -> str | None:
    values = (found.get(name) for name in _NAMES) if isinstance(found, dict) else ()
    return next((value for value in values if isinstance(value, str) and value.strip()), None)


def _of_rows(stream: BinaryIO) -> Iterator[str]:
    """The addresses of an array: of rows below a row of names, as CDX servers write it, of objects, or of texts."""
    column: int | None = None
    for row in _elements(stream):
        if row == []:  # what follows it is no row: the key with which the server goes on
            return
        if column is None and isinstance(row, list):
            column = next((row.index(name) for name in _NAMES if name in row), None)
        elif address := _of_row(row, column):
            yield address


def _of_row(row: Any, column: int | None) -> str | None:
    if isinstance(row, list):
        value = row[column] if column is not None and column < len(row) else None
        return value if isinstance(value, str) else None
    return row if isinstance(row, str) else _of_object(row)


def _elements(stream: BinaryIO) -> Iterator[Any]:
    """The elements of a JSON array, one after the other. Raises ValueError for one that is cut or broken."""
    decoder, unpacker = json.JSONDecoder(), codecs.getincrementaldecoder("utf-8-sig")(errors="replace")
    text = unpacker.decode(stream.read(_PIECE))
    position = text.index("[") + 1
    while True:
        position = cast(re.Match[str], _BETWEEN.match(text, position)).end()
        if text.startswith("]", position):
            return
        try:
            found, position = decoder.raw_decode(text, position)
        except ValueError:
            piece = stream.read(_PIECE)
            if not piece or len(text) - position > _LARGEST_ROW:
                raise ValueError("its JSON is cut or broken") from None
            text, position = text[position:] + unpacker.decode(piece), 0
            continue
        yield found
