"""Archives of any maker: every page that is whole is read, everything else is named with file and offset."""

import base64
import gzip
import hashlib
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import brotli
import pytest
from fastwarc.warc import WarcRecordType

from tests.support.warcs import HEAD, body, opened, packed, page, record, saved, url, zstd
from wirecrawl.errors import ArchiveError
from wirecrawl.storage.archive import SavedPage, SavedPages

PAGES = [page(number) for number in range(5)]
MEMBERS = packed(PAGES)
WHOLE = b"".join(MEMBERS)
AT = [sum(map(len, MEMBERS[:n])) for n in range(6)]  # where each begins, and the end


def readable(archive: SavedPages) -> dict[str, bytes]:
    """Bodies by address, of the pages that can be read."""
    found = {}
    for one in archive.pages():
        try:
            found[one.url] = one.answer().body
        except ArchiveError:
            continue
    return found


def bodies(*numbers: int) -> dict[str, bytes]:
    return {url(number): body(number) for number in numbers}


def only(archive: SavedPages) -> SavedPage:
    (one,) = archive.pages()
    return one


@pytest.mark.parametrize(
    ("name", "data"),
    [("a.warc", b"".join(PAGES)), ("a.warc.gz", WHOLE), ("A.WARC.GZ", WHOLE), ("a.warc.zst", zstd(PAGES))],
)
def test_every_form_gives_the_same_pages(tmp_path: Path, name: str, data: bytes) -> None:
    archive = saved(tmp_path, data, name)
    assert (readable(archive), archive.faults, archive.others) == (bodies(0, 1, 2, 3, 4), [], 0)


def test_a_page_names_its_record_time_and_status(tmp_path: Path) -> None:
    archive = saved(tmp_path, WHOLE)
    second = archive.page(url(1))
    assert (second.record, second.fetched, second.status) == (
        f"a.warc.gz#{AT[1]}",
        "2026-11-20T12:00:00+00:00",
        200,
    )
    assert second.answer().content_type == "text/html; charset=utf-8"


@pytest.mark.parametrize(
    "padding", [gzip.compress(b"", mtime=0), gzip.compress(b"\r\n\r\n", mtime=0), bytes(1024), b"\r\n" * 9]
)
def test_an_empty_member_and_padding_are_no_fault(tmp_path: Path, padding: bytes) -> None:
    archive = saved(tmp_path, WHOLE + padding)
    assert (readable(archive), archive.faults) == (bodies(0, 1, 2, 3, 4), [])
    amid = saved(tmp_path, MEMBERS[0] + gzip.compress(b"") + b"".join(MEMBERS[1:]), "b.warc.gz")
    assert (readable(amid), amid.faults) == (bodies(0, 1, 2, 3, 4), [])


def test_zeros_before_a_record_are_named(tmp_path: Path) -> None:
    archive = saved(tmp_path, MEMBERS[0] + bytes(1024) + b"".join(MEMBERS[1:]))
    assert (readable(archive), [one.name for one in archive.faults]) == (bodies(0, 1, 2, 3, 4), [f"a.warc.gz#{AT[1]}"])


def wacz(folder: Path, compression: int = zipfile.ZIP_STORED) -> Path:
    with zipfile.ZipFile(folder / "a.wacz", "w", compression) as packed_file:
        packed_file.writestr("datapackage.json", "{}")
        packed_file.writestr("archive/one.warc.gz", b"".join(MEMBERS[:2]))
        packed_file.writestr("archive/two.warc.gz", b"".join(MEMBERS[2:]))
        packed_file.writestr("pages/pages.jsonl", "{}\n" * 100)
    return folder / "a.wacz"


def test_archives_in_a_wacz_are_read_in_place(tmp_path: Path) -> None:
    archive = opened(wacz(tmp_path))
    assert (readable(archive), archive.faults) == (bodies(0, 1, 2, 3, 4), [])


def test_a_wacz_that_is_compressed_once_more_says_what_to_do(tmp_path: Path) -> None:
    archive = opened(wacz(tmp_path, zipfile.ZIP_DEFLATED))
    assert {(fault.name, "unpack the WACZ" in fault.why) for fault in archive.faults} == {("a.wacz", True)}


def broken(at: int, junk: bytes) -> bytes:
    return WHOLE[:at] + junk + WHOLE[at + len(junk) :]


def lying(change: int) -> bytes:
    """The second record says that it is longer or shorter than it is."""
    length = len(HEAD + body(1))
    told = PAGES[1].replace(b"Content-Length: %d" % length, b"Content-Length: %d" % (length + change))
    return b"".join([MEMBERS[0], gzip.compress(told), *MEMBERS[2:]])


