"""A record that a crawl takes from the archive of another maker: checked, and kept with a note of where it was."""

from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from typing import Any

from fastwarc.warc import WarcRecord, WarcRecordType

from wirecrawl.errors import ArchiveError, BodyError
from wirecrawl.storage.archive.payload import read_stream
from wirecrawl.storage.archive.record_reader import LARGEST_BLOCK, record_at
from wirecrawl.utils.times import utc_iso
from wirecrawl.web.answer import Answer
from wirecrawl.web.bodies import unpack_gzip
from wirecrawl.web.captures import read_capture
from wirecrawl.web.urls import canonical_url

_SPACE = b"\r\n \t"
_SHOWN = 200  # characters of an address


@dataclass(frozen=True, slots=True)
class ForeignRecord:
    """A record as it was, with the fields WARC-Source-URI and WARC-Creation-Date, and the answer in it."""

    record: WarcRecord
    answer: Answer


def read_foreign(packed: bytes, url: str, source: str, moment: datetime) -> ForeignRecord:
    """The record that `source` names, of an answer of `url`, fetched at `moment`. Raises ArchiveError.

    Its length, digests and address are checked before anything reads the page in it.
    """
    try:
        raw = unpack_gzip(packed, LARGEST_BLOCK).lstrip(_SPACE)
        noted = _noted(raw, source, moment)
        record = record_at(BytesIO(noted), 0)
        target = (record.headers.get("WARC-Target-URI") or "").strip("<>")
        if record.record_type != WarcRecordType.response or _key(target) != _key(url):
            raise ArchiveError(f"{source}: holds no answer of {url}, but something of {target[:_SHOWN]!r}")
    except (ArchiveError, MemoryError):
        raise
    except BodyError as error:
        raise ArchiveError(f"{source}: {error}") from error
    except Exception as error:  # whatever a record holds costs itself alone
        raise ArchiveError(f"{source}: not readable ({' '.join(str(error).split()) or 'no record there'})") from error
    return ForeignRecord(_whole(noted), read_stream(BytesIO(noted), 0, url, source, None))


def _noted(raw: bytes, source: str, moment: datetime) -> bytes:
    """A record with the two fields behind its first line."""
    version, end, rest = raw.partition(b"\n")
    if not version.startswith(b"WARC/"):
        raise ArchiveError(f"{source}: no WARC record there")
    line_end = "\r\n" if version.endswith(b"\r") else "\n"
    fields = f"WARC-Source-URI: {source}{line_end}WARC-Creation-Date: {utc_iso(moment)}{line_end}"
    return version + end + fields.encode() + rest


def _whole(raw: bytes) -> WarcRecord:
    """A record that can be written: its block is read into memory."""
    record = record_at(BytesIO(raw), 0)
    made = WarcRecord()
    made.init_headers(record.record_type)
    for name, value in _fields(record):
        made.headers[name] = value
    made.set_bytes_content(record.reader.read(LARGEST_BLOCK))
    return made


def _fields(record: WarcRecord) -> list[tuple[str, Any]]:
    return [(name, value) for name, value in record.headers.items() if name.lower() != "content-length"]


def _key(url: str) -> str:
    """The address of a page; http and https are one page."""
    found = read_capture(url)
    return canonical_url(found[0] if found else url).partition("://")[2]
