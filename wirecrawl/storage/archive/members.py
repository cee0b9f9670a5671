"""Where the records of an archive begin and end in its file: gzip members, Zstandard frames, plain records."""

import re
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from wirecrawl.storage.archive.folders import leads_out, walk
from wirecrawl.storage.archive.remote import AnyFile
from wirecrawl.web.bodies import first_bytes

SUFFIXES = (".warc", ".warc.gz", ".warc.zst", ".wacz")
GZIP, _ZSTD, _PLAIN = b"\x1f\x8b\x08", b"\x28\xb5\x2f\xfd", b"WARC/1."  # how members, frames, plain records begin
_RECORD = b"WARC/"
_PLAIN_HEAD = re.compile(rb"WARC/1\.[0-9]{1,3}[ \t]{0,10}\r?\n[A-Za-z-]{1,40}[ \t]{0,10}:")
_LONGEST_HEAD = 80  # bytes that this pattern takes at most
_HEAD = 1024  # bytes of a record by which it is known: the fields of a gzip member, the tables of its first block
_BLOCK, _LEAST = 2**18, 2**12  # bytes that are read at a time, and at first: the next record may be near
_SIZE = 4  # bytes at the end of a gzip member
_ZLIB = 31  # zlib's number for a gzip member with the largest window


def is_archive(file: AnyFile) -> bool:
    """Whether a file is an archive, by its name."""
    return file.name.lower().endswith(SUFFIXES)


def archives_below(folder: Path) -> list[Path]:
    """The archives below a folder, in order; links that lead out of it are among them, for whoever names them."""
    return [file for file in walk(folder) if is_archive(file) and file.is_file()]


def own_archives(folder: Path) -> list[Path]:
    """The archives below a folder, in order, but for links that lead out of it; none where no such folder is yet."""
    return [file for file in archives_below(folder) if not leads_out(file, folder)] if folder.exists() else []


def beginning(stream: BinaryIO, offset: int) -> bytes:
    """How the records of an archive begin, told by its first one."""
    stream.seek(offset)
    head = stream.read(len(_PLAIN))
    return next((mark for mark in (GZIP, _ZSTD) if head.startswith(mark)), _PLAIN)


def end_of_member(stream: BinaryIO, offset: int) -> int | None:
    """Where the gzip member at an offset ends; None when it is none, is broken, or is cut."""
    member = zlib.decompressobj(_ZLIB)
    try:
        for _ in _unpacked(stream, offset, member):
            pass
    except zlib.error:
        return None
    return stream.tell() - len(member.unused_data) if member.eof else None


def _unpacked(stream: BinaryIO, offset: int, member: "zlib._Decompress") -> Iterator[bytes]:
    """What the gzip member at an offset holds, piece by piece. Raises zlib.error."""
    stream.seek(offset)
    while not member.eof and (block := stream.read(_BLOCK)):
        while block and not member.eof:
            yield member.decompress(block, _BLOCK)
            block = member.unconsumed_tail


def stated_size(stream: BinaryIO, end: int) -> int:
    """The size of a gzip member when unpacked, in bytes modulo 4 GiB, as its last bytes state it (RFC 1952)."""
    stream.seek(end - _SIZE)
    return int.from_bytes(stream.read(_SIZE), "little")


def has_record_behind(stream: BinaryIO, offset: int, size: int) -> bool:
    """Whether a record begins behind the first `size` bytes of the gzip member at an offset."""
    kept, left = b"", size
    try:
        for piece in _unpacked(stream, offset, zlib.decompressobj(_ZLIB)):
            data = kept + piece[left:]
            left = max(0, left - len(piece))
            if _PLAIN_HEAD.search(data):
                return True
            kept = data[-_LONGEST_HEAD:]
    except zlib.error:
        pass
    return False


def next_record(stream: BinaryIO, start: int, mark: bytes) -> int | None:
    """Where the next record begins, None when nothing further looks like one.

    A mark alone is none: bytes that are full of them would be read as often as they have of them.
    """
    stream.seek(start)
    position, kept, size = start, b"", _LEAST
    while data := kept + (block := stream.read(size)):
        at = data.find(mark)
        while at >= 0 and not (block and at + _HEAD > len(data)):
            if _begins_record(data[at : at + _HEAD]):
                return position + at
            at = data.find(mark, at + 1)
        if not block:
            return None
        kept = data[at:] if at >= 0 else data[1 - len(mark) :]
        position, size = position + len(data) - len(kept), _BLOCK
    return None


def _begins_record(head: bytes) -> bool:
    """Whether these bytes, unpacked, begin as a record does."""
    if head.startswith((GZIP, _ZSTD)):
        return first_bytes(head, len(_RECORD)) == _RECORD
    return bool(_PLAIN_HEAD.match(head))
