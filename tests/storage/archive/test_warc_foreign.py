"""Archives whose makers write in their own way: what can be read is read, and one record costs itself alone."""

import gzip
import io
import re
import tracemalloc
import zipfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from fastwarc.warc import WarcRecordType

from tests.support.warcs import HEAD, body, opened, packed, page, record, saved, url, zstd
from wirecrawl.errors import ArchiveError
from wirecrawl.storage.archive import SavedPages
from wirecrawl.storage.archive.digests import digest

Change = Callable[[bytes], bytes]


def read(archive: SavedPages) -> dict[str, bytes]:
    return {one.url: one.answer().body for one in archive.pages()}


def head_changed(change: Change) -> Change:
    """A change of a record's own fields alone."""

    def changed(one: bytes) -> bytes:
        head, end, block = one.partition(b"\r\n\r\n")
        return change(head) + end + block

    return changed


def lower_case(head: bytes) -> bytes:
    first, _, fields = head.partition(b"\r\n")
    return first + b"\r\n" + re.sub(rb"(?m)^[\w-]+(?=:)", lambda name: name[0].lower(), fields)


def single_feeds(one: bytes) -> bytes:
    head, _, block = one.partition(b"\r\n\r\n")
    return head.replace(b"\r\n", b"\n") + b"\n\n" + block


def kind(words: bytes) -> Change:
    return head_changed(lambda head: re.sub(rb"Content-Type: [^\r]+", b"Content-Type: " + words, head))


FORMS: list[tuple[str, Change]] = [
    ("no type", head_changed(lambda head: re.sub(rb"Content-Type: [^\r]+\r\n", b"", head))),
    ("another type", kind(b"text/html")),
    ("type in capitals", kind(b"Application/HTTP;msgtype=response")),
    ("type with spaces", kind(b" application/http ; msgtype = response ")),
    ("lower-case names", head_changed(lower_case)),
    ("lower-case length", head_changed(lambda head: head.replace(b"Content-Length", b"content-length"))),
    ("single line feeds", single_feeds),
    ("empty lines before it", lambda one: b"\r\n\r\n" + one),
    ("single line feeds before it", lambda one: b"\n\n\n" + one),
    ("a version to come", head_changed(lambda head: re.sub(rb"WARC/1\.\d", b"WARC/1.2", head))),
]


_WAIT = b"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: </a.css>; rel=preload\r\n\r\n"


@pytest.mark.parametrize("payload", ["", digest(body(0)), digest(_WAIT.partition(b"\r\n\r\n")[2] + HEAD + body(0))])
def test_an_answer_behind_those_that_ask_for_patience_is_the_answer(tmp_path: Path, payload: str) -> None:
    records = [record(url(0), _WAIT + HEAD + body(0), WARC_Payload_Digest=payload), page(1)]
    archive = saved(tmp_path, b"".join(packed(records)))
    assert [one.answer().status for one in archive.pages()] == [200, 200]
    assert (read(archive), archive.faults) == ({url(n): body(n) for n in range(2)}, [])


@pytest.mark.parametrize("place", [0, 1, 2])
@pytest.mark.parametrize(("form", "change"), FORMS, ids=[form for form, _ in FORMS])
def test_a_record_in_another_form_is_read_and_so_are_those_beside_it(
    tmp_path: Path, form: str, change: Change, place: int
) -> None:
    records = [change(page(number)) if number == place else page(number) for number in range(3)]
    for name, data in (("a.warc.gz", b"".join(packed(records))), ("a.warc.zst", zstd(records))):
        archive = saved(tmp_path, data, name)
        assert (read(archive), archive.faults) == ({url(n): body(n) for n in range(3)}, [])


@pytest.mark.parametrize(("form", "change"), FORMS, ids=[form for form, _ in FORMS])
def test_a_revisit_in_another_form_is_no_fault(tmp_path: Path, form: str, change: Change) -> None:
    again = change(record(url(0), b"", kind=WarcRecordType.revisit, date="2026-11-21T12:00:00Z"))
    archive = saved(tmp_path, b"".join(packed([page(0), again, page(1)])))
    assert (read(archive), archive.faults) == ({url(n): body(n) for n in range(2)}, [])


