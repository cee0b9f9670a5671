"""Records found again by the name that a story's provenance has."""

import json
from pathlib import Path

import pytest

from tests.support.warcs import body, packed, page, url
from wirecrawl.errors import ArchiveError, NotSaved
from wirecrawl.storage.archive.lookup import ArchiveLookup


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A folder with an archive of two pages and a fixture."""
    records = packed([page(0), page(1)])
    (tmp_path / "archive").mkdir()
    (tmp_path / "archive/a.warc.gz").write_bytes(b"".join(records))
    case = tmp_path / "xinhua/rain"
    case.mkdir(parents=True)
    (case / "response.json").write_text(json.dumps({"url": url(5)}), encoding="utf-8")
    (case / "body.html").write_bytes(b"<p>Rain</p>")
    return tmp_path


def test_a_record_of_an_archive_is_found_by_file_and_offset(place: Path) -> None:
    offset = (place / "archive/a.warc.gz").read_bytes().rindex(b"\x1f\x8b\x08")
    found = ArchiveLookup((place,)).find(f"a.warc.gz#{offset}", url(1))
    assert (found.url, found.answer().body) == (url(1), body(1))


def test_an_archive_may_be_named_itself(place: Path) -> None:
    assert ArchiveLookup((place / "archive/a.warc.gz",)).find("a.warc.gz#0", url(0)).answer().body == body(0)


def test_a_fixture_is_found_by_its_folder(place: Path) -> None:
    assert ArchiveLookup((place,)).find("xinhua/rain", url(5)).answer().body == b"<p>Rain</p>"


@pytest.mark.parametrize(
    "record", [None, "", "b.warc.gz#0", "a.warc.gz#first", "a.warc.gz", "#0", "xinhua/snow", "archive/../xinhua/rain"]
)
def test_a_record_that_is_not_there_is_named(place: Path, record: str | None) -> None:
    with pytest.raises(NotSaved) as raised:
        ArchiveLookup((place,)).find(record, url(0))
    assert str(raised.value).startswith(f"{record or 'no record'}: not in {place}")


def test_of_two_archives_with_one_name_the_place_named_first_counts(place: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "a.warc.gz").write_bytes(packed([page(7)])[0])
    assert ArchiveLookup((other, place)).find("a.warc.gz#0", url(7)).answer().body == body(7)


def test_a_place_that_is_not_there_is_an_error_that_names_it(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match=r"nonesuch: no such file or folder"):
        ArchiveLookup((tmp_path / "nonesuch",)).find("a.warc.gz#0", url(0))


@pytest.mark.parametrize(
    "record",
    [
        "x" * 300,
        "x/" * 3_000,
        "a.warc.gz#" + "9" * 5_000,
        "a.warc.gz#-1",
        "\ud800",
        "a\0b",
        ".",
        "/",
        "~/x",
        "../x/rain",
    ],
)
def test_a_record_that_cannot_be_one_is_not_there(place: Path, record: str) -> None:
    with pytest.raises(NotSaved, match="not in") as raised:
        ArchiveLookup((place,)).find(record, url(0))
    assert len(str(raised.value)) < 500


def test_a_record_outside_of_its_place_is_not_there(place: Path, tmp_path: Path) -> None:
    (tmp_path / "small").mkdir()
    (tmp_path / "small/linked").symlink_to(place / "xinhua")
    for record in ("linked/rain", str(place / "xinhua/rain")):
        with pytest.raises(NotSaved, match="not in"):
            ArchiveLookup((tmp_path / "small",)).find(record, url(5))
