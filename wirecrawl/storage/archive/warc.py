"""The index of the pages in a WARC file of any maker (ISO 28500).

Read are .warc, .warc.gz and .warc.zst, and .wacz, a zip file that holds archive/*.warc.gz as they are. What is
corrupt, cut or lying is named with file and offset, and the rest of the file is read.
"""

from os import SEEK_END
from typing import BinaryIO

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

import wirecrawl.storage.archive.members as members
from wirecrawl.errors import ArchiveError
from wirecrawl.news import agencies
from wirecrawl.news.agencies import Agency
from wirecrawl.storage.archive.archived import ArchivedPage, Index, Revisit, name_of
from wirecrawl.storage.archive.members import GZIP, ZSTD
from wirecrawl.storage.archive.payload import capture_of, fetch_time, http_status, original_address
from wirecrawl.storage.archive.record_reader import is_misread, is_resource, is_whole, repaired, size_of
from wirecrawl.storage.archive.remote import AnyFile
from wirecrawl.storage.archive.saved import ArchiveFault
from wirecrawl.storage.archive.wacz import parts_of
from wirecrawl.storage.archive.window import Window

_PAGES = (WarcRecordType.response, WarcRecordType.revisit, WarcRecordType.resource)
# Bytes that are read in vain, as times the size of an archive, and at least: a cut member may be read to its end.
_READ_TIMES, _READ_LEAST = 8, 2**18
_AS_BEFORE = 304  # a revisit, recorded as a response
_WHOLE = "compressed as a whole; compress it record by record, as `warcio recompress` does"
_MERGED = {  # by how the records of a file begin: of one with others behind it in its member or frame
    GZIP: "more records stand behind the first one of its member, and are not read; `warcio recompress` separates them",
    ZSTD: "more records stand behind the first one of its frame, and are not read; unpack the file with `zstd -d`",
}
_BESIDE = 64  # bytes by which a record may be larger than its fields tell: spaces, empty lines behind it


def read_index(file: AnyFile, names: tuple[str, ...]) -> Index:
    """What an archive has of these agencies. Raises ArchiveError for a file that cannot be opened."""
    try:
        # Four bytes of each member are read from the other, where a buffer would be filled again each time.
        with file.open("rb") as stream, file.open("rb", 0) as other:
            reader = _Reader(file, tuple(map(agencies.get, names)), other)
            for part in parts_of(file, stream):
                if isinstance(part, ArchiveFault):
                    reader.index.add_fault(part)
                else:
                    reader.read_part(stream, *part)
    except OSError as error:
        raise ArchiveError(f"{file}: cannot be read ({error})") from error
    reader.index.sum_up(file)
    return reader.index


