"""Where the records of an archive begin and end in its file: gzip members, Zstandard frames, plain records."""

import re
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from wirecrawl.storage.archive.folders import leads_out, walk
from wirecrawl.storage.archive.remote import AnyFile
from wirecrawl.utils.zstandard import zstd
from wirecrawl.web.bodies import first_bytes

SUFFIXES = (".warc", ".warc.gz", ".warc.zst", ".wacz")
# How gzip members, Zstandard frames and plain records begin
GZIP, ZSTD, _PLAIN = b"\x1f\x8b\x08", b"\x28\xb5\x2f\xfd", b"WARC/1."
_RECORD = b"WARC/"
_PLAIN_HEAD = re.compile(rb"WARC/1\.[0-9]{1,3}[ \t]{0,10}\r?\n[A-Za-z-]{1,40}[ \t]{0,10}:")
_LONGEST_HEAD = 80  # bytes that this pattern takes at most
_HEAD = 1024  # bytes of a record by which it is known: the fields of a gzip member, the tables of its first block
_BLOCK, _LEAST = 2**18, 2**12  # bytes that are read at a time, and at first: the next record may be near
_SIZE = 4  # bytes at the end of a gzip member
_ZLIB = 31  # zlib's number for a gzip member with the largest window
_FRAME_HEAD = 18  # bytes of a Zstandard frame in which its size may be stated
_BLANK = 64  # bytes of empty lines that may stand before a record in its member
BROKEN = (zlib.error, zstd.ZstdError)


def is_archive(file: AnyFile) -> bool:
    """Whether a file is an archive, by its name."""
    return has_name_of_archive(file.name)


def has_name_of_archive(name: str) -> bool:
    """Whether a file of that name is an archive: not what macOS keeps of one in a file beside it.

    >>> has_name_of_archive("archive/A.WARC.gz"), has_name_of_archive("archive/._a.warc.gz")
    (True, False)
    """
    return name.lower().endswith(SUFFIXES) and not name.rpartition("/")[2].startswith("._")


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
    return next((mark for mark in (GZIP, ZSTD) if head.startswith(mark)), _PLAIN)


def end_of_member(stream: BinaryIO, offset: int) -> int | None:
    """Where the gzip member or Zstandard frame at an offset ends; None when it is neither, is broken, or is cut."""
    member = _member_at(stream, offset)
    try:
        for _ in _unpacked(stream, member):
            pass
    except BROKEN:
        return None
    return stream.tell() - len(member.unused_data) if member.eof else None


def unpacked_at(stream: BinaryIO, offset: int) -> Iterator[bytes]:
    """What the gzip member or Zstandard frame at an offset holds, piece by piece. Raises one of BROKEN."""
    return _unpacked(stream, _member_at(stream, offset))


def _member_at(stream: BinaryIO, offset: int) -> "zlib._Decompress | zstd.ZstdDecompressor":
    """What unpacks the member or frame at an offset, to which the stream is set."""
    stream.seek(offset)
    is_frame = stream.read(len(ZSTD)) == ZSTD
    stream.seek(offset)
    return zstd.ZstdDecompressor() if is_frame else zlib.decompressobj(_ZLIB)


def _unpacked(stream: BinaryIO, member: "zlib._Decompress | zstd.ZstdDecompressor") -> Iterator[bytes]:
    """What a member or frame holds, piece by piece. Raises zlib.error or ZstdError.

    Little is read at first: what is read behind a small member would be read again for each one.
    """
    size = _LEAST
    while not member.eof and (block := stream.read(size)):
        size = min(2 * size, _BLOCK)
        yield member.decompress(block, _BLOCK)
        while not member.eof and (left := _left_of(member)) is not None:
            yield member.decompress(left, _BLOCK)


def _left_of(member: "zlib._Decompress | zstd.ZstdDecompressor") -> bytes | None:
    """What is to be unpacked before more is read, None for nothing; zstd keeps that itself."""
    if isinstance(member, zstd.ZstdDecompressor):
        return None if member.needs_input else b""
    return member.unconsumed_tail or None


def stated_size(stream: BinaryIO, offset: int, end: int, mark: bytes) -> int | None:
    """The size of a member or frame when unpacked, in bytes, where it is stated; `mark` tells which of them it is.

    A gzip member states it in its last bytes, modulo 4 GiB (RFC 1952); a Zstandard frame may in its head (RFC 8878).
    """
    if mark == ZSTD:
        stream.seek(offset)
        try:
            return zstd.get_frame_info(stream.read(_FRAME_HEAD)).decompressed_size
        except zstd.ZstdError:
            return None
    stream.seek(end - _SIZE)
    return int.from_bytes(stream.read(_SIZE), "little")


def has_record_behind(stream: BinaryIO, offset: int, size: int) -> bool:
    """Whether a record begins behind the first `size` bytes of the gzip member or Zstandard frame at an offset."""
    kept, left = b"", size
    try:
        for piece in unpacked_at(stream, offset):
            data = kept + piece[left:]
            left = max(0, left - len(piece))
            if _PLAIN_HEAD.search(data):
                return True
            kept = data[-_LONGEST_HEAD:]
    except BROKEN:
        pass
    return False


def is_padding(stream: BinaryIO, offset: int) -> bool:
    """Whether the gzip member at an offset holds nothing, or what stands there to the end of the file are zeros.

    Some makers end a file with an empty member, and tapes and copies fill their last block.
    """
    stream.seek(offset)
    if stream.read(len(GZIP)) == GZIP:
        if end_of_member(stream, offset) is None:
            return False
        return not any(piece.strip(b"\r\n") for piece in unpacked_at(stream, offset))
    stream.seek(offset)
    while block := stream.read(_BLOCK):
        if block.strip(b"\0\r\n"):
            return False
    return True


def first_record(stream: BinaryIO, found: int, offset: int, mark: bytes) -> int:
    """Where the first record from an offset on begins, which fastwarc has found elsewhere.

    Of a gzip member or Zstandard frame that begins with empty lines, fastwarc says where it ends.
    """
    if found == offset or mark not in (GZIP, ZSTD):
        return found
    stream.seek(offset)
    return offset if _begins_record(stream.read(_HEAD)) else found


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
    """Whether these bytes, unpacked, begin as a record does; empty lines may stand before it in its member."""
    if head.startswith((GZIP, ZSTD)):
        return first_bytes(head, _BLANK + len(_RECORD)).lstrip(b"\r\n").startswith(_RECORD)
    return bool(_PLAIN_HEAD.match(head))
