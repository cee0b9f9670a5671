"""What a server answered, from its record: checked against its length and digests, unchunked, unpacked."""

import zlib
from collections.abc import Iterator
from pathlib import Path

from fastwarc.warc import ArchiveIterator, HeaderMap, WarcRecord, WarcRecordType

from wirecrawl.errors import ArchiveError
from wirecrawl.storage.archive.digests import differs, hexadecimal
from wirecrawl.utils.times import utc_iso
from wirecrawl.web.answer import Answer, make_answer

LARGEST = 10 * 2**20  # bytes of a page, unpacked: what a crawl fetches at most
_LARGEST_BLOCK = LARGEST + 2**16  # the same as it came, with its headers
_DECODINGS = ("all", "content", "transfer", "none")  # archives keep the headers of codings that are no longer there


def read_answer(file: Path, offset: int, url: str, name: str, fetched: str | None) -> Answer:
    """The answer whose record begins at an offset. Raises ArchiveError with the record's `name` and what is wrong."""
    try:
        with file.open("rb") as stream:
            stream.seek(offset)
            record = next(iter(ArchiveIterator(stream, parse_http=False)))
            block = _block(record, name)
        read = _decoded(block, name)
    except (OSError, ValueError, StopIteration) as error:
        raise ArchiveError(f"{name}: not readable ({' '.join(str(error).split()) or 'no record there'})") from error
    headers, body = read
    sha256 = _sha256(headers, block, body, record.headers.get("WARC-Payload-Digest"), name)
    status, when = headers.status_code or 0, fetched or moment(record)
    return make_answer(url, status, body, headers.to_dict(), when, name, sha256)


def moment(record: WarcRecord) -> str | None:
    """When a record was made, ISO 8601 UTC; None where it does not say."""
    return utc_iso(record.record_date) if record.record_date else None


def unpacked(body: bytes, coding: str, name: str) -> bytes:
    """A body that may still have the coding of its Content-Encoding header, without it. Raises ArchiveError."""
    return _decoded(f"HTTP/1.1 200 OK\r\nContent-Encoding: {coding}\r\n\r\n".encode() + body, name)[1]


def _block(record: WarcRecord, name: str) -> bytes:
    """The bytes of a record, checked. Raises ArchiveError."""
    if record.content_length > _LARGEST_BLOCK:
        raise ArchiveError(f"{name}: a record of {record.content_length} bytes, and a page has {LARGEST} at most")
    block = record.reader.read()
    if len(block) != record.content_length:
        raise ArchiveError(f"{name}: cut, {len(block)} of {record.content_length} bytes are there")
    if differs(block, record.headers.get("WARC-Block-Digest")):
        raise ArchiveError(f"{name}: its bytes are not those of its digest")
    return block


def _decoded(block: bytes, name: str) -> tuple[HeaderMap, bytes]:
    """Headers and body, by the first decoding that fits. Raises ArchiveError."""
    for decoding in _DECODINGS:
        try:
            record = _parsed(block, decoding)
            body = record.reader.read(LARGEST + 1)
            break
        except (OSError, ValueError):
            continue
    if record.http_headers.status_code is None:
        raise ArchiveError(f"{name}: no HTTP status in it")
    if len(body) > LARGEST:
        raise ArchiveError(f"{name}: more than {LARGEST} bytes when unpacked")
    return record.http_headers, _inflated(body) if _is_raw_deflate(record.http_headers, decoding) else body


def _parsed(block: bytes, decoding: str) -> WarcRecord:
    record = WarcRecord()
    record.init_headers(WarcRecordType.response)
    record.set_bytes_content(block)
    record.is_http = True
    record.parse_http(auto_decode=decoding, quirks_mode=True)  # type: ignore[arg-type]
    return record


def _is_raw_deflate(headers: HeaderMap, decoding: str) -> bool:
    """Whether a body may be what some servers send as deflate: without the header that the standard asks for."""
    return decoding in ("transfer", "none") and (headers.get("Content-Encoding") or "").strip().lower() == "deflate"


def _inflated(body: bytes) -> bytes:
    try:
        return zlib.decompressobj(-zlib.MAX_WBITS).decompress(body, LARGEST)
    except zlib.error:
        return body


def _sha256(headers: HeaderMap, block: bytes, body: bytes, digest: str | None, name: str) -> str | None:
    """SHA-256 of a body, where the digest of its record says it; that is checked. Raises ArchiveError."""
    if not digest:
        return None
    payload = next((one for one in _payloads(headers, block, body) if not differs(one, digest)), None)
    if payload is None:
        raise ArchiveError(f"{name}: its payload is not that of its digest")
    return hexadecimal(digest) if payload is body else None


def _payloads(headers: HeaderMap, block: bytes, body: bytes) -> Iterator[bytes]:
    """What makers take for the payload: the bytes behind the headers, these unchunked, these unpacked as well.

    Of a body that came as it is, all of them are one.
    """
    coded = headers.get("Content-Encoding") or headers.get("Transfer-Encoding")
    for decoding in ("none", "transfer") if coded else ():
        try:
            yield _parsed(block, decoding).reader.read()
        except (OSError, ValueError):
            continue
    yield body
