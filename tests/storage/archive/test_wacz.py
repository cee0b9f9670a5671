"""Archives in a WACZ are read in place, and nothing that its list of files says is believed unseen."""

import io
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.warcs import body, opened, packed, page, saved, url
from wirecrawl.storage.archive.saved import ArchiveFault
from wirecrawl.storage.archive.wacz import parts_of

# Fields of an entry in a zip's list of files: how many bytes from its mark, and how they are packed.
VERSION, FLAGS, METHOD, PACKED, SIZE = (6, "<H"), (8, "<H"), (10, "<H"), (20, "<L"), (24, "<L")
NAME, EXTRA, COMMENT, OFFSET = (28, "<H"), (30, "<H"), (32, "<H"), (42, "<L")
# Fields at the end of a zip: how many files it lists, how long the list is, where it begins.
FILES, LIST, BEGIN = (10, "<H"), (12, "<L"), (16, "<L")
ENTRY, END = b"PK\x01\x02", b"PK\x05\x06"


def wacz(**files: bytes) -> bytes:
    """A WACZ of archives by their names, double low lines for dots."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as zipped:
        zipped.writestr("datapackage.json", "{}")
        for name, data in files.items():
            zipped.writestr(f"archive/{name.replace('__', '.')}", data)
    return made.getvalue()


TWO = wacz(a__warc__gz=packed([page(0)])[0], b__warc__gz=packed([page(1)])[0])


def changed(data: bytes, mark: bytes, which: int, place: tuple[int, str], value: int) -> bytes:
    """A WACZ with another value in a field of its `which`-th part with this mark."""
    at = -1
    for _ in range(which + 1):
        at = data.index(mark, at + 1)
    made = bytearray(data)
    struct.pack_into(place[1], made, at + place[0], value)
    return bytes(made)


def urls(folder: Path) -> set[str]:
    return {one.url for one in opened(folder).pages()}


def test_a_file_of_another_kind_is_one_part(tmp_path: Path) -> None:
    assert list(parts_of(tmp_path / "a.warc.gz", io.BytesIO(b"x" * 30))) == [(0, 30)]


def test_the_archives_of_a_wacz_are_its_parts_and_its_other_files_are_not(tmp_path: Path) -> None:
    data = wacz(a__warc__gz=b"packed", b__WARC=b"plain", notes__txt=b"words")
    found = list(parts_of(tmp_path / "a.wacz", io.BytesIO(data)))
    assert [data[one[0] : one[1]] for one in found if isinstance(one, tuple)] == [b"packed", b"plain"]
    assert len(found) == 2


def test_a_wacz_that_is_no_zip_is_named(tmp_path: Path) -> None:
    (fault,) = parts_of(tmp_path / "a.wacz", io.BytesIO(b"no zip"))
    assert isinstance(fault, ArchiveFault)
    assert "a.wacz: not readable as WACZ" in fault.why


@pytest.mark.parametrize("value", [1, 99, 0xFFFF, 0x7FFFFFFF, 0xFFFFFFFE, 0xFFFFFFFF])
@pytest.mark.parametrize("place", [VERSION, FLAGS, METHOD, PACKED, SIZE, NAME, EXTRA, COMMENT, OFFSET])
def test_a_lying_field_costs_its_entry_alone_or_the_wacz(tmp_path: Path, place: tuple[int, str], value: int) -> None:
    value &= 0xFFFF if place[1] == "<H" else 0xFFFFFFFF
    (tmp_path / "lying.wacz").write_bytes(changed(TWO, ENTRY, 2, place, value))
    (tmp_path / "good.warc.gz").write_bytes(packed([page(5)])[0])
    archive = opened(tmp_path)
    assert url(5) in {one.url for one in archive.pages()}
    assert {one.name for one in archive.faults} <= {"lying.wacz"}
    lists_nothing = place in (VERSION, NAME, EXTRA, COMMENT) or value in (0xFFFFFFFF, 0x7FFFFFFF, 0xFFFFFFFE)
    assert url(0) in urls(tmp_path) or lists_nothing


@pytest.mark.parametrize("value", [0, 1, 0xFFFE, 0x7FFFFFFF, 0xFFFFFFFE, 0xFFFFFFFF])
@pytest.mark.parametrize("place", [FILES, LIST, BEGIN])
def test_a_list_of_files_that_lies_costs_the_wacz_alone(tmp_path: Path, place: tuple[int, str], value: int) -> None:
    value &= 0xFFFF if place[1] == "<H" else 0xFFFFFFFF
    (tmp_path / "lying.wacz").write_bytes(changed(TWO, END, 0, place, value))
    (tmp_path / "good.warc.gz").write_bytes(packed([page(5)])[0])
    assert url(5) in urls(tmp_path)


@pytest.mark.parametrize(
    ("place", "value", "said"),
    [
        (FLAGS, 1, "encrypted"),
        (METHOD, 8, "compressed once more"),
        (SIZE, 99, "two sizes"),
        (OFFSET, 3, "not where it says"),
    ],
)
def test_what_is_wrong_with_an_entry_is_said_and_the_others_are_read(
    tmp_path: Path, place: tuple[int, str], value: int, said: str
) -> None:
    archive = saved(tmp_path, changed(TWO, ENTRY, 2, place, value), "a.wacz")
    assert [one.url for one in archive.pages()] == [url(0)]
    (fault,) = archive.faults
    assert "archive/b.warc.gz" in fault.why
    assert said in fault.why


def with_entry_again(data: bytes, which: int, times: int) -> bytes:
    """A WACZ of three files whose list names its `which`-th file so many times more."""
    begin, end = data.rindex(ENTRY), data.rindex(END)
    for _ in range(2):
        begin = data.rindex(ENTRY, 0, begin)
    first = begin
    for _ in range(which):
        first = data.index(ENTRY, first + 1)
    entry = data[first : data.index(ENTRY, first + 1)]
    made = bytearray(data[:end] + entry * times + data[end:])
    for (place, form), value in ((FILES, 3 + times), (LIST, end - begin + len(entry) * times)):
        struct.pack_into(form, made, end + len(entry) * times + place, value)
    return bytes(made)


def test_entries_that_name_the_same_bytes_are_read_once(tmp_path: Path) -> None:
    """Thousands of entries of one archive would cost thousands of times what it does."""
    archive = saved(tmp_path, with_entry_again(TWO, 1, 2_000), "a.wacz")
    assert sorted(one.url for one in archive.pages()) == [url(0), url(1)]
    assert len(archive.faults) == 101


def test_a_list_of_files_within_a_wacz_is_read_once(tmp_path: Path) -> None:
    """Thousands of entries of one WACZ would cost thousands of times what its list does, if it holds no archive."""
    data = wacz(inner__wacz=wacz(notes__txt=b"words"), b__warc__gz=packed([page(1)])[0])
    archive = saved(tmp_path, with_entry_again(data, 1, 2_000), "a.wacz")
    assert [one.url for one in archive.pages()] == [url(1)]
    assert len(archive.faults) == 101


def test_a_list_of_files_without_end_is_not_read(tmp_path: Path) -> None:
    begin = TWO.index(ENTRY)
    data = TWO[:begin] + bytes(2**23) + TWO[begin:]
    data = changed(data, END, 0, LIST, len(TWO) - begin + 2**23 - 22)
    archive = saved(tmp_path, data, "a.wacz")
    assert ["list of files is longer" in one.why for one in archive.faults] == [True]


@pytest.mark.parametrize("nested", [lambda data: wacz(inner__wacz=data), lambda data: data], ids=["inside", "alone"])
@pytest.mark.parametrize("bad_name", [b"\xff\xfe\xfd", b"a\0b", b"../../etc/passwd"])
def test_names_that_cannot_be_names_cost_no_other_file(
    tmp_path: Path, nested: Callable[[bytes], bytes], bad_name: bytes
) -> None:
    name = b"archive/b.warc.gz"
    data = TWO.replace(name, (bad_name + name)[: len(name)])
    (tmp_path / "bad.wacz").write_bytes(nested(data))
    (tmp_path / "good.warc.gz").write_bytes(packed([page(5)])[0])
    archive = opened(tmp_path)
    assert archive.page(url(5)).answer().body == body(5)
    assert url(0) in {one.url for one in archive.pages()}


def test_what_macos_keeps_beside_an_archive_is_none(tmp_path: Path) -> None:
    beside = b"\0\5\x16\7\0\2\0\0Mac OS X"
    (tmp_path / "a.wacz").write_bytes(wacz(a__warc__gz=packed([page(0)])[0], ___a__warc__gz=beside))
    (tmp_path / "._b.warc.gz").write_bytes(beside)
    archive = opened(tmp_path)
    assert ([one.url for one in archive.pages()], archive.faults) == ([url(0)], [])
