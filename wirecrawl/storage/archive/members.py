"""Where the records of an archive begin and end in its file: gzip members, plain records, the archives of a WACZ."""

import struct
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from wirecrawl.errors import ArchiveError

SUFFIXES = (".warc", ".warc.gz", ".warc.zst", ".wacz")
GZIP, _ZSTD, _PLAIN = b"\x1f\x8b\x08", b"\x28\xb5\x2f\xfd", b"WARC/1."  # how members, frames, plain records begin
_BLOCK = 2**18
_LOCAL_HEADER = struct.Struct("<26xHH")  # of a file in a zip: the lengths of its name and of its extra field
_ZLIB = 31  # zlib's number for a gzip member with the largest window


def is_archive(file: Path) -> bool:
    """Whether a file is an archive, by its name."""
    return file.name.lower().endswith(SUFFIXES)


def parts_of(file: Path, stream: BinaryIO) -> Iterator[tuple[int, int]]:
    """Where archives begin and end in a file: the whole of it, or in a WACZ those in its folder archive/.

    Raises ArchiveError for a WACZ that cannot be read in place.
    """
    if file.suffix.lower() != ".wacz":
        yield 0, stream.seek(0, 2)
        return
    try:
        with zipfile.ZipFile(stream) as packed:
            for info in packed.infolist():
                if info.filename.lower().endswith(SUFFIXES[:3]):
                    yield _place(file, stream, info)
    except zipfile.BadZipFile as error:
        raise ArchiveError(f"{file}: not readable as WACZ ({error}); fetch it again") from error


def _place(file: Path, stream: BinaryIO, info: zipfile.ZipInfo) -> tuple[int, int]:
    if info.compress_type != zipfile.ZIP_STORED:
        raise ArchiveError(f"{file}: {info.filename} is compressed once more; unpack the WACZ and name its folder")
    stream.seek(info.header_offset)
    name, extra = _LOCAL_HEADER.unpack(stream.read(_LOCAL_HEADER.size))
    start = info.header_offset + _LOCAL_HEADER.size + name + extra
    return start, start + info.file_size


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
    """Where the next record may begin, None when nothing further looks like one."""
    stream.seek(start)
    position, kept = start, b""
    while block := stream.read(_BLOCK):
        found = (kept + block).find(mark)
        if found >= 0:
            return position - len(kept) + found
        position, kept = position + len(block), (kept + block)[1 - len(mark) :]
    return None
