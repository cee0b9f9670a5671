"""The archive that a crawl writes: other programs' readers accept it, and it says what it could not keep."""

import errno
import gzip
import json
import os
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from warcio.archiveiterator import ArchiveIterator

from tests.support.warcs import HEAD, body, opened, url
from wirecrawl.storage.archive.cdxj import index_of
from wirecrawl.storage.archive.repair import complete
from wirecrawl.storage.archive.warc_records import Exchange
from wirecrawl.storage.archive.writer import Archive, ArchiveFile
from wirecrawl.storage.ledger.sqlite.ledger import SqliteLedger

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
ASKED = b"GET /x HTTP/1.1\r\nHost: www.china.org.cn\r\n\r\n"


def exchange(number: int, *, hours: int = 0, data: bytes | None = None, status: int = 200) -> Exchange:
    """Story `number` as a server sends it, some hours after noon."""
    return Exchange(
        url=url(number),
        moment=NOON + timedelta(hours=hours),
        asked=ASKED,
        head=HEAD.replace(b"200 OK", b"%d Told" % status),
        body=body(number) if data is None else data,
        status=status,
        mime="text/html",
        address="192.0.2.7",
    )


def archive(folder: Path, name: str = "xinhua-1", captures: Any = None, **more: Any) -> Archive:
    limits = {"file_bytes": 10**9, "most_bytes": 0, **more}
    ledger = SqliteLedger("")
    stores: dict[str, Any] = {"captures": captures or ledger.captures, "files": ledger.archive_files}
    return Archive(folder, name, {"software": "wirecrawl"}, **limits, **stores)


def written(folder: Path) -> list[dict[str, str]]:
    """WARC headers of every record, by another program's reader, which checks the digests."""
    found = []
    for file in sorted(folder.glob("*.warc.gz")):
        with file.open("rb") as stream:
            for record in ArchiveIterator(stream, check_digests="raise"):
                record.content_stream().read()
                found.append(dict(record.rec_headers.headers))
    return found


def warcio(*arguments: str | Path) -> str:
    """Another program's own checker; it prints what is wrong, and ends with 1 then."""
    command = [sys.executable, "-c", "from warcio.cli import main; main()", *map(str, arguments)]
    ended = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    return f"{ended.returncode}{ended.stdout}{ended.stderr}"


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """An archive of two stories, a repeat of one of them, a 304 and a 404."""
    with closing(archive(tmp_path)) as open_one:
        for one in (exchange(0), exchange(1), exchange(0, hours=1), exchange(0, hours=2, data=b"", status=304)):
            open_one.add(one)
        open_one.add(exchange(2, data=b"<p>Not found</p>", status=404))
    return tmp_path


def test_another_programs_checker_finds_nothing_wrong(kept: Path) -> None:
    assert warcio("check", *kept.glob("*.warc.gz")) == "0"


def test_each_answer_is_a_response_or_a_revisit_with_its_request(kept: Path) -> None:
    records = written(kept)
    assert [record["WARC-Type"] for record in records] == [
        "warcinfo",
        *("response", "request") * 2,
        *("revisit", "request") * 2,
        *("response", "request"),
    ]
    answers, requests = records[1::2], records[2::2]
    assert [one["WARC-Concurrent-To"] for one in requests] == [one["WARC-Record-ID"] for one in answers]
    assert {one["WARC-IP-Address"] for one in answers} == {"192.0.2.7"}
    assert {one["WARC-Warcinfo-ID"] for one in records[1:]} == {records[0]["WARC-Record-ID"]}


def test_a_revisit_refers_to_the_capture_before(kept: Path) -> None:
    first, _, again, unmodified, _ = written(kept)[1::2]
    assert [one["WARC-Profile"].rpartition("/")[2] for one in (again, unmodified)] == [
        "identical-payload-digest",
        "server-not-modified",
    ]
    for one in (again, unmodified):
        assert one["WARC-Refers-To"] == first["WARC-Record-ID"]
        assert (one["WARC-Refers-To-Target-URI"], one["WARC-Refers-To-Date"]) == (url(0), first["WARC-Date"])
        assert one["WARC-Payload-Digest"] == first["WARC-Payload-Digest"]


def test_the_index_finds_every_capture(kept: Path) -> None:
    (file,) = kept.glob("*.warc.gz")
    lines = index_of(file).read_text().splitlines()
    assert lines == sorted(lines)
    entries = [json.loads(line.split(" ", 2)[2]) for line in lines]
    data = file.read_bytes()
    for entry in entries:
        start, length = int(entry["offset"]), int(entry["length"])
        record = gzip.decompress(data[start : start + length])
        assert f"WARC-Target-URI: {entry['url']}\r\n".encode() in record
        assert entry["digest"].encode() in record
    assert [entry["mime"] for entry in entries].count("warc/revisit") == 2
    assert lines[0].startswith("cn,org,china)/world/2026-11/20/content_118900000.htm 20261120120000 {")


@pytest.mark.parametrize("status", [200, 203])
def test_add_names_the_record_that_has_the_body(tmp_path: Path, status: int) -> None:
    with closing(archive(tmp_path)) as open_one:
        first, again = open_one.add(exchange(0, status=status)), open_one.add(exchange(0, hours=1))
        assert open_one.add(exchange(0, data=b"", status=304)) is None
    assert first == again == opened(tmp_path).page(url(0)).record


def test_a_page_of_an_earlier_run_is_revisited_while_its_file_is_there(tmp_path: Path) -> None:
    with closing(archive(tmp_path)) as first:
        first.add(exchange(0))
    for name, kind in (("xinhua-2", "revisit"), ("xinhua-3", "response")):
        with closing(archive(tmp_path, name, first.captures)) as later:
            later.add(exchange(0, hours=1))
        assert written(tmp_path)[-2]["WARC-Type"] == kind
        (tmp_path / "xinhua-1-00000.warc.gz").unlink(missing_ok=True)


