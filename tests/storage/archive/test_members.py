"""Where records begin and end in a file, also when it is damaged or larger than what is read at once."""

import gzip
import io
import random
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.warcs import packed, page, zstd
from wirecrawl.storage.archive.members import GZIP, beginning, end_of_member, is_archive, next_record, stated_size
from wirecrawl.utils import zstandard

ZSTD, PLAIN = b"\x28\xb5\x2f\xfd", b"WARC/1."
LARGE = 3 * 2**18  # bytes: several times what is read at once


def one_frame(data: bytes) -> bytes:
    """A frame that does not state the size of its content, as a program writes that does not know it yet."""
    return zstd([data])


def frame_of_known_size(data: bytes) -> bytes:
    """A frame that states the size of its content."""
    return zstandard.zstd.compress(data)


def stream(*parts: bytes) -> io.BytesIO:
    return io.BytesIO(b"".join(parts))


@pytest.mark.parametrize(
    ("name", "right"),
    [
        ("a.warc", True),
        ("a.WARC.GZ", True),
        ("a.warc.zst", True),
        ("a.wacz", True),
        ("a.warc.gz.part", False),
        ("a.gz", False),
        ("warc.txt", False),
    ],
)
def test_an_archive_is_known_by_its_name(name: str, right: bool) -> None:
    assert is_archive(Path(name)) is right


@pytest.mark.parametrize(
    ("data", "mark"), [(packed([page(0)])[0], GZIP), (zstd([page(0)]), b"\x28\xb5\x2f\xfd"), (page(0), b"WARC/1.")]
)
def test_the_first_record_tells_how_the_others_begin(data: bytes, mark: bytes) -> None:
    assert beginning(stream(b"other bytes", data), len(b"other bytes")) == mark


@pytest.mark.parametrize("pack", [gzip.compress, one_frame])
def test_members_end_where_the_next_one_begins(pack: Callable[[bytes], bytes]) -> None:
    one, other = pack(page(0)), pack(page(1))
    both = stream(one, other)
    assert end_of_member(both, 0) == len(one)
    assert end_of_member(both, len(one)) == len(one) + len(other)


@pytest.mark.parametrize("pack", [gzip.compress, one_frame])
def test_a_member_larger_than_what_is_read_at_once_has_its_end(pack: Callable[[bytes], bytes]) -> None:
    noise = pack(random.Random(1).randbytes(LARGE) + bytes(LARGE))
    assert end_of_member(stream(noise, noise), 0) == len(noise)


@pytest.mark.parametrize("pack", [gzip.compress, one_frame])
@pytest.mark.parametrize("damage", [lambda one: one[:-9], lambda one: b"no gzip" + one, lambda one: b""])
def test_what_is_no_whole_member_has_no_end(damage: Callable[[bytes], bytes], pack: Callable[[bytes], bytes]) -> None:
    assert end_of_member(stream(damage(pack(page(0)))), 0) is None


@pytest.mark.parametrize(("pack", "stated"), [(gzip.compress, 9_000), (one_frame, None), (frame_of_known_size, 9_000)])
def test_the_size_of_a_member_is_what_it_states(pack: Callable[[bytes], bytes], stated: int | None) -> None:
    first, one = pack(b"a" * 50), pack(b"b" * 9_000)
    assert stated_size(stream(b"no frame"), 0, 8, ZSTD) is None
    mark = GZIP if pack is gzip.compress else ZSTD
    assert stated_size(stream(first, one, first), len(first), len(first) + len(one), mark) == stated


@pytest.mark.parametrize("mark_and_record", [(GZIP, packed([page(0)])[0]), (ZSTD, zstd([page(0)])), (PLAIN, page(0))])
@pytest.mark.parametrize("before", [0, 1, 2**18 - 1, 2**18, LARGE + 5])
def test_the_next_record_is_found_however_far_away(before: int, mark_and_record: tuple[bytes, bytes]) -> None:
    mark, record = mark_and_record
    assert next_record(stream(b"x" * before, record, b"y"), 0, mark) == before
    assert next_record(stream(mark * (before // 8), b"x", record), 0, mark) == before // 8 * len(mark) + 1


def test_the_search_begins_at_its_start_and_may_end_without_a_find() -> None:
    one, other = packed([page(0), page(1)])
    data = stream(one, b"x" * 10, other)
    assert next_record(data, 1, GZIP) == len(one) + 10
    assert next_record(data, len(one) + 11, GZIP) is None