def bomb() -> bytes:
    """The second record unpacks to 300 MB of headers."""
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    head = PAGES[1].partition(b"\r\n\r\n")[0].replace(str(len(HEAD + body(1))).encode(), b"300000000")
    data = [packer.compress(head + b"\r\n\r\n"), *(packer.compress(bytes(10**6)) for _ in range(300)), packer.flush()]
    return b"".join([MEMBERS[0], *data, *MEMBERS[2:]])


@pytest.mark.parametrize(
    ("data", "whole", "fault"),
    [
        (WHOLE[: AT[3] + 400], (0, 1, 2), AT[3]),
        (WHOLE[: AT[3] + 5], (0, 1, 2), AT[3]),
        (broken(AT[2] + 600, b"\xff\0\xff"), (0, 1, 3, 4), AT[2]),
        (broken(AT[2], b"xyz"), (0, 1, 3, 4), AT[2]),
        (broken(AT[3] - 6, b"\0\0"), (0, 1, 3, 4), AT[2]),
        (WHOLE[: AT[2]] + b"not a record" + WHOLE[AT[2] :], (0, 1, 2, 3, 4), AT[2]),
        (bomb(), (0, 2, 3, 4), AT[1]),
        (b"", (), 0),
        (b"<html>no archive</html>", (), 0),
        (gzip.compress(b"<html>no archive</html>", mtime=0), (), 0),
    ],
    ids=[
        "cut within a record",
        "cut within its head",
        "noise in a body",
        "noise at a member's head",
        "noise in its checksum",
        "words between members",
        "bomb",
        "empty",
        "page",
        "packed page",
    ],
)
def test_what_is_damaged_is_named_and_the_rest_is_read(
    tmp_path: Path, data: bytes, whole: tuple[int, ...], fault: int
) -> None:
    archive = saved(tmp_path, data)
    assert [one.name for one in archive.faults] == [f"a.warc.gz#{fault}"]
    assert readable(archive) == bodies(*whole)


@pytest.mark.parametrize(
    ("data", "name", "whole"),
    [
        (lying(100), "a.warc.gz", (0, 2, 3, 4)),
        (lying(-100), "a.warc.gz", (0, 2, 3, 4)),
        (lying(10**9), "a.warc.gz", (0, 2, 3, 4)),
        (b"".join(PAGES)[:-900], "a.warc", (0, 1, 2, 3)),
        (zstd(PAGES)[:-100], "a.warc.zst", (0, 1, 2, 3)),
    ],
)
def test_a_record_that_is_not_as_long_as_it_says_is_no_page(
    tmp_path: Path, data: bytes, name: str, whole: tuple[int, ...]
) -> None:
    assert readable(saved(tmp_path, data, name)) == bodies(*whole)


def test_an_archive_packed_as_a_whole_says_what_to_do(tmp_path: Path) -> None:
    archive = saved(tmp_path, gzip.compress(b"".join(PAGES)))
    assert ["warcio recompress" in fault.why for fault in archive.faults] == [True]


FORMS = {"a.warc.gz": lambda records: b"".join(packed(records)), "a.warc.zst": zstd}


@pytest.mark.parametrize("name", FORMS)
@pytest.mark.parametrize("between", [b"", b"\0" * 2**20, b"\0\0", b"\r\n" * 1000, b"It rains.\n" * 1000])
@pytest.mark.parametrize("others", [[], [PAGES[2]]])
def test_a_record_behind_another_one_in_its_member_is_named_and_the_rest_is_read(
    tmp_path: Path, name: str, between: bytes, others: list[bytes]
) -> None:
    archive = saved(tmp_path, FORMS[name]([PAGES[0] + between + PAGES[1], *others]), name)
    assert [fault.name for fault in archive.faults] == [f"{name}#0"]
    assert ("warcio recompress" if name == "a.warc.gz" else "zstd -d") in archive.faults[0].why
    assert url(2) in readable(archive) if others else url(2) not in readable(archive)


@pytest.mark.parametrize("before", [0, 1])
@pytest.mark.parametrize("behind", [1, 2])
def test_records_in_one_zstandard_frame_cost_no_other_record(tmp_path: Path, before: int, behind: int) -> None:
    frames = [*PAGES[:before], b"".join(PAGES[before : before + 1 + behind]), *PAGES[before + 1 + behind :]]
    archive = saved(tmp_path, zstd(frames), "a.warc.zst")
    assert readable(archive) == bodies(*range(before + 1), *range(before + 1 + behind, len(PAGES)))
    assert ["of its frame" in fault.why for fault in archive.faults] == [True]


