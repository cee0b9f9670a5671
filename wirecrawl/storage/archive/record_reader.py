"""One record of an archive by its offset, also where its maker writes it in another way than the standard says.

fastwarc knows field names by their case. What it does not recognise is read again with the names, the version and the
line ends that it knows: lower-case names (written by some proxies), single line feeds, versions to come.
"""

import re
from io import BytesIO
from itertools import chain
from pathlib import Path
from typing import BinaryIO

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from wirecrawl.storage.archive.members import BROKEN, GZIP, ZSTD, unpacked_at
from wirecrawl.web.bodies import LARGEST

LARGEST_BLOCK = LARGEST + 2**16  # bytes of a record: a page as it came, with its headers
_LARGEST_HEAD = 2**15  # bytes of a record's fields: fastwarc's own limit
_HEAD_END = re.compile(rb"\r?\n\r?\n")
_FIELD = re.compile(rb"^([A-Za-z-]{1,40})[ \t]{0,10}:", re.MULTILINE)
_LENGTH = re.compile(
    rb"^content-length[ \t]{0,10}:[ \t]{0,10}([0-9]{1,12})[ \t]{0,10}\r?$", re.MULTILINE | re.IGNORECASE
)
_RECORD_END = b"\r\n\r\n"
_FIRST_LINE, _BETWEEN = "WARC/1.1\r\n\r\n", ": \r\n"
_PIECE = 2**16  # bytes that are read at a time
_VERSION = re.compile(rb"^WARC/1\.[0-9]{1,3}[ \t]{0,10}(?=\r?\n)")
_NAMES = {
    name.lower(): name
    for name in (
        *(b"Content-Length", b"Content-Type", b"WARC-Block-Digest", b"WARC-Date", b"WARC-Payload-Digest"),
        *(b"WARC-Profile", b"WARC-Record-ID", b"WARC-Refers-To", b"WARC-Refers-To-Target-URI", b"WARC-Target-URI"),
        *(b"WARC-Truncated", b"WARC-Type"),
    )
}


def record_at(stream: BinaryIO, offset: int) -> WarcRecord:
    """The record that begins at an offset. Raises OSError, ValueError or StopIteration when there is none."""
    stream.seek(offset)
    try:
        record = next(iter(ArchiveIterator(stream, parse_http=False)))
    except (OSError, ValueError, StopIteration):
        return repaired(stream, offset)
    return repaired(stream, offset) if is_misread(record) else record


def is_misread(record: WarcRecord) -> bool:
    """Whether fastwarc has not recognised the fields of a record."""
    if record.record_type == WarcRecordType.unknown:
        return True
    return not record.content_length and (record.headers.get("Content-Length") or "0").strip("0 ") != ""


def size_of(record: WarcRecord) -> int:
    """How many bytes a record has, by its fields and its length: exact where it is written as the standard says."""
    fields = list(record.headers)
    printed = sum(map(len, chain.from_iterable(fields))) + len(_BETWEEN) * len(fields)
    return len(_FIRST_LINE) + printed + len(_RECORD_END) + record.content_length


def is_resource(record: WarcRecord) -> bool:
    """Whether a record holds a file itself, and not what a server answered."""
    return record.record_type == WarcRecordType.resource


def names_itself(file: Path) -> bool:
    """Whether an archive file begins as a crawl begins one: with a record that states the name of the file."""
    try:
        with file.open("rb") as stream:
            first = record_at(stream, 0)
    except (OSError, ValueError, StopIteration):
        return False
    return first.record_type == WarcRecordType.warcinfo and first.headers.get("WARC-Filename") == file.name


def is_whole(stream: BinaryIO, offset: int) -> bool:
    """Whether all of a record is there, where no member of a compressed file tells."""
    stream.seek(offset)
    try:
        record = next(iter(ArchiveIterator(stream, parse_http=False)))
        return record.content_length == record.consume()
    except (OSError, ValueError, StopIteration):
        return False


def repaired(stream: BinaryIO, offset: int) -> WarcRecord:
    """The record at an offset with the field names and line ends of the standard; raises as `record_at` does."""
    raw = _raw(stream, offset, _LARGEST_HEAD)
    end = _HEAD_END.search(raw)
    if end is None or not raw.startswith(b"WARC/"):
        raise ValueError("no WARC record there")
    raw = _raw(stream, offset, end.end() + _length(raw[: end.start()]))
    head = _FIELD.sub(lambda found: _NAMES.get(found[1].lower(), found[1]) + b":", raw[: end.start()])
    head = _VERSION.sub(b"WARC/1.1", head).replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")
    whole = BytesIO(head + b"\r\n\r\n" + raw[end.end() :])
    return next(iter(ArchiveIterator(whole, parse_http=False, quirks_mode=True)))


def _length(head: bytes) -> int:
    """How many bytes of a record's block are read: as many as it says, or as a page can have."""
    said = _LENGTH.search(head)
    return min(int(said[1]) if said else LARGEST_BLOCK, LARGEST_BLOCK) + len(_RECORD_END)


def _raw(stream: BinaryIO, offset: int, size: int) -> bytes:
    """The first bytes of a record, unpacked where they are a gzip member or a Zstandard frame."""
    stream.seek(offset)
    piece = stream.read(_PIECE)
    if not piece.startswith((GZIP, ZSTD)):
        return (piece + stream.read(max(0, size - len(piece))))[:size]
    raw = bytearray()
    try:
        for part in unpacked_at(stream, offset):
            raw += part
            if len(raw) >= size:
                break
    except BROKEN as error:
        raise ValueError(f"not readable as gzip or Zstandard ({error})") from error
    return bytes(raw[:size])