def test_a_file_that_was_saved_without_http_is_a_page(tmp_path: Path) -> None:
    saved_file = record(url(3), body(3), kind=WarcRecordType.resource, Content_Type="text/html; charset=gb2312")
    archive = saved(tmp_path, b"".join(packed([page(0), saved_file])))
    assert read(archive)[url(3)] == body(3)
    assert archive.page(url(3)).answer().content_type == "text/html; charset=gb2312"


def test_a_page_that_its_maker_cut_is_a_page_only_with_its_end(tmp_path: Path) -> None:
    whole = record(url(0), HEAD + b"<html><p>all of it</p></html>\n", WARC_Truncated="time")
    half = record(url(1), HEAD + b"<html><p>half of it", WARC_Truncated="length")
    archive = saved(tmp_path, b"".join(packed([whole, half])))
    assert b"all of it" in archive.page(url(0)).answer().body
    with pytest.raises(ArchiveError, match=r"a\.warc\.gz#\d+: cut by its maker \(WARC-Truncated: length\)"):
        archive.page(url(1)).answer()


def test_the_first_part_of_a_record_is_no_page(tmp_path: Path) -> None:
    part = record(url(0), HEAD + b"<html><p>half of it</p></html>", WARC_Segment_Number="1")
    with pytest.raises(ArchiveError, match=r"a\.warc\.gz#0: a part of a record \(WARC-Segment-Number\)"):
        saved(tmp_path, b"".join(packed([part, page(1)]))).page(url(0)).answer()


@pytest.mark.parametrize(
    ("header", "sent"),
    [
        (b"Content-Encoding: gzip", gzip.compress(b"<p>story</p>" * 500, mtime=0)[:-20]),
        (b"Transfer-Encoding: chunked", b"5\r\n<p>st\r\n4\r\nor"),
        (b"Content-Length: 5000", b"<p>story</p>"),
    ],
    ids=["gzip", "chunked", "length"],
)
def test_half_a_body_is_no_page(tmp_path: Path, header: bytes, sent: bytes) -> None:
    archive = saved(tmp_path, record(url(0), b"HTTP/1.1 200 OK\r\n" + header + b"\r\n\r\n" + sent), "a.warc")
    with pytest.raises(ArchiveError, match=r"a\.warc#0: cut"):
        archive.page(url(0)).answer()


def test_gzip_by_its_old_name_and_with_bytes_behind_it_is_read(tmp_path: Path) -> None:
    head = b"HTTP/1.1 200 OK\r\nContent-Encoding: x-gzip\r\n\r\n"
    archive = saved(tmp_path, record(url(0), head + gzip.compress(b"<p>story</p>") + b"behind"), "a.warc")
    assert archive.page(url(0)).answer().body == b"<p>story</p>"