@pytest.mark.parametrize("name", FORMS)
def test_what_stands_behind_a_record_in_its_member_is_no_fault_if_it_is_no_record(tmp_path: Path, name: str) -> None:
    data = FORMS[name]([PAGES[0] + b"\0" * 1000, PAGES[1] + b"It rains. WARC/1.1 says so."])
    archive = saved(tmp_path, data, name)
    assert (readable(archive), archive.faults) == (bodies(0, 1), [])


@pytest.mark.parametrize(
    ("lie", "said"),
    [
        ({"WARC_Block_Digest": "sha1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"}, "not those of its digest"),
        ({"WARC_Payload_Digest": f"sha256:{'0' * 64}"}, "not that of its digest"),
    ],
)
def test_a_lying_digest_is_named_with_file_and_offset(tmp_path: Path, lie: dict[str, str], said: str) -> None:
    archive = saved(tmp_path, MEMBERS[0] + b"".join(packed([page(1, **lie)])))
    with pytest.raises(ArchiveError, match=rf"a\.warc\.gz#{AT[1]}: .*{said}"):
        archive.page(url(1)).answer()
    assert readable(archive) == bodies(0)


def test_a_digest_without_digits_proves_nothing(tmp_path: Path) -> None:
    told = {"WARC_Block_Digest": "-", "WARC_Payload_Digest": "sha1:-"}
    assert readable(saved(tmp_path, page(0, **told), "a.warc")) == bodies(0)


def test_a_revisit_may_write_the_digest_in_other_digits(tmp_path: Path) -> None:
    made = hashlib.sha1(body(0), usedforsecurity=False)
    first = page(0, WARC_Payload_Digest=f"sha1:{base64.b32encode(made.digest()).decode()}")
    other = record(
        url(1), HEAD, kind=WarcRecordType.revisit, date=LATER, WARC_Payload_Digest=f"SHA1:{made.hexdigest()}"
    )
    archive = saved(tmp_path, first + other, "a.warc")
    assert (readable(archive), archive.faults) == ({url(0): body(0), url(1): body(0)}, [])


@pytest.mark.parametrize("told", ["md5:no", "crc32:12", "nonsense", "sha1:" + "V" * 20])
def test_a_digest_of_an_unknown_kind_proves_nothing(tmp_path: Path, told: str) -> None:
    archive = saved(tmp_path, page(0, WARC_Block_Digest="", WARC_Payload_Digest=told), "a.warc")
    assert bool(readable(archive)) is not told.startswith(("sha1", "md5"))


HTML = b"<p>Rain</p>" * 200


def chunked(data: bytes) -> bytes:
    parts = [data[n : n + 90] for n in range(0, len(data), 90)]
    return b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in parts) + b"0\r\n\r\n"


@pytest.mark.parametrize("chunk", [chunked, bytes], ids=["chunked", "chunked no more"])
@pytest.mark.parametrize(
    ("coding", "pack"),
    [
        ("gzip", gzip.compress),
        ("gzip", bytes),
        ("br", brotli.compress),
        ("deflate", zlib.compress),
        ("identity", bytes),
    ],
)
def test_codings_that_the_headers_name_may_be_there_or_not(
    tmp_path: Path, coding: str, pack: Callable[[bytes], bytes], chunk: Callable[[bytes], bytes]
) -> None:
    head = f"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Encoding: {coding}\r\n\r\n".encode()
    archive = saved(tmp_path, record(url(0), head + chunk(pack(HTML))), "a.warc")
    assert readable(archive) == {url(0): HTML}


def test_deflate_without_its_header_as_some_servers_send_it(tmp_path: Path) -> None:
    packer = zlib.compressobj(wbits=-15)
    raw = packer.compress(HTML) + packer.flush()
    archive = saved(tmp_path, record(url(0), b"HTTP/1.1 200 OK\r\nContent-Encoding: deflate\r\n\r\n" + raw), "a.warc")
    assert readable(archive) == {url(0): HTML}


def test_a_page_that_unpacks_to_more_than_a_page_may_have_is_refused(tmp_path: Path) -> None:
    head = b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n"
    archive = saved(tmp_path, record(url(0), head + gzip.compress(bytes(50 * 2**20))), "a.warc")
    with pytest.raises(ArchiveError, match=r"a\.warc#0: more than 10485760 bytes"):
        only(archive).answer()


