"""Where the records of an archive begin and end in its file: gzip members, plain records, the archives of a WACZ."""

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO, cast

from wirecrawl.errors import ArchiveError
from wirecrawl.storage.archive.folders import leads_out, walk
from wirecrawl.web.bodies import first_bytes

SUFFIXES = (".warc", ".warc.gz", ".warc.zst", ".wacz")
GZIP, _ZSTD, _PLAIN = b"\x1f\x8b\x08", b"\x28\xb5\x2f\xfd", b"WARC/1."  # how members, frames, plain records begin
_RECORD = b"WARC/"
_PLAIN_HEAD = re.compile(rb"WARC/1\.[0-9]{1,3}[ \t]{0,10}\r?\n[A-Za-z-]{1,40}[ \t]{0,10}:")
_HEAD = 1024  # bytes of a record by which it is known: the fields of a gzip member, the tables of its first block
_BLOCK, _LEAST = 2**18, 2**12  # bytes that are read at a time, and at first: the next record may be near
_DEEPEST = 2  # WACZ files inside a WACZ: a collection holds crawls
_LOCAL_HEADER = struct.Struct("<26xHH")  # of a file in a zip: the lengths of its name and of its extra field
_ZLIB = 31  # zlib's number for a gzip member with the largest window


def is_archive(file: Path) -> bool:
    """Whether a file is an archive, by its name."""
    return file.name.lower().endswith(SUFFIXES)


def archives_below(folder: Path) -> list[Path]:
    """The archives below a folder, in order, but for links that lead out of it."""
    return [file for file in walk(folder) if is_archive(file) and file.is_file() and not leads_out(file, folder)]


def parts_of(file: Path, stream: BinaryIO) -> Iterator[tuple[int, int]]:
    """Where archives begin and end in a file: the whole of it, or in a WACZ those in its folder archive/.

    Raises ArchiveError for a WACZ that cannot be read in place.
    """
    if file.suffix.lower() != ".wacz":
        yield 0, stream.seek(0, 2)
        return
    yield from _packed_parts(file, stream, 0, stream.seek(0, 2), _DEEPEST)


def _packed_parts(file: Path, stream: BinaryIO, start: int, end: int, depth: int) -> Iterator[tuple[int, int]]:
    """Where the archives of a WACZ are that lies between two offsets; also those of a WACZ that it holds."""
    for info in _listed(file, stream, start, end):
        name = info.filename.lower()
        if name.endswith(SUFFIXES[:3]):
            yield _place(file, stream, start, end, info)
        elif name.endswith(".wacz") and depth:
            yield from _packed_parts(file, stream, *_place(file, stream, start, end, info), depth - 1)


def _listed(file: Path, stream: BinaryIO, start: int, end: int) -> list[zipfile.ZipInfo]:
    try:
        with zipfile.ZipFile(Window(stream, start, end)) as packed:
            return packed.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, struct.error) as error:
        raise ArchiveError(f"{file}: not readable as WACZ ({error}); fetch it again") from error


def _place(file: Path, stream: BinaryIO, start: int, end: int, info: zipfile.ZipInfo) -> tuple[int, int]:
    if info.compress_type != zipfile.ZIP_STORED:
        raise ArchiveError(f"{file}: {info.filename} is compressed once more; unpack the WACZ and name its folder")
    stream.seek(start + info.header_offset)
    head = stream.read(_LOCAL_HEADER.size)
    begun = start + info.header_offset + _LOCAL_HEADER.size
    begun += sum(_LOCAL_HEADER.unpack(head)) if len(head) == _LOCAL_HEADER.size else end
    if begun + info.file_size > end:
        raise ArchiveError(f"{file}: {info.filename} lies outside of it; fetch it again")
    return begun, begun + info.file_size


class Window(io.RawIOBase):
    """The bytes of a stream between two offsets, as a file of their own."""

    def __init__(self, stream: BinaryIO, start: int, end: int) -> None:
        self._stream, self._start, self._size, self._position = stream, start, end - start, 0

    @classmethod
    def of(cls, stream: BinaryIO, end: int) -> BinaryIO:
        """A stream that ends at an offset, and whose offsets are the same."""
        return cast("BinaryIO", cls(stream, 0, end))

    def seekable(self) -> bool:
        """Always."""
        return True

    def readable(self) -> bool:
        """Always."""
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        """Go to an offset of the window. Raises ValueError for one before it."""
        base = {io.SEEK_SET: 0, io.SEEK_CUR: self._position, io.SEEK_END: self._size}[whence]
        if base + offset < 0:
            raise ValueError(f"offset {base + offset} lies before the file")
        self._position = base + offset
        return self._position

    def readinto(self, buffer: Any) -> int:
        """Read what is there into a buffer; returns how many bytes."""
        self._stream.seek(self._start + self._position)
        found = self._stream.read(max(0, min(len(buffer), self._size - self._position)))
        buffer[: len(found)] = found
        self._position += len(found)
        return len(found)


def beginning(stream: BinaryIO, offset: int) -> bytes:
    """How the records of an archive begin, told by its first one."""
    stream.seek(offset)
    head = stream.read(len(_PLAIN))
    return next((mark for mark in (GZIP, _ZSTD) if head.startswith(mark)), _PLAIN)


def end_of_member(stream: BinaryIO, offset: int) -> int | None:
    """Where the gzip member at an offset ends; None when it is none, is broken, or is cut."""
    stream.seek(offset)
    member = zlib.decompressobj(_ZLIB)
    try:
        while not member.eof and (block := stream.read(_BLOCK)):
            while block and not member.eof:
                member.decompress(block, _BLOCK)
                block = member.unconsumed_tail
    except zlib.error:
        return None
    return stream.tell() - len(member.unused_data) if member.eof else None


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
