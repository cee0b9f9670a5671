"""Bodies of answers, from the bytes on the wire to the page: chunks joined, codings undone, all within one limit.

A crawl and the readers of archives use the same functions, so what was read once is read the same way again. A coding
that a header names and the body does not have is passed over: archives keep the headers of codings that their makers
have undone already.
"""

import re
import zlib
from collections.abc import Callable, Generator, Iterable, Iterator

import brotli

from wirecrawl.errors import BodyError
from wirecrawl.utils.zstandard import zstd

LARGEST = 10 * 2**20  # bytes of a page or list, unpacked: the largest of 90 real agency pages has 2.3 MB
_MOST_CODINGS = 5  # one inside the other: as many as curl undoes
_PIECE = 2**16  # bytes that are unpacked at a time, so that the limit holds while unpacking
_LEAST = 2**10  # bytes of a member that are unpacked at first
_GZIP, _ZSTD = b"\x1f\x8b\x08", b"\x28\xb5\x2f\xfd"
_CHUNK_SIZE = re.compile(rb"[ \t]*([0-9A-Fa-f]{1,8})[ \t]*(?:;[^\r\n]{0,1000})?\r?\n")
# A page, or a packed one, behind the size of a chunk: nothing else begins so.
_CHUNKED_PAGE = re.compile(rb"[0-9A-Fa-f]{1,8}[ \t]{0,8}\r\n(?:\s{0,100}<[!?A-Za-z]|\x1f\x8b\x08)")
_CUT = "cut: the packed bytes end too early"
_ZSTD_LIMITS = {int(zstd.DecompressionParameter.window_log_max): 23}  # 8 MB, as RFC 9659 asks of Content-Encoding
_PAGE_BEGINS = re.compile(rb"(?:\xef\xbb\xbf)?\s{0,100}(?:<[!?/A-Za-z]|[{\[])[\s!-~]{3}")


class CutBody(BodyError):
    """A body that ends too early: whoever asks for it again may get the whole of it."""


def decode_body(body: bytes, transfer: str | None, content: str | None, limit: int = LARGEST) -> bytes:
    """The bytes of a page: `transfer` and `content` are the headers Transfer-Encoding and Content-Encoding.

    Raises BodyError for a body that is cut, broken, or larger than `limit` bytes at any step.

    >>> decode_body(b"4\\r\\n<p>a\\r\\n0\\r\\n\\r\\n", "chunked", None)
    b'<p>a'
    """
    codings = [*_names(content), *_names(transfer)]
    if "chunked" not in codings and _CHUNKED_PAGE.match(body):
        codings.append("chunked")  # its header is gone, and the chunks are there
    if len(codings) > _MOST_CODINGS:
        raise BodyError(f"{len(codings)} codings, one inside the other; {_MOST_CODINGS} are undone at most")
    for name in reversed(codings):
        body = _joined(_UNPACKERS[name](body), limit)
    return _within(body, limit)


def unpack_gzip(body: bytes, limit: int = LARGEST) -> bytes:
    """A file that may be packed with gzip, unpacked; a file that is not packed stays as it is. Raises BodyError."""
    return _joined(_gzip(body), limit) if body.startswith(_GZIP) else _within(body, limit)


def first_bytes(packed: bytes, size: int) -> bytes:
    """The first bytes of a gzip member or Zstandard frame, unpacked; none of what is neither, or is broken there.

    >>> first_bytes(zlib.compress(b"<p>Rain</p>", wbits=31), 3)
    b'<p>'
    """
    try:
        if packed.startswith(_GZIP):
            return zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(packed, size)
        zstd.get_frame_info(packed)  # raises too, sixty times as fast as the making of a decompressor
        return zstd.ZstdDecompressor(options=_ZSTD_LIMITS).decompress(packed, size)
    except (zlib.error, zstd.ZstdError):
        return b""


def _names(header: str | None) -> list[str]:
    """The codings of a header, the first applied first."""
    return [name for part in (header or "").lower().split(",") if (name := part.strip()) in _UNPACKERS]


def _within(body: bytes, limit: int) -> bytes:
    if len(body) > limit:
        raise BodyError(f"more than {limit} bytes when unpacked")
    return body


def _joined(pieces: Iterable[bytes], limit: int) -> bytes:
    whole = bytearray()
    for piece in pieces:
        whole += piece
        if len(whole) > limit:
            raise BodyError(f"more than {limit} bytes when unpacked")
    return bytes(whole)


def _slices(body: bytes) -> Iterator[bytes]:
    return (body[start : start + _PIECE] for start in range(0, len(body), _PIECE))


def _piece_of(body: bytes, start: int, taken: int) -> bytes:
    """What follows the first `taken` bytes of a member: few bytes at first, since a member may have twenty of them."""
    begin = start + taken
    return body[begin : begin + min(_PIECE, max(_LEAST, taken))]


