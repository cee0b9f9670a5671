"""WARC files of other makers, made by program: records as bytes, packed or not, whole or damaged."""

import gzip
import io
from collections.abc import Iterable
from pathlib import Path

from fastwarc.stream_io import ZstdWriter
from fastwarc.warc import WarcRecord, WarcRecordType

from wirecrawl.storage.archive import SavedPages, open_sources
from wirecrawl.storage.archive.digests import digest

HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"


def url(number: int) -> str:
    """Address of an invented story, 0 to 9."""
    return f"http://www.china.org.cn/world/2026-11/20/content_11890000{number}.htm"


def body(number: int) -> bytes:
    """A page that does not pack well, so that a cut falls where it is meant to."""
    return b"<p>%d</p>" % number + bytes((n * n * (number + 7)) % 251 + 1 for n in range(2000))


def record(
    target: str,
    block: bytes,
    *,
    kind: WarcRecordType = WarcRecordType.response,
    date: str = "2026-11-20T12:00:00Z",
    **headers: str,
) -> bytes:
    """One record, not packed; `headers` are WARC headers with low lines, those of "" are left out."""
    made = WarcRecord()
    made.init_headers(kind)
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    told = {
        "WARC-Date": date,
        "WARC-Target-URI": target,
        "WARC-Block-Digest": digest(block),
        "Content-Type": "application/http; msgtype=response",
        **named,
    }
    for name, value in told.items():
        if value:
            made.headers[name] = value
    made.set_bytes_content(block)
    stream = io.BytesIO()
    made.write(stream)
    return stream.getvalue()


def page(number: int, **headers: str) -> bytes:
    """A response record of story `number`."""
    return record(url(number), HEAD + body(number), **headers)  # type: ignore[arg-type]  # no header is called kind


def packed(records: Iterable[bytes]) -> list[bytes]:
    """Each record as a gzip member."""
    return [gzip.compress(one, mtime=0) for one in records]


def zstd(records: Iterable[bytes]) -> bytes:
    """Records as zstd frames."""
    stream = io.BytesIO()
    for one in records:
        with ZstdWriter(stream) as writer:
            writer.write(one)
    return stream.getvalue()


def opened(*files: Path) -> SavedPages:
    """The saved pages of archives."""
    return open_sources(tuple(map(str, files)), ("xinhua",))


def saved(folder: Path, data: bytes, name: str = "a.warc.gz") -> SavedPages:
    """The saved pages of one archive of these bytes."""
    (folder / name).write_bytes(data)
    return opened(folder / name)
