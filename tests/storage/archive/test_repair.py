"""Archives that were cut off or damaged: whole records stay and are indexed, a torn end goes."""

import json
from pathlib import Path

import pytest
from fastwarc.warc import WarcRecordType

from tests.support.warcs import HEAD, body, packed, page, record, url
from wirecrawl.storage.archive.cdxj import index_of
from wirecrawl.storage.archive.repair import complete


def written(folder: Path, *members: bytes) -> Path:
    file = folder / "xinhua-1.warc.gz"
    file.write_bytes(b"".join(members))
    return file


def indexed(file: Path) -> list[dict[str, str]]:
    return [json.loads(line.split(" ", 2)[2]) for line in index_of(file).read_text().splitlines()]


@pytest.mark.parametrize("torn", [b"", b"\x1f\x8b\x08", packed([page(2)])[0][:-20]])
def test_the_torn_end_goes_and_the_whole_records_are_indexed(tmp_path: Path, torn: bytes) -> None:
    whole = packed([page(0), page(1)])
    file = written(tmp_path, *whole, torn)
    done = complete(file)
    assert (done.captures, done.cut, file.read_bytes()) == (2, len(torn), b"".join(whole))
    assert [(line["url"], line["offset"], line["length"]) for line in indexed(file)] == [
        (url(0), "0", str(len(whole[0]))),
        (url(1), str(len(whole[0])), str(len(whole[1]))),
    ]
    assert [(one.url, one.file, one.offset) for one in done.captured] == [
        (url(0), file.name, 0),
        (url(1), file.name, len(whole[0])),
    ]


def test_records_behind_damage_are_indexed_where_they_are(tmp_path: Path) -> None:
    first, second, third = packed([page(0), page(1), page(2)])
    file = written(tmp_path, first, second[:40] + b"\x00" * (len(second) - 40), third)
    assert (complete(file).cut, [line["url"] for line in indexed(file)]) == (0, [url(0), url(2)])
    assert indexed(file)[1]["offset"] == str(len(first) + len(second))


def test_requests_are_not_indexed_and_error_pages_are_no_captures_for_revisits(tmp_path: Path) -> None:
    gone = record(url(3), HEAD.replace(b"200 OK", b"404 Not Found") + body(3))
    file = written(
        tmp_path, *packed([page(0), record(url(0), b"GET / HTTP/1.1\r\n\r\n", kind=WarcRecordType.request), gone])
    )
    done = complete(file)
    assert [(line["url"], line["status"]) for line in indexed(file)] == [(url(0), "200"), (url(3), "404")]
    assert [one.url for one in done.captured] == [url(0)]


def test_a_revisit_is_indexed_as_one_and_no_other_refers_to_it(tmp_path: Path) -> None:
    file = written(tmp_path, *packed([record(url(0), HEAD, kind=WarcRecordType.revisit)]))
    done = complete(file)
    assert [line["mime"] for line in indexed(file)] == ["warc/revisit"]
    assert (done.captures, done.captured) == (1, [])


def test_a_file_without_a_whole_record_is_deleted(tmp_path: Path) -> None:
    file = written(tmp_path, packed([page(0)])[0][:-1])
    assert complete(file).captures == 0
    assert not file.exists()
    assert not index_of(file).exists()


@pytest.mark.parametrize("kind", ["symbolic", "hard"])
def test_a_link_is_not_followed(tmp_path: Path, kind: str) -> None:
    outside, file = tmp_path / "outside", tmp_path / "xinhua-1.warc.gz"
    outside.write_bytes(b"\x1f\x8b\x08 theirs")
    file.symlink_to(outside) if kind == "symbolic" else file.hardlink_to(outside)
    with pytest.raises(OSError, match="is a link") as raised:
        complete(file)
    assert raised.value.filename == str(file)
    assert outside.read_bytes() == b"\x1f\x8b\x08 theirs"
    assert not index_of(file).exists()
