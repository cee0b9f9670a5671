"""What a server answered, from its record: checked against its length and digests, unchunked, unpacked."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from typing import BinaryIO, NamedTuple

from fastwarc.warc import HeaderMap, WarcRecord, WarcRecordType

from wirecrawl.errors import ArchiveError, BodyError
from wirecrawl.items import Capture
from wirecrawl.storage.archive.digests import differs, hexadecimal
from wirecrawl.storage.archive.record_reader import LARGEST_BLOCK, is_resource, record_at
from wirecrawl.storage.archive.remote import AnyFile
from wirecrawl.storage.archive.saved import YEARS
from wirecrawl.storage.archive.warc_records import OK
from wirecrawl.utils.times import utc_iso
from wirecrawl.web.answer import Answer, make_answer
from wirecrawl.web.bodies import LARGEST, decode_body
from wirecrawl.web.captures import COMMON_CRAWL, original_answer, read_capture
from wirecrawl.web.urls import canonical_url

# What ends a page or a feed: one whose maker says that it was cut is whole all the same when it has its end.
_ENDS = tuple(b"</html </body </rss </feed </rdf:rdf </urlset </sitemapindex".split())
_INTERIM = frozenset((100, 102, 103))  # HTTP statuses before that of the answer
_MOST_INTERIM = 10  # of them before one answer
_DIGITS = 12  # of a length: a terabyte
_EMPTY_LINE = b"\r\n"  # that records of Common Crawl from before 2018 may have before a body
_TAIL = 1000  # bytes at the end of a page in which its end is looked for: pages close with scripts and comments


class _Held(NamedTuple):
    """What a record holds: headers, the body as it came, the body as a page, and what is behind the first headers.

    That is the body as it came, unless an answer that asks for patience comes before it.
    """

    headers: HeaderMap
    raw: bytes
    body: bytes
    behind: bytes


def read_answer(file: AnyFile, offset: int, url: str, name: str, fetched: str | None) -> Answer:
    """The answer whose record begins at an offset. Raises ArchiveError with the record's `name` and what is wrong."""
    try:
        with file.open("rb") as stream:
            return read_stream(stream, offset, url, name, fetched)
    except OSError as error:
        raise ArchiveError(f"{name}: not readable ({' '.join(str(error).split())})") from error


def read_stream(stream: BinaryIO, offset: int, url: str, name: str, fetched: str | None) -> Answer:
    """As `read_answer`, of an archive that is open."""
    try:
        record = record_at(stream, offset)
        block = _block(record, name)
        capture = capture_of(record)
        when = fetched or fetch_time(record, capture)
        held = _resource(record, block) if is_resource(record) else _answered(block, name)
    except (ArchiveError, MemoryError):
        raise
    except Exception as error:  # whatever a record holds costs itself alone
        raise ArchiveError(f"{name}: not readable ({' '.join(str(error).split()) or 'no record there'})") from error
    if record.headers.get("WARC-Truncated") and not _has_its_end(held.body):
        raise ArchiveError(f"{name}: cut by its maker (WARC-Truncated: {record.headers.get('WARC-Truncated')})")
    if record.headers.get("WARC-Segment-Number"):
        raise ArchiveError(f"{name}: a part of a record (WARC-Segment-Number), whose parts are not joined")
    sha256 = _sha256(held, record.headers.get("WARC-Payload-Digest"), name)
    answer = make_answer(url, held.headers.status_code or OK, held.body, held.headers.to_dict(), when, name, sha256)
    return original_answer(replace(answer, capture=capture))


def _resource(record: WarcRecord, block: bytes) -> _Held:
    """A file that was saved without the words of HTTP, as warcit does."""
    kind = (record.headers.get("Content-Type") or "").encode("latin-1", "replace")
    headers, _ = _parsed(b"HTTP/1.1 200 OK\r\nContent-Type: " + kind + b"\r\n\r\n")
    return _Held(headers, block, block, block)


def _has_its_end(body: bytes) -> bool:
    tail = body[-_TAIL:].lower()
    return any(end in tail for end in _ENDS)


def moment(record: WarcRecord) -> str | None:
    """When a record was made, ISO 8601 UTC; None where it does not say, or says what cannot be."""
    date = record.record_date
    return utc_iso(date) if date and date.year in YEARS else None


def fetch_time(record: WarcRecord, capture: Capture | None) -> str | None:
    """When a record's page was fetched: what a crawl took from another archive has the time of that beside its own."""
    made = _iso(record.headers.get("WARC-Creation-Date")) if capture else None
    return made or moment(record)


def _iso(printed: str | None) -> str | None:
    try:
        return utc_iso(datetime.fromisoformat(printed or ""))
    except ValueError:
        return None