def wacz(files: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as packed_files:
        for name, data in files.items():
            packed_files.writestr(name, data)
    return made.getvalue()


def test_a_wacz_inside_a_wacz_is_read(tmp_path: Path) -> None:
    first, second = (wacz({"archive/data.warc.gz": packed([page(n)])[0]}) for n in range(2))
    collection = wacz({"one.wacz": first, "two.wacz": second, "archive/own.warc.gz": packed([page(2)])[0]})
    archive = saved(tmp_path, collection, "all.wacz")
    assert (read(archive), archive.faults) == ({url(n): body(n) for n in range(3)}, [])


@pytest.mark.parametrize("position", range(0, 300, 7))
def test_a_damaged_wacz_costs_itself_alone(tmp_path: Path, position: int) -> None:
    data = bytearray(wacz({"archive/data.warc.gz": packed([page(0)])[0]}))
    data[-1 - position] ^= 0xFF
    (tmp_path / "bad.wacz").write_bytes(data)
    (tmp_path / "good.warc.gz").write_bytes(packed([page(1)])[0])
    assert url(1) in {one.url for one in opened(tmp_path / "bad.wacz", tmp_path / "good.warc.gz").pages()}


@pytest.mark.parametrize("location", [b"http://[::1/x", b"http://a.example:99999999/", b"\xff\xfe", b"//", b"http://"])
def test_a_redirect_to_what_is_no_address_costs_itself_alone(tmp_path: Path, location: bytes) -> None:
    moved = record(url(0), b"HTTP/1.1 301 Moved\r\nLocation: " + location + b"\r\n\r\n")
    archive = saved(tmp_path, b"".join(packed([moved, page(1)])))
    with pytest.raises(ArchiveError, match=r"china\.org\.cn"):
        archive.landing(archive.page(url(0)))
    assert archive.page(url(1)).answer().body == body(1)


def test_an_archive_to_which_a_link_leads_out_of_the_folder_is_named_and_not_read(tmp_path: Path) -> None:
    outside, top = tmp_path / "outside.warc.gz", tmp_path / "top"
    (top / "_deep").mkdir(parents=True)
    outside.write_bytes(packed([page(0)])[0])
    (top / "_deep/own.warc.gz").write_bytes(packed([page(1)])[0])
    (top / "a.warc.gz").symlink_to(outside)
    (top / "b.warc.gz").symlink_to(top / "_deep/own.warc.gz")
    (top / "c.warc.gz").symlink_to("c.warc.gz")
    archive = opened(top)
    assert read(archive) == {url(1): body(1)}
    assert [(one.name, "leads out of" in one.why) for one in archive.faults] == [("a.warc.gz", True)]
    assert url(0) in read(opened(top / "a.warc.gz"))  # what is named itself is read


LYING = ["", " ", "x", "-1", "9" * 30, "1e9", "\xff", "x" * 30_000, "0001-01-01T00:00:00Z", "9999-12-31T23:59:59-14:00"]
FIELDS = [
    *("Content-Length", "Content-Type", "WARC-Type", "WARC-Date", "WARC-Target-URI", "WARC-Record-ID", "WARC-Profile"),
    *("WARC-Truncated", "WARC-Block-Digest", "WARC-Payload-Digest", "WARC-Refers-To-Target-URI"),
]


@pytest.mark.parametrize("field", FIELDS)
@pytest.mark.parametrize("value", LYING, ids=range(len(LYING)))
@pytest.mark.parametrize("pack", [True, False], ids=["packed", "plain"])
def test_whatever_a_record_says_of_itself_costs_it_alone(tmp_path: Path, field: str, value: str, pack: bool) -> None:
    head, end, block = page(0).partition(b"\r\n\r\n")
    kept = [line for line in head.split(b"\r\n") if not line.lower().startswith(field.lower().encode() + b":")]
    hostile = b"\r\n".join([*kept, f"{field}: {value}".encode("latin-1")]) + end + block
    records = [page(1), hostile, page(2)]
    archive = saved(tmp_path, b"".join(packed(records) if pack else records), "a.warc.gz" if pack else "a.warc")
    found: dict[str, bytes] = {}
    for one in archive.pages():
        with suppress(ArchiveError):
            found[one.url] = one.answer().body
    assert found[url(1)] == body(1)
    assert found[url(2)] == body(2)


NESTED = {
    "gzip twice": (b"Content-Encoding: gzip, gzip", 2),
    "in both headers": (b"Content-Encoding: gzip\r\nTransfer-Encoding: gzip", 2),
    "five times": (b"Content-Encoding: gzip, gzip, gzip\r\nTransfer-Encoding: gzip, gzip", 5),
}


@pytest.mark.parametrize(("headers", "times"), NESTED.values(), ids=NESTED)
def test_a_body_without_end_takes_no_memory_when_it_is_refused(tmp_path: Path, headers: bytes, times: int) -> None:
    bomb = bytes(2**26)
    for _ in range(times):
        bomb = gzip.compress(bomb)
    archive = saved(tmp_path, record(url(0), b"HTTP/1.1 200 OK\r\n" + headers + b"\r\n\r\n" + bomb), "a.warc")
    tracemalloc.start()
    try:
        with pytest.raises(ArchiveError, match="more than 10485760 bytes when unpacked"):
            archive.page(url(0)).answer()
        assert tracemalloc.get_traced_memory()[1] < 2**25
    finally:
        tracemalloc.stop()