def _as_it_is(body: bytes, coding: str) -> bytes:
    """A body without the coding that its header names: its maker has undone it, if it begins like a page or JSON."""
    if not body or _PAGE_BEGINS.match(body):
        return body
    raise BodyError(f"broken: it is not packed with {coding}, as its header says")


def _chunked(body: bytes) -> Iterator[bytes]:
    """The chunks of a body (RFC 9112, section 7.1); what follows the last one is no part of it."""
    position = 0
    while found := _CHUNK_SIZE.match(body, position):
        size, start = int(found[1], 16), found.end()
        if size == 0:
            return
        if start + size > len(body):
            raise CutBody(f"cut: {len(body) - start} of {size} bytes of a chunk are there")
        yield body[start : start + size]
        position = start + size
        position += 2 if body.startswith(b"\r\n", position) else body.startswith(b"\n", position)
    if position:
        raise CutBody("cut: its last chunk is missing")
    yield body  # its maker has joined the chunks


def _gzip(body: bytes) -> Iterator[bytes]:
    """The members of a gzip file one after the other; what follows them is no part of it, as for gunzip."""
    start = 0
    while body.startswith(_GZIP, start):
        start += yield from _inflated(zlib.decompressobj(zlib.MAX_WBITS | 16), body, start)
    if not start and _begins(body, zlib.MAX_WBITS):  # some servers mean deflate
        yield from _inflated(zlib.decompressobj(zlib.MAX_WBITS), body, 0)
    elif not start:
        yield _as_it_is(body, "gzip")


def _deflate(body: bytes) -> Iterator[bytes]:
    """With the header that the standard asks for, or without it, as some servers send it; others mean gzip."""
    if body.startswith(_GZIP):
        yield from _gzip(body)
        return
    for bits in (zlib.MAX_WBITS, -zlib.MAX_WBITS):
        if _begins(body, bits):
            yield from _inflated(zlib.decompressobj(bits), body, 0)
            return
    yield _as_it_is(body, "deflate")


def _begins(body: bytes, bits: int) -> bool:
    """Whether a body begins as a deflate stream: nothing marks one that has no header, but that it can be unpacked."""
    try:
        unpacked = zlib.decompressobj(bits).decompress(body[:_PIECE], 1)
    except zlib.error:
        return False
    return bool(body) and not _PAGE_BEGINS.match(body) and (bits > 0 or bool(unpacked))


def _inflated(stream: "zlib._Decompress", body: bytes, start: int) -> Generator[bytes, None, int]:
    """What a zlib stream that begins at `start` holds; returns its length. Raises BodyError."""
    taken = 0
    try:
        while not stream.eof and (piece := _piece_of(body, start, taken)):
            taken += len(piece)
            while piece and not stream.eof:
                yield stream.decompress(piece, _PIECE)
                piece = stream.unconsumed_tail
    except zlib.error as error:
        raise BodyError(f"broken: {error}") from error
    if not stream.eof:
        raise CutBody(_CUT)
    return taken - len(stream.unused_data)


def _brotli(body: bytes) -> Iterator[bytes]:
    """Brotli (RFC 7932), which nothing marks but that it can be unpacked."""
    if body.startswith(_GZIP):
        yield from _gzip(body)
        return
    if not _is_brotli(body):
        yield _as_it_is(body, "brotli")
        return
    stream = brotli.Decompressor()
    try:
        for piece in _slices(body):
            while unpacked := stream.process(piece, output_buffer_limit=_PIECE):
                yield unpacked
                piece = b""
    except brotli.error as error:
        raise BodyError(f"broken: {error}") from error
    if not stream.is_finished():
        raise CutBody(_CUT)


def _is_brotli(body: bytes) -> bool:
    try:
        brotli.Decompressor().process(body[:_PIECE], output_buffer_limit=1)
    except brotli.error:
        return False
    return bool(body) and not _PAGE_BEGINS.match(body)


def _zstd(body: bytes) -> Iterator[bytes]:
    """The frames of a Zstandard file one after the other (RFC 8878)."""
    start = 0
    while body.startswith(_ZSTD, start):
        start += yield from _frame(body, start)
    if not start:
        yield _as_it_is(body, "zstd")


def _frame(body: bytes, start: int) -> Generator[bytes, None, int]:
    stream, taken = zstd.ZstdDecompressor(options=_ZSTD_LIMITS), 0
    try:
        while not stream.eof and (piece := _piece_of(body, start, taken)):
            taken += len(piece)
            yield stream.decompress(piece, _PIECE)
            while not stream.eof and not stream.needs_input:
                yield stream.decompress(b"", _PIECE)
    except zstd.ZstdError as error:
        raise BodyError(f"broken: {error}") from error
    if not stream.eof:
        raise CutBody(_CUT)
    return taken - len(stream.unused_data)


_UNPACKERS: dict[str, Callable[[bytes], Iterator[bytes]]] = {
    "chunked": _chunked,
    "gzip": _gzip,
    "x-gzip": _gzip,
    "deflate": _deflate,
    "br": _brotli,
    "zstd": _zstd,
}