def capture_of(record: WarcRecord) -> Capture | None:
    """The capture of a public archive that a record holds, by its address, or by where its maker took it from."""
    address, source = ((record.headers.get(name) or "").strip("<>") for name in ("WARC-Target-URI", "WARC-Source-URI"))
    if found := read_capture(address) or read_capture(source):
        return found[1]
    time = moment(record) if source.startswith(f"https://{COMMON_CRAWL}/") else None
    return Capture(archive="commoncrawl.org", time=time, url=source) if time else None


def http_status(record: WarcRecord) -> tuple[int | None, str | None]:
    """HTTP status and Location of a record; a revisit need not have any."""
    record.is_http = True  # also where its Content-Type says nothing, or says it in other words
    record.parse_http(quirks_mode=True)
    headers = record.http_headers
    if headers is not None and headers.status_code in _INTERIM:
        headers, _ = _final(headers, record.reader.read(LARGEST_BLOCK))
    return (None, None) if headers is None else (headers.status_code, headers.get("Location"))


def original_address(printed: str | None) -> str | None:
    """The canonical address of a record's page (of a capture its original), which some makers put in angle brackets."""
    address = (printed or "").strip("<>")
    found = read_capture(address)
    try:
        return canonical_url(found[0] if found else address)
    except ValueError:
        return None


def _block(record: WarcRecord, name: str) -> bytes:
    """The bytes of a record, checked. Raises ArchiveError."""
    if record.content_length > LARGEST_BLOCK:
        raise ArchiveError(f"{name}: a record of {record.content_length} bytes, and a page has {LARGEST} at most")
    block = record.reader.read()
    if len(block) != record.content_length:
        raise ArchiveError(f"{name}: cut, {len(block)} of {record.content_length} bytes are there")
    if differs(block, record.headers.get("WARC-Block-Digest")):
        raise ArchiveError(f"{name}: its bytes are not those of its digest")
    return block


def _answered(block: bytes, name: str) -> _Held:
    """An HTTP answer. Raises ArchiveError."""
    first, behind = _parsed(block)
    headers, raw = _final(first, behind)
    if headers.status_code is None:
        raise ArchiveError(f"{name}: no HTTP status in it")
    transfer, content = _codings(headers)
    promised = headers.get("Content-Length") or ""
    if not transfer and promised.isdecimal() and len(raw) < int(promised[:_DIGITS]):
        raise ArchiveError(f"{name}: cut, {len(raw)} of {promised[:_DIGITS]} bytes of the body are there")
    try:
        return _Held(headers, raw, decode_body(raw, transfer, content), behind)
    except BodyError as error:
        raise ArchiveError(f"{name}: {error}") from error


def _codings(headers: HeaderMap) -> tuple[str, str]:
    """Transfer-Encoding and Content-Encoding, each of which may stand several times."""
    stated = [(name.lower(), value) for name, value in headers.items()]
    transfer, content = (
        ", ".join([value for name, value in stated if name == wanted])
        for wanted in ("transfer-encoding", "content-encoding")
    )
    return transfer, content


def _parsed(block: bytes) -> tuple[HeaderMap, bytes]:
    record = WarcRecord()
    record.init_headers(WarcRecordType.response)
    record.set_bytes_content(block)
    record.is_http = True
    record.parse_http(quirks_mode=True)
    return record.http_headers, record.reader.read(LARGEST_BLOCK)  # with a size it is five times as fast as without


def _final(headers: HeaderMap, raw: bytes) -> tuple[HeaderMap, bytes]:
    """The answer behind those that ask for patience, as 100 Continue (RFC 9110, 15.2), which some makers record."""
    for _ in range(_MOST_INTERIM):
        if headers.status_code not in _INTERIM or not raw.startswith(b"HTTP/"):
            break
        headers, raw = _parsed(raw)
    return headers, raw


def _sha256(held: _Held, digest: str | None, name: str) -> str | None:
    """SHA-256 of a body, where the digest of its record says it; that is checked. Raises ArchiveError."""
    if not digest:
        return None
    payload = next((one for one in _payloads(held) if not differs(one, digest)), None)
    if payload is None:
        raise ArchiveError(f"{name}: its payload is not that of its digest")
    return hexadecimal(digest) if payload is held.body else None


def _payloads(held: _Held) -> Iterator[bytes]:
    """What makers take for the payload: the bytes behind the headers, these unchunked, these unpacked as well.


    Of a body that came as it is, all of them are one.
    """
    if held.raw != held.body:
        yield held.raw
        with suppress(BodyError):
            yield decode_body(held.raw, _codings(held.headers)[0], None)
    yield held.body
    if held.raw.startswith(_EMPTY_LINE):
        yield held.raw.removeprefix(_EMPTY_LINE)
    yield held.behind
