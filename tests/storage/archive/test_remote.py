"""Archives in a bucket: listed, read in ranges, and read on when the server throttles."""

import gzip
import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.buckets import NEEDS_MOTO, Bucket, open_bucket, path_of, put_files
from tests.support.extras import needs
from tests.support.process import scrapy
from tests.support.recorded import archive
from tests.support.warcs import HEAD, record, url
from wirecrawl.errors import ArchiveError, BadArgument
from wirecrawl.storage.archive import open_sources, remote
from wirecrawl.storage.archive.remote import files_at

pytestmark = [needs("fsspec", "obstore"), NEEDS_MOTO]
_MB = 2**20


@pytest.fixture(scope="module")
def bucket() -> Iterator[Bucket]:
    with open_bucket() as opened, pytest.MonkeyPatch.context() as patch:
        for name, value in opened.environment.items():
            patch.setenv(name, value)
        yield opened


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    return archive(tmp_path_factory.mktemp("archive"))


def test_a_file_a_folder_and_a_pattern_are_listed_in_order(bucket: Bucket, files: list[Path]) -> None:
    a, b = put_files(bucket, files, "2026/11")
    bucket.put("2026/11/notes.txt", b"no archive")
    bucket.put("2026/11/deep/c.warc.gz", files[0].read_bytes())
    assert [str(file) for file in files_at(a)] == [a]
    assert [str(file) for file in files_at(path_of("2026/*/*.warc.gz"))] == [a, b]
    assert [str(file) for file in files_at(path_of("2026/11/[b-z].warc.gz"))] == [b]
    assert len(files_at(path_of("2026/"))) == 4
    assert [file.size for file in files_at(a)] == [files[0].stat().st_size]


@pytest.mark.parametrize("name", ["none.warc.gz", "none/", "none/*.warc.gz"])
def test_an_address_without_files_is_named(bucket: Bucket, name: str) -> None:
    with pytest.raises(ArchiveError, match=r"wire/none.*no such file"):
        files_at(path_of(name))
    with pytest.raises(ArchiveError, match="cannot be listed"):
        files_at("s3://no-such-bucket/a.warc.gz")


def test_pages_are_those_of_the_files_also_when_the_server_throttles(bucket: Bucket, files: list[Path]) -> None:
    addresses = put_files(bucket, files, "throttled")
    bucket.throttled = 3
    there, here = open_sources(tuple(addresses), ("xinhua",)), open_sources(tuple(map(str, files)), ("xinhua",))
    assert bucket.refused >= 3
    pages = [(page.url, page.record, page.fetched) for page in there.pages()]
    assert pages == [(page.url, page.record, page.fetched) for page in here.pages()] and len(pages) > 40
    assert [fault.name for fault in there.faults] == [fault.name for fault in here.faults]
    assert next(there.pages()).answer() == next(here.pages()).answer()


def test_a_plain_web_server_is_read_in_ranges_too(bucket: Bucket, files: list[Path]) -> None:
    put_files(bucket, files, "web")
    address = f"http://127.0.0.1:{bucket.port}/wire/web/a.warc.gz"
    bucket.ranges.clear()
    there, here = open_sources((address,), ("xinhua",)), open_sources((str(files[0]),), ("xinhua",))
    assert [page.record for page in there.pages()] == [page.record for page in here.pages()]
    assert next(there.pages()).answer() == next(here.pages()).answer()
    assert len(bucket.ranges) == 1
    with pytest.raises(ArchiveError, match="no such file"):
        files_at(address.replace("a.warc", "none.warc"))


def test_a_page_is_read_without_the_rest_of_its_file(bucket: Bucket) -> None:
    noise = random.Random(1).randbytes(9 * _MB)
    last = gzip.compress(record(url(2), HEAD + b"<p>at the end</p>"))
    bucket.put("large/a.warc.gz", gzip.compress(record("http://a.example/film", HEAD + noise), 1) + last)
    (page,) = open_sources((path_of("large/a.warc.gz"),), ("xinhua",)).pages()
    remote._block.cache_clear()
    bucket.ranges.clear()
    assert page.answer().body == b"<p>at the end</p>"
    (wanted,) = bucket.ranges
    first, end = map(int, wanted.removeprefix("bytes=").split("-"))
    assert end - first < 4 * _MB


def test_a_replay_of_addresses_writes_what_one_of_files_writes(
    bucket: Bucket, files: list[Path], tmp_path: Path
) -> None:
    addresses = put_files(bucket, files, "replayed")
    there = scrapy(tmp_path / "there", "replay", "xinhua", *addresses)
    here = scrapy(tmp_path / "here", "replay", "xinhua", *map(str, files))
    assert there.stories == here.stories and len(here.stories) > 40
    assert there.code == here.code


def test_without_the_extra_the_way_to_install_it_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remote, "find_spec", lambda _: None)
    remote._opened.cache_clear()
    with pytest.raises(BadArgument, match="make extras"):
        files_at("gs://a/b.warc.gz")


def test_a_file_address_is_a_path(files: list[Path]) -> None:
    pages = open_sources((f"file://{files[0]}",), ("xinhua",)).pages()
    assert [page.record for page in pages] == [p.record for p in open_sources((str(files[0]),), ("xinhua",)).pages()]
