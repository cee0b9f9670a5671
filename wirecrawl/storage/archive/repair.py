"""Archive files of runs that were cut off: what is behind their last whole record goes, and their index is written."""

import fcntl
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from wirecrawl.storage.archive.cdxj import IndexLine, write_index
from wirecrawl.storage.archive.members import GZIP, end_of_member, next_record
from wirecrawl.storage.archive.warc_records import OK, CaptureRef
from wirecrawl.utils.files import open_own
from wirecrawl.web.answer import WITH_PAGE

_INDEXED = (WarcRecordType.response, WarcRecordType.revisit)


@dataclass(frozen=True, slots=True)
class Completed:
    """What was done to a file: its pages for later revisits, the captures in its index, the bytes that were cut off."""

    captured: list[CaptureRef]
    captures: int
    cut: int


def complete(file: Path) -> Completed:
    """Cut off a torn end, make the rest durable and write its index; a file without a whole record is deleted.

    Only for a file that this installation wrote. Raises OSError, also for a link, a file that has a second name, and
    one that a process is still writing: it is found unchanged then.
    """
    with open_own(file, "r+b") as stream:
        fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
        size = stream.seek(0, os.SEEK_END)
        members = list(_members(stream, size))
        whole = members[-1][1] if members else 0
        stream.truncate(whole)
        os.fsync(stream.fileno())
        read = [entry for start, end in members if (entry := _entry(stream, file, start, end - start))]
    if whole:
        write_index(file, [f"{line}\n" for line, _ in read])
    else:
        file.unlink()
    return Completed([page for _, page in read if page], len(read), size - whole)


def _members(stream: BinaryIO, size: int) -> Iterator[tuple[int, int]]:
    """Where each whole gzip member begins and ends."""
    offset: int | None = 0
    while offset is not None and offset < size:
        end = end_of_member(stream, offset)
        if end:
            yield offset, end
        offset = end or next_record(stream, offset + 1, GZIP)


def _entry(stream: BinaryIO, file: Path, offset: int, length: int) -> tuple[IndexLine, CaptureRef | None] | None:
    stream.seek(offset)
    try:
        record = next(iter(ArchiveIterator(stream)))
    except (OSError, ValueError, StopIteration):
        return None
    if record.record_type not in _INDEXED:
        return None
    line = _line(record, file, offset, length)
    held = line.status in map(str, WITH_PAGE) and record.record_type == WarcRecordType.response
    record_id = record.headers.get("WARC-Record-ID") or ""
    return line, CaptureRef(line.url, line.digest, line.date, record_id, file.name, offset) if held else None


def _line(record: WarcRecord, file: Path, offset: int, length: int) -> IndexLine:
    headers = record.headers
    mime = "warc/revisit" if record.record_type == WarcRecordType.revisit else record.http_content_type or "unk"
    digest, date = headers.get("WARC-Payload-Digest") or "", headers.get("WARC-Date") or ""
    status = str(record.http_headers.status_code or OK)
    return IndexLine(headers.get("WARC-Target-URI") or "", date, mime, status, digest, offset, length, file.name)
