"""The archive that a crawl writes: files of records, each packed by itself, a new file by run and by size.

A file is written from its first byte under its final name, which the stories name; a run that is killed leaves one that
readers accept up to its last whole record, and the next run cuts what is behind that and writes its index. The ledger
lists a file before its first byte: what it does not list was not written here, and is never changed.
"""

import errno
import fcntl
import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, BinaryIO, Protocol

from fastwarc.warc import WarcRecord, WarcRecordType

from wirecrawl.storage.archive import warc_records as records
from wirecrawl.storage.archive.archived import name_of
from wirecrawl.storage.archive.cdxj import IndexLine, write_index
from wirecrawl.storage.archive.warc_records import NOT_MODIFIED, OK, CaptureRef, Exchange, packed
from wirecrawl.utils.files import sync_folder
from wirecrawl.web.answer import WITH_PAGE

SUFFIX = ".warc.gz"


class CaptureStore(Protocol):
    """Finds what the archive has of an address, so that an unchanged page becomes a revisit record of it.

    It is not kept in memory, for a run may fetch for days.
    """

    def find(self, url: str) -> CaptureRef | None:
        """The newest whole capture of an address, of this run or an earlier one."""

    def save(self, captured: Iterable[CaptureRef]) -> None:
        """Remember captures. One whose record a power cut takes is forgotten when its file is completed."""

    def forget(self, files: Iterable[str]) -> None:
        """Forget the captures in archive files, by name, that were deleted or cut."""


class ArchiveFiles(Protocol):
    """The archive files that this installation wrote, by name: no other one is ever cut or deleted."""

    def begin(self, spider: str, file: str) -> None:
        """List a file, durably, before its first byte is written."""

    def finish(self, file: str) -> None:
        """Remember that a file is whole: nothing is written to it any more."""

    def listed(self, spider: str, *, whole: bool) -> list[str]:
        """The files of a spider that are whole, or those that are not yet, the oldest first."""

    def forget(self, files: Iterable[str]) -> None:
        """Take files off the list: they are gone, or were not made."""


@dataclass(slots=True)
class ArchiveFile:
    """A file that is being written, and its index so far, in a nameless file. Raises OSError where the disk does."""

    path: Path
    stream: BinaryIO
    lines: IO[str]
    size: int = 0
    info_id: str = ""

    @classmethod
    def create(cls, path: Path, about: Mapping[str, str]) -> "ArchiveFile":
        """A new file, which begins with what is known of its run."""
        path.parent.mkdir(parents=True, exist_ok=True)
        stream = path.open("xb", buffering=0)  # through no link: it makes the file, or raises
        fcntl.flock(stream, fcntl.LOCK_EX)  # until it is closed: whoever completes or prunes files passes it over
        file = cls(path, stream, TemporaryFile("w+", encoding="utf-8", dir=path.parent))  # noqa: SIM115 (closed by close)
        sync_folder(path.parent)
        record = records.info(path.name, about)
        file.info_id = record.headers["WARC-Record-ID"]
        file.append(record)
        return file

    def append(self, record: WarcRecord) -> tuple[int, int]:
        """Write a record; returns its offset and length. What was written of one that fails is taken back."""
        start, left = self.size, memoryview(packed(record))
        length = len(left)
        try:
            while left:
                left = left[self.stream.write(left) :]
        except OSError:
            os.ftruncate(self.stream.fileno(), start)
            raise
        self.size += length
        return start, length

    def close(self) -> None:
        """Make the file durable, and write its index. Without one, the next run completes it."""
        os.fsync(self.stream.fileno())
        self.stream.close()
        self.lines.seek(0)
        write_index(self.path, self.lines)
        self.lines.close()


