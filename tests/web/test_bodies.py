"""Bodies of answers: every coding is undone within one limit, and half a body is never taken for a whole one."""

import gzip
import sys
import tracemalloc
import zlib
from collections.abc import Callable
from functools import cache

import brotli
import pytest
from hypothesis import given
from hypothesis import strategies as st

from wirecrawl.errors import BodyError
from wirecrawl.web.bodies import LARGEST, decode_body, unpack_gzip

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

Packer = Callable[[bytes], bytes]
PAGE = (
    b"<html><body>"
    + b"".join(b"<p>The mayor of town %d said that it rains.</p>" % n for n in range(5_000))
    + b"</html>"
)


def raw_deflate(body: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return packer.compress(body) + packer.flush()


def chunked(body: bytes, size: int = 1000) -> bytes:
    pieces = [body[start : start + size] for start in range(0, len(body), size)]
    return b"".join(b"%x; a=b\r\n%s\r\n" % (len(piece), piece) for piece in pieces) + b"0\r\nX: y\r\n\r\n"


CODINGS: list[tuple[str, Packer]] = [
    ("gzip", gzip.compress),
    ("X-Gzip", gzip.compress),
    ("deflate", zlib.compress),
    ("deflate", raw_deflate),
    ("br", brotli.compress),
    ("zstd", zstd.compress),
]
once = cache(lambda pack: pack(PAGE))
each_coding = pytest.mark.parametrize(("coding", "pack"), CODINGS)


@each_coding
def test_a_packed_page_is_unpacked(coding: str, pack: Packer) -> None:
    assert decode_body(pack(PAGE), None, coding) == PAGE
    assert decode_body(chunked(pack(PAGE)), "chunked", coding) == PAGE
    assert decode_body(chunked(pack(PAGE)), f"{coding}, chunked", None) == PAGE


@each_coding
def test_a_page_that_was_unpacked_already_stays_as_it_is(coding: str, pack: Packer) -> None:
    assert decode_body(PAGE, "chunked", coding) == PAGE
    assert decode_body(b'{"list": []}', None, coding) == b'{"list": []}'
    assert decode_body(b"", None, coding) == b""


@pytest.mark.parametrize(
    ("coding", "pack"), [("deflate", gzip.compress), ("br", gzip.compress), ("gzip", zlib.compress)]
)
def test_a_page_that_is_packed_in_another_way_than_its_header_says_is_unpacked(coding: str, pack: Packer) -> None:
    assert decode_body(pack(PAGE), None, coding) == PAGE
    with pytest.raises(BodyError, match="cut"):
        decode_body(pack(PAGE)[:-50], None, coding)


def test_chunks_that_are_left_in_a_body_whose_header_is_gone_are_joined() -> None:
    plain = chunked(PAGE).replace(b"; a=b", b"")
    assert decode_body(plain, None, None) == PAGE
    assert decode_body(chunked(gzip.compress(PAGE)).replace(b"; a=b", b""), None, "gzip") == PAGE
    with pytest.raises(BodyError, match="cut"):
        decode_body(plain[:-5000], None, None)
    assert decode_body(b"1f4 people\r\n<p>came", None, None) == b"1f4 people\r\n<p>came"


@each_coding
@given(share=st.floats(0.01, 0.99))
def test_half_a_body_is_never_whole(coding: str, pack: Packer, share: float) -> None:
    whole = once(pack)
    with pytest.raises(BodyError, match=r"cut|broken"):
        decode_body(whole[: max(3, int(share * len(whole)))], None, coding)


@given(share=st.floats(0.01, 0.99))
def test_chunks_that_end_early_are_no_whole_body(share: float) -> None:
    whole = chunked(PAGE)
    with pytest.raises(BodyError, match="cut"):
        decode_body(whole[: int(share * (len(whole) - 20))], "chunked", None)


@pytest.mark.parametrize("pack", [gzip.compress, brotli.compress, zstd.compress])
def test_what_unpacks_to_more_than_a_page_is_refused_while_it_is_unpacked(pack: Packer) -> None:
    coding = {gzip.compress: "gzip", brotli.compress: "br", zstd.compress: "zstd"}[pack]
    bomb = pack(bytes(20 * LARGEST))
    tracemalloc.start()
    with pytest.raises(BodyError, match=f"more than {LARGEST} bytes"):
        decode_body(bomb, None, coding)
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert most < 3 * LARGEST


def test_codings_one_inside_the_other_have_a_limit() -> None:
    body = PAGE
    for _ in range(5):
        body = gzip.compress(body)
    assert decode_body(body, None, "gzip, gzip, gzip, gzip, gzip") == PAGE
    with pytest.raises(BodyError, match="6 codings"):
        decode_body(body, None, ", ".join(["gzip"] * 6))


def test_what_is_no_page_and_not_packed_is_broken() -> None:
    with pytest.raises(BodyError, match="not packed with gzip"):
        decode_body(b"\x00\x01\x02 no page", None, "gzip")


def test_members_one_after_the_other_are_one_body_and_what_follows_them_is_none() -> None:
    first, second = gzip.compress(PAGE[:1000]), gzip.compress(PAGE[1000:])
    assert decode_body(first + second + b"junk", None, "gzip") == PAGE
    assert unpack_gzip(first + gzip.compress(b"") + second) == PAGE
    assert unpack_gzip(PAGE) == PAGE


def test_an_unknown_coding_is_passed_over() -> None:
    assert decode_body(PAGE, None, "utf-8, identity") == PAGE