class _Reader:
    """Reads one archive file into an index. `other` is the file once more, for looks beside what is being read.

    Where records are damaged, what is read in vain is counted in `left`. When that is used up, each further record may
    reach only to the next one: records that lie one in the other would be read as often as there are of them.
    """

    def __init__(self, file: AnyFile, known: tuple[Agency, ...], other: BinaryIO) -> None:
        self.file, self.known, self.other = file, known, other
        self.index, self.left, self.next = Index(), 0, 0

    def read_part(self, stream: BinaryIO, start: int, end: int) -> None:
        """All that can be read between two offsets; behind what is corrupt the next record is looked for."""
        if start == end:
            self.index.fault(self.file, start, "empty")
        if end < stream.seek(0, SEEK_END):  # of a WACZ: behind it is no archive
            stream = Window.of(stream, end)
        mark = members.beginning(stream, start)
        self.left, self.next = _READ_LEAST + _READ_TIMES * (end - start), 0
        offset: int | None = start
        while offset is not None and offset < end:
            limit = end if self.left > 0 else self._next_record(stream, offset, end, mark)
            offset = self._read_on(stream if limit == end else Window.of(stream, limit), offset, limit, mark)
            if offset is None and limit < end:
                offset = limit

    def _next_record(self, stream: BinaryIO, offset: int, end: int, mark: bytes) -> int:
        """Where a record begins behind an offset, `end` for none; it is looked for once, however much stands before."""
        if self.next <= offset:
            self.next = members.next_record(stream, offset + 1, mark) or end
        return self.next

    def _read_on(self, stream: BinaryIO, offset: int, end: int, mark: bytes) -> int | None:
        """Read up to what is corrupt; returns where the next record may begin."""
        last, size, why = self._read_run(stream, offset, end, mark)
        at = offset if last is None else last
        reached = stream.tell()
        whole = members.end_of_member(stream, at) if mark in _MERGED else None
        reached = max(reached, stream.tell())
        broken = whole is None if mark in _MERGED else not is_whole(stream, at)
        merged = _MERGED.get(mark, "")
        if last is not None and (why == merged or (whole and why != _WHOLE and self._is_merged(at, size, whole, mark))):
            self.index.add_fault(ArchiveFault(name_of(self.file, at), merged))
        elif (last is None or broken or why == _WHOLE) and not (last is None and self._is_done(stream, at)):
            self.index.fault(self.file, at, why or ("no WARC record" if last is None else "cut"))
        if mark != GZIP and why is None and not broken:  # what follows the last record is none; a gzip file ends there
            return None
        found = whole or members.next_record(stream, at + 1, mark)
        self.left -= max(0, max(reached, stream.tell()) - (found or end))
        return found

    def _read_run(self, stream: BinaryIO, offset: int, end: int, mark: bytes) -> tuple[int | None, int, str | None]:
        """Enter record after record.

        Returns where the last one begins, None for none, how large it is unpacked, and why the reading ended early.
        """
        last, size = None, 0
        stream.seek(offset)
        try:
            for record in ArchiveIterator(stream, parse_http=False):
                begin = record.stream_pos
                begin = members.first_record(self.other, begin, offset, mark) if last is None else begin
                is_beside = begin == last or begin >= end  # where no gzip member ends
                may_be_merged = mark == ZSTD or (mark == GZIP and not is_beside)
                if last is not None and may_be_merged and self._is_merged(last, size, begin, mark):
                    return last, size, _MERGED[mark]
                if is_beside:
                    return last, size, _WHOLE
                last, size = begin, size_of(record)
                if is_misread(record):
                    self._read_repaired(self.other, last)
                elif record.record_type in _PAGES:
                    self._enter(last, record)
        except (OSError, ValueError) as error:
            return last, size, " ".join(str(error).split())
        return last, size, None

    def _is_merged(self, offset: int, size: int, end: int, mark: bytes) -> bool:
        """Whether a gzip member or a frame holds further records behind its first one, which is so large."""
        stated = members.stated_size(self.other, offset, end, mark)
        return (stated is None or stated > size + _BESIDE) and members.has_record_behind(self.other, offset, size)

    def _is_done(self, stream: BinaryIO, offset: int) -> bool:
        """Whether what fastwarc cannot read is no record at all, or one that is entered here."""
        return members.is_padding(stream, offset) or self._read_repaired(stream, offset)

    def _read_repaired(self, stream: BinaryIO, offset: int) -> bool:
        """Enter a record that is written in another way than the standard says; False where there is none."""
        try:
            record = repaired(stream, offset)
        except (OSError, ValueError, StopIteration):
            return False
        if record.record_type in _PAGES:
            self._enter(offset, record)
        return record.record_type != WarcRecordType.unknown

    def _enter(self, offset: int, record: WarcRecord) -> None:
        """Enter a record of a page. Whatever it holds costs itself alone."""
        url = original_address(record.headers.get("WARC-Target-URI"))
        if url is None or all(agencies.classify(url, agency).kind == "neither" for agency in self.known):
            self.index.others += record.record_type != WarcRecordType.revisit
            return
        try:
            self._enter_page(offset, record, url)
        except MemoryError:
            raise
        except Exception as error:
            self.index.fault(self.file, offset, f"{url}: {' '.join(str(error).split())}")

    def _enter_page(self, offset: int, record: WarcRecord, url: str) -> None:
        digest = record.headers.get("WARC-Payload-Digest")
        capture = capture_of(record)
        fetched = fetch_time(record, capture)
        if is_resource(record):
            self.index.pages.append((ArchivedPage(url, 200, fetched, file=self.file, offset=offset), digest))
            return
        status, location = http_status(record)
        revisit = record.record_type == WarcRecordType.revisit or status == _AS_BEFORE
        if status is None and not revisit:
            self.index.fault(self.file, offset, f"{url}: no HTTP status in it")
            return
        captured = capture.time if capture else None
        page = ArchivedPage(url, status or 200, fetched, location, captured, file=self.file, offset=offset)
        if revisit:
            like = original_address(record.headers.get("WARC-Refers-To-Target-URI"))
            self.index.revisits.append(Revisit(page, digest if status != _AS_BEFORE else None, like or url))
        else:
            self.index.pages.append((page, digest))
