"""Archives made to be read for ever: records that lie one in the other cost as much as the file is long."""

import io
from pathlib import Path
from typing import Any

import pytest

from tests.support.warcs import body, packed, page, saved, url, zstd
from wirecrawl.storage.archive.members import GZIP
from wirecrawl.storage.archive.warc import _Reader

HEADER, SWALLOW = b"\x1f\x8b\x08\0\0\0\0\0\0\xff", b"\0\x0a\0\xf5\xff"  # of a member; of a stored block of 10 bytes
PLAIN_HEAD = b"WARC/1.1\r\nWARC-Type: response\r\nContent-Length: 99999999\r\n\r\n"


def stored(data: bytes) -> bytes:
    """A block of a member that is stored as it is, and not the last one."""
    return b"\0" + len(data).to_bytes(2, "little") + (len(data) ^ 0xFFFF).to_bytes(2, "little") + data


# Each of these is made of the beginnings of records that reach to the end of the file.
OVERLAPPING = {
    "magics": GZIP * 3,
    "members": HEADER + SWALLOW,
    "members that begin as records do": HEADER + stored(b"WARC/1.1\r\n") + SWALLOW,
    "whole heads": HEADER + stored(PLAIN_HEAD) + SWALLOW,
    "plain": PLAIN_HEAD,
    "frames": b"\x28\xb5\x2f\xfd" * 3,
}


@pytest.mark.parametrize("unit", OVERLAPPING.values(), ids=OVERLAPPING)
@pytest.mark.parametrize("size", [30_000, 1_000_000])
def test_the_record_behind_overlapping_ones_is_read_and_their_faults_are_summed_up(
    tmp_path: Path, unit: bytes, size: int
) -> None:
    plain = unit.startswith(b"WARC")
    good = page(0) if plain else zstd([page(0)]) if unit.startswith(b"\x28") else packed([page(0)])[0]
    archive = saved(tmp_path, unit * (size // len(unit)) + good, "a.warc" if plain else "a.warc.gz")
    assert archive.page(url(0)).answer().body == body(0)
    assert len(archive.faults) <= 101


def bytes_read(folder: Path, unit: bytes, size: int) -> int:
    """How many bytes are read to index an archive of these units."""

    class Counting(io.FileIO):
        total = 0

        def readinto(self, buffer: Any) -> int:
            count = super().readinto(buffer)
            Counting.total += count
            return count

    file = folder / "a.warc"
    file.write_bytes(unit * (size // len(unit)))
    with io.BufferedReader(Counting(file)) as stream, io.BufferedReader(Counting(file)) as other:
        _Reader(file, (), other).read_part(stream, 0, file.stat().st_size)
    return Counting.total


@pytest.mark.parametrize("unit", OVERLAPPING.values(), ids=OVERLAPPING)
def test_what_is_read_of_a_hostile_archive_grows_as_the_archive_does(
    tmp_path: Path, unit: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("wirecrawl.storage.archive.warc._READ_LEAST", 0)
    small, large = (bytes_read(tmp_path, unit, size) for size in (100_000, 400_000))
    assert large < 6 * small