@dataclass(slots=True)
class Archive:
    """The archive of one run, in `folder`: files named `name` and a number, a new one beyond `file_bytes`.

    Nothing more is kept when the folder holds `most_bytes` (0: no limit) or a write has failed: `trouble` says so, and
    `left_out` counts. `stories_only` is for the one who adds to it.
    """

    folder: Path
    name: str
    about: Mapping[str, str]
    file_bytes: int
    most_bytes: int
    captures: CaptureStore
    files: ArchiveFiles
    stories_only: bool = False
    trouble: str | None = None
    left_out: int = 0
    _unsaved: dict[str, CaptureRef] = field(default_factory=dict)
    _file: ArchiveFile | None = None
    _number: int = 0
    _others: int = 0  # bytes of the folder's other files

    def add(self, exchange: Exchange) -> str | None:
        """Keep an exchange; returns the name of the record that holds its body, None where none does."""
        return self._add(lambda file: self._write(file, exchange))

    def add_foreign(self, record: WarcRecord, url: str, mime: str) -> str | None:
        """Keep a record of another archive as it is; returns its name, None where it could not be kept."""
        return self._add(lambda file: _write_foreign(file, record, url, mime))

    def _add(self, write: Callable[[ArchiveFile], str | None]) -> str | None:
        if self.trouble is None:
            try:
                file = self._open_file()
                if not self.most_bytes or self._others + file.size < self.most_bytes:
                    return write(file)
                self.trouble = f"{self.folder}: holds the {self.most_bytes >> 20} MB that WIRECRAWL_ARCHIVE_MB allows"
            except OSError as error:
                self.trouble = f"{error.filename or self.folder}: {error.strerror or error}"
        self.left_out += 1
        return None

    def _write(self, file: ArchiveFile, exchange: Exchange) -> str | None:
        known = self._known(exchange)
        info_id = file.info_id
        answer = records.revisit(exchange, known, info_id) if known else records.response(exchange, info_id)
        offset, length = file.append(answer)
        file.lines.write(f"{_line(answer, exchange, file.path.name, offset, length)}\n")
        file.append(records.request(exchange, info_id, answer))
        if known:
            return name_of(Path(known.file), known.offset) if exchange.status in WITH_PAGE else None
        if exchange.status in WITH_PAGE:
            record_id = answer.headers["WARC-Record-ID"]
            held = CaptureRef(exchange.url, exchange.digest, exchange.date, record_id, file.path.name, offset)
            self._unsaved[exchange.url] = held
        return name_of(file.path, offset)

    def _known(self, exchange: Exchange) -> CaptureRef | None:
        """The capture that an answer repeats: any of its address for a 304, else one with the same payload."""
        known = self._unsaved.get(exchange.url) or self.captures.find(exchange.url)
        if known is None or not (self.folder / known.file).exists():
            return None
        same = exchange.status in WITH_PAGE and known.digest == exchange.digest
        return known if same or exchange.status == NOT_MODIFIED else None

    def _open_file(self) -> ArchiveFile:
        """The file to write to, a new one when there is none or it is large enough."""
        if self._file and self._file.size >= self.file_bytes:
            self._others += self._file.size
            self._close_file()
        if self._file is None:
            self._others = self._others or sum(file.lstat().st_size for file in self.folder.glob(f"*{SUFFIX}"))
            self._file = self._new_file(self.folder / f"{self.name}-{self._number:05}{SUFFIX}")
            self._number += 1
        return self._file

    def _new_file(self, path: Path) -> ArchiveFile:
        """A new file, which the ledger lists. Raises OSError, also where another file has its name."""
        if os.path.lexists(path):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path))
        self.files.begin(self.folder.name, path.name)
        try:
            return ArchiveFile.create(path, self.about)
        except FileExistsError:
            self.files.forget([path.name])
            raise

    def sync(self) -> None:
        """Make durable what was kept so far: what a story names must be there after a power cut too."""
        if self._file and self.trouble is None:
            try:
                os.fdatasync(self._file.stream.fileno())
            except OSError as error:
                self.trouble = f"{self._file.path}: {error.strerror or error}"
        self._save()

    def _save(self) -> None:
        self.captures.save(self._unsaved.values())
        self._unsaved.clear()

    def close(self) -> None:
        """Make the last file whole and durable, with its index beside it. Raises OSError."""
        self._save()
        self._close_file()

    def _close_file(self) -> None:
        file, self._file = self._file, None
        if file:
            file.close()
            self.files.finish(file.path.name)


def _write_foreign(file: ArchiveFile, record: WarcRecord, url: str, mime: str) -> str:
    offset, length = file.append(record)
    date, payload = record.headers.get("WARC-Date") or "", record.headers.get("WARC-Payload-Digest") or "-"
    file.lines.write(f"{IndexLine(url, date, mime, str(OK), payload, offset, length, file.path.name)}\n")
    return name_of(file.path, offset)


def _line(record: WarcRecord, exchange: Exchange, filename: str, offset: int, length: int) -> IndexLine:
    mime = "warc/revisit" if record.record_type == WarcRecordType.revisit else exchange.mime
    payload = record.headers["WARC-Payload-Digest"]
    return IndexLine(exchange.url, exchange.date, mime, str(exchange.status), payload, offset, length, filename)