def test_a_file_that_is_large_enough_is_followed_by_another(tmp_path: Path) -> None:
    with closing(archive(tmp_path, file_bytes=3000)) as open_one:
        for number in range(6):
            open_one.add(exchange(number))
    files = sorted(tmp_path.glob("*.warc.gz"))
    assert len(files) > 1
    assert all(index_of(file).exists() for file in files)
    assert {page.url for page in opened(tmp_path).pages()} == {url(number) for number in range(6)}


def test_beyond_its_size_nothing_is_kept_and_that_is_said(tmp_path: Path) -> None:
    (tmp_path / "old.warc.gz").write_bytes(bytes(2**20))
    with closing(archive(tmp_path, most_bytes=2**20)) as open_one:
        assert [open_one.add(exchange(number)) for number in range(3)] == [None] * 3
    assert (open_one.left_out, "WIRECRAWL_ARCHIVE_MB" in str(open_one.trouble)) == (3, True)


def test_a_disk_that_fills_up_leaves_whole_records_and_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Full:
        """A file on a disk with room for one more block."""

        def __init__(self, stream: Any) -> None:
            self.stream, self.left = stream, 100

        def write(self, data: bytes) -> int:
            if not self.left:
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            count, self.left = self.stream.write(data[: self.left]), 0
            return int(count)

        def __getattr__(self, name: str) -> Any:
            return getattr(self.stream, name)

    with closing(archive(tmp_path)) as open_one:
        open_one.add(exchange(0))
        assert open_one._file
        open_one._file.stream = Full(open_one._file.stream)  # type: ignore[assignment]
        assert [open_one.add(exchange(number)) for number in (1, 2)] == [None, None]
    assert ("No space left" in str(open_one.trouble), open_one.left_out) == (True, 2)
    assert [one["WARC-Type"] for one in written(tmp_path)] == ["warcinfo", "response", "request"]


def cut_off(folder: Path, cut: int) -> Path:
    """An archive file that a kill left: no index, and without its last bytes."""
    with closing(archive(folder)) as open_one:
        for number in range(3):
            open_one.add(exchange(number))
    (file,) = folder.glob("*.warc.gz")
    index_of(file).unlink()
    os.truncate(file, file.stat().st_size - cut)
    return file


@pytest.mark.parametrize("cut", [0, 1, 200])
def test_what_a_kill_left_is_made_whole(tmp_path: Path, cut: int) -> None:
    file = cut_off(tmp_path, cut)
    done = complete(file)
    assert (done.captures, done.cut > 0, index_of(file).exists()) == (3, cut > 0, True)
    assert warcio("check", file) == "0"
    assert {one.url: one.offset for one in done.captured} == {
        page.url: int(page.record.partition("#")[2]) for page in opened(tmp_path).pages()
    }


def test_a_file_without_a_whole_record_goes(tmp_path: Path) -> None:
    file = cut_off(tmp_path, 0)
    os.truncate(file, 20)
    assert (complete(file).captures, file.exists()) == (0, False)


def test_damage_in_the_middle_is_left_as_it_is(tmp_path: Path) -> None:
    file = cut_off(tmp_path, 0)
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= 0xFF
    file.write_bytes(data)
    assert (complete(file).cut, file.read_bytes()) == (0, bytes(data))


def listed(open_one: Archive, *, whole: bool) -> list[str]:
    return open_one.files.listed(open_one.folder.name, whole=whole)


def test_the_ledger_lists_a_file_before_its_first_byte(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def create(*_: Any) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    open_one = archive(tmp_path)
    with monkeypatch.context() as patched:
        patched.setattr(ArchiveFile, "create", create)
        assert open_one.add(exchange(0)) is None
    open_one.trouble = None
    assert listed(open_one, whole=False) == ["xinhua-1-00000.warc.gz"]
    with closing(open_one):
        open_one.add(exchange(0))
        assert listed(open_one, whole=False) == ["xinhua-1-00000.warc.gz"]
    assert (listed(open_one, whole=False), listed(open_one, whole=True)) == ([], ["xinhua-1-00000.warc.gz"])


def test_a_file_that_is_being_written_is_not_completed(tmp_path: Path) -> None:
    with closing(archive(tmp_path)) as open_one:
        open_one.add(exchange(0))
        assert open_one._file
        before = open_one._file.path.read_bytes()
        with pytest.raises(BlockingIOError):
            complete(open_one._file.path)
        assert open_one._file.path.read_bytes() == before


@pytest.mark.parametrize("is_link", [False, True])
def test_a_file_that_is_there_is_never_written_over(tmp_path: Path, is_link: bool) -> None:
    kept, name = tmp_path / "kept", tmp_path / "xinhua-1-00000.warc.gz"
    kept.write_bytes(b"kept")
    name.symlink_to(kept) if is_link else kept.rename(name)
    with closing(archive(tmp_path)) as open_one:
        assert open_one.add(replace(exchange(0))) is None
    assert name.read_bytes() == b"kept"
    assert "File exists" in str(open_one.trouble)
    assert listed(open_one, whole=False) == []


def test_a_link_to_nowhere_beside_it_costs_the_archive_nothing(tmp_path: Path) -> None:
    (tmp_path / "gone.warc.gz").symlink_to(tmp_path / "nothing")
    with closing(archive(tmp_path)) as open_one:
        assert open_one.add(exchange(0))
    assert open_one.trouble is None
