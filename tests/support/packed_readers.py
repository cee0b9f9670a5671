"""The public readers of packed bytes, by what they read, each with its worst input: many small parts of one file."""

import gzip
import io
import struct
import zipfile
from collections.abc import Callable
from contextlib import suppress

from tests.support.memory_files import MemoryFile
from tests.support.warcs import HEAD, packed, record, url, zstd
from wirecrawl.errors import BodyError
from wirecrawl.storage.archive.members import end_of_member
from wirecrawl.storage.archive.warc import read_index
from wirecrawl.utils.zstandard import zstd as library
from wirecrawl.web.bodies import decode_body, first_bytes, unpack_gzip

Make = Callable[[int], bytes]
_RECORD = record(url(0), HEAD + b"<p>It rains.</p>")
_EMPTY_GZIP, _EMPTY_FRAME = gzip.compress(b"", mtime=0), library.compress(b"")


def many(unit: bytes, behind: bytes = b"") -> Make:
    """A file of so many equal parts that it is about as long as is asked for."""
    return lambda size: unit * max(1, size // len(unit)) + behind


def body(transfer: str | None, content: str | None) -> Callable[[bytes], object]:
    def read(data: bytes) -> object:
        with suppress(BodyError):
            return decode_body(data, transfer, content)
        return None

    return read


def archive(name: str) -> Callable[[bytes], object]:
    return lambda data: read_index(MemoryFile(name, data), ("xinhua",))  # type: ignore[arg-type]


def nested(size: int) -> bytes:
    """A WACZ that lists one WACZ many times, which lists many files itself."""
    inner, outer = io.BytesIO(), io.BytesIO()
    with zipfile.ZipFile(inner, "w") as zipped:
        for number in range(size // 200):
            zipped.writestr(f"{number}", b"")
    with zipfile.ZipFile(outer, "w") as zipped:
        zipped.writestr("a.wacz", inner.getvalue())
        for number in range(size // 200):
            zipped.filelist.append(_again(zipped.filelist[0], f"{number}.wacz"))
    return outer.getvalue()


def _again(entry: zipfile.ZipInfo, name: str) -> zipfile.ZipInfo:
    other = zipfile.ZipInfo(name)
    for field in ("header_offset", "file_size", "compress_size", "CRC"):
        setattr(other, field, getattr(entry, field))
    return other


def archives(size: int) -> bytes:
    """A WACZ of many archives."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as zipped:
        for number in range(size // 200):
            zipped.writestr(f"{number}.warc", b"")
    return made.getvalue()


def zip_end(size: int) -> bytes:
    """What ends a zip, many times, of which each says that the list of files is all before it."""
    return many(struct.pack("<4s4x2H2LH", b"PK\5\6", 1, 1, size, 0, 0))(size)


READERS: dict[str, tuple[Callable[[bytes], object], Make]] = {
    "empty members of gzip": (body(None, "gzip"), many(_EMPTY_GZIP)),
    "empty members of a file": (unpack_gzip, many(_EMPTY_GZIP)),
    "empty frames": (body(None, "zstd"), many(_EMPTY_FRAME)),
    "small chunks": (body("chunked", None), many(b"1\r\na\r\n", b"0\r\n\r\n")),
    "chunks without an end": (body("chunked", None), many(b"1;")),
    "the first of many members": (lambda data: first_bytes(data, 5), many(_EMPTY_GZIP)),
    "the end of a member": (lambda data: end_of_member(io.BytesIO(data), 0), many(_EMPTY_GZIP)),
    "members of an archive": (archive("a.warc.gz"), many(packed([_RECORD])[0])),
    "frames of an archive": (archive("a.warc.zst"), many(zstd([_RECORD]))),
    "records of an archive": (archive("a.warc"), many(_RECORD)),
    "records in one member": (archive("a.warc.gz"), lambda size: gzip.compress(many(_RECORD)(size))),
    "records in one frame": (archive("a.warc.zst"), lambda size: zstd([many(_RECORD)(size)])),
    "pairs of records in members": (archive("a.warc.gz"), many(packed([_RECORD * 2])[0])),
    "pairs of records in frames": (archive("a.warc.zst"), many(zstd([_RECORD * 2]))),
    "empty members of an archive": (archive("a.warc.gz"), many(_EMPTY_GZIP)),
    "empty frames of an archive": (archive("a.warc.zst"), many(_EMPTY_FRAME)),
    "cut members of an archive": (archive("a.warc.gz"), many(packed([_RECORD])[0][:-9])),
    "cut frames of an archive": (archive("a.warc.zst"), many(zstd([_RECORD])[:-9])),
    "beginnings of members": (archive("a.warc.gz"), many(b"\x1f\x8b\x08")),
    "beginnings of frames": (archive("a.warc.zst"), many(b"\x28\xb5\x2f\xfd")),
    "beginnings of records": (archive("a.warc"), many(b"WARC/1.0\r\n")),
    "archives in a WACZ": (archive("a.wacz"), archives),
    "a WACZ that is listed many times": (archive("a.wacz"), nested),
    "ends of a WACZ": (archive("a.wacz"), zip_end),
}