@pytest.mark.parametrize("first_line", [b"HTTP/1.1 404 Not Found", b"HTTP/2 404", b"HTTP/1.0 404 not here"])
def test_the_status_is_the_one_recorded(tmp_path: Path, first_line: bytes) -> None:
    archive = saved(tmp_path, record(url(0), first_line + b"\r\nLocation: /x\r\n\r\n"), "a.warc")
    assert (only(archive).status, only(archive).answer().status, only(archive).location) == (404, 404, "/x")


def test_a_record_without_a_status_is_named(tmp_path: Path) -> None:
    archive = saved(tmp_path, record(url(0), b"no HTTP at all\r\n\r\n"), "a.warc")
    assert [fault.name for fault in archive.faults] == ["a.warc#0"]


def test_only_stories_and_lists_of_the_agency_are_taken_and_the_rest_is_counted(tmp_path: Path) -> None:
    others = ["http://www.china.org.cn/images/1.jpg", "https://a.example/2026-11/20/content_118900001.htm", "dns:a"]
    records = [page(0), *(record(other, HEAD) for other in others), record("http://www.china.org.cn/", HEAD)]
    archive = saved(tmp_path, b"".join(records), "a.warc")
    assert [one.url for one in archive.pages()] == [url(0), "http://www.china.org.cn/"]
    assert archive.others == 3


def test_addresses_in_angle_brackets_and_records_without_a_time_are_pages(tmp_path: Path) -> None:
    archive = saved(tmp_path, page(0, WARC_Target_URI=f"<{url(0)}>", WARC_Date="once upon a time"), "a.warc")
    assert (only(archive).url, only(archive).fetched) == (url(0), None)


LATER = "2026-11-21T12:00:00Z"


@pytest.mark.parametrize(
    "told",
    [{"WARC_Payload_Digest": "sha256:1"}, {"WARC_Refers_To_Target_URI": url(0)}],
    ids=["by digest", "by address"],
)
def test_a_revisit_under_another_address_has_the_bytes_that_it_refers_to(tmp_path: Path, told: dict[str, str]) -> None:
    (tmp_path / "b.warc").write_bytes(record(url(1), HEAD, kind=WarcRecordType.revisit, date=LATER, **told))
    first = record(url(0), HEAD + body(0), WARC_Payload_Digest="sha256:1", WARC_Block_Digest="")
    (tmp_path / "a.warc").write_bytes(first.replace(b"sha256:1", b"unheard:1") if "WARC_Refers_To" in told else first)
    page_there = opened(tmp_path / "b.warc", tmp_path / "a.warc").page(url(1))
    assert (page_there.fetched, page_there.record) == ("2026-11-21T12:00:00+00:00", "a.warc#0")


@pytest.mark.parametrize("status", [b"304 Not Modified", b"200 OK"])
def test_a_page_that_was_as_before_brings_nothing_new(tmp_path: Path, status: bytes) -> None:
    kind = WarcRecordType.response if status.startswith(b"304") else WarcRecordType.revisit
    again = record(url(0), b"HTTP/1.1 " + status + b"\r\n\r\n", kind=kind, date=LATER)
    archive = saved(tmp_path, page(0) + again, "a.warc")
    assert ([one.record for one in archive.pages()], archive.faults) == (["a.warc#0"], [])


def test_a_revisit_of_a_page_that_is_not_here_is_named(tmp_path: Path) -> None:
    archive = saved(tmp_path, record(url(0), HEAD, kind=WarcRecordType.revisit), "a.warc")
    assert [(fault.name, url(0) in fault.why) for fault in archive.faults] == [("a.warc#0", True)]


def test_a_pattern_and_a_folder_name_the_same_files(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    for number, member in enumerate(MEMBERS):
        (tmp_path / "deep" / f"{number}.warc.gz").write_bytes(member)
    (tmp_path / "deep" / "notes.txt").write_text("no archive")
    assert readable(opened(tmp_path)) == readable(opened(tmp_path / "deep" / "*.warc.gz")) == bodies(0, 1, 2, 3, 4)


def test_revisits_of_pages_that_are_not_here_are_summed_up_behind_a_hundred(tmp_path: Path) -> None:
    lost = [record(f"{url(0)}?{n}", HEAD, kind=WarcRecordType.revisit, WARC_Payload_Digest="") for n in range(150)]
    archive = saved(tmp_path, b"".join([*lost, PAGES[1]]), "a.warc")
    assert ([one.url for one in archive.pages()], len(archive.faults)) == ([url(1)], 101)
    assert (archive.faults[-1].name, archive.faults[-1].why) == ("a.warc", "50 more faults of it are not named")
