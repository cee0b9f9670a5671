"""WACZ: what its own checker, another reader of archives and wirecrawl itself say of it."""

import gzip
import io
import json
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from warcio.archiveiterator import ArchiveIterator

from tests.support.extras import needs
from tests.support.newsroom import open_newsroom
from tests.support.process import Ended, clean_environment, crawl, lines, scrapy
from tests.support.site import Site
from wirecrawl.storage.feed.formats.wacz_file import merged


@pytest.fixture(scope="module")
def crawled(tmp_path_factory: pytest.TempPathFactory) -> Ended:
    with Site() as site:
        open_newsroom(site)
        return crawl(site, tmp_path_factory.mktemp("crawled"))


@pytest.fixture(scope="module")
def wacz(crawled: Ended) -> Path:
    file = crawled.data / "wire.wacz"
    ended = scrapy(crawled.data, "export", "wacz", "-o", str(file), "--spider", "xinhua")
    assert (ended.code, ended.err, ended.out.decode()) == (0, "", f"{file}: {len(crawled.stories)} stories\n")
    return file


@needs("wacz")
def test_its_own_checker_finds_nothing_wrong(wacz: Path) -> None:
    ended = subprocess.run(
        [sys.executable, "-c", "from wacz.main import main; main()", "validate", "-f", str(wacz)],
        env=clean_environment(),
        capture_output=True,
        timeout=120,
        check=False,
    )
    assert (ended.returncode, "the passed WACZ is valid" in ended.stdout.decode()) == (0, True), ended.stdout.decode()


def test_its_pages_are_the_stories(wacz: Path, crawled: Ended) -> None:
    with zipfile.ZipFile(wacz) as packed:
        head, *pages = map(json.loads, packed.read("pages/pages.jsonl").splitlines())
    assert (head["format"], head["hasText"]) == ("json-pages-1.0", True)
    assert {page["title"]: page["text"] for page in pages} == {one["headline"]: one["text"] for one in crawled.stories}


def test_another_reader_finds_each_page_by_the_index(wacz: Path, crawled: Ended) -> None:
    with zipfile.ZipFile(wacz) as packed:
        names = {info.filename: info for info in packed.infolist()}
        pages = {page["url"]: page for page in map(json.loads, packed.read("pages/pages.jsonl").splitlines()[1:])}
        index = [line.split(b" ", 2) for line in _index(packed)]
        assert [key for key, *_ in index] == sorted(key for key, *_ in index)
        found = set()
        for _, time, value in index:
            place = json.loads(value)
            assert names[f"archive/{place['filename']}"].compress_type == zipfile.ZIP_STORED
            archive = packed.read(f"archive/{place['filename']}")
            part = archive[int(place["offset"]) : int(place["offset"]) + int(place["length"])]
            record = next(iter(ArchiveIterator(io.BytesIO(part))))
            assert record.rec_headers["WARC-Target-URI"] == place["url"]
            if place["url"] in pages and place["status"] == "200":
                moment = pages[place["url"]]["ts"]
                assert "".join(filter(str.isdigit, moment)) == time.decode()
                found.add(place["url"])
    assert found == set(pages) and len(pages) == len(crawled.stories)


def _index(packed: zipfile.ZipFile) -> list[bytes]:
    """The lines of the index, read block by block as its list says."""
    data, lines = packed.read("indexes/index.cdx.gz"), []
    meta, *blocks = packed.read("indexes/index.idx").splitlines()
    assert json.loads(meta.split(b" ", 2)[2])["filename"] == "index.cdx.gz"
    for block in blocks:
        place = json.loads(block.split(b" ", 2)[2])
        lines += gzip.decompress(data[place["offset"] : place["offset"] + place["length"]]).splitlines()
    return lines


def test_wirecrawl_makes_the_same_stories_of_it(wacz: Path, crawled: Ended, tmp_path: Path) -> None:
    ended = scrapy(tmp_path, "replay", "xinhua", str(wacz))
    again = lines(next(tmp_path.glob("feeds/xinhua/replay-stories.jsonl")))
    assert {one["id"]: one["text"] for one in again} == {one["id"]: one["text"] for one in crawled.stories}, ended.err


def test_an_archive_that_is_being_written_is_left_out(crawled: Ended, tmp_path: Path) -> None:
    shutil.copytree(crawled.data, tmp_path, dirs_exist_ok=True, ignore=shutil.ignore_patterns("*.cdxj", "*.wacz"))
    ended = scrapy(tmp_path, "export", "wacz", "-o", str(tmp_path / "out.wacz"))
    assert (ended.code, ended.err.count("\n")) == (2, 1)
    assert "no archive file with its index; crawl first" in ended.err
    assert len(ended.err) < len(str(tmp_path)) + 200  # one folder is named for all
    assert not list(tmp_path.glob("out*"))


def test_many_indexes_are_merged_in_order(tmp_path: Path) -> None:
    files = [tmp_path / f"{n}.cdxj" for n in range(450)]
    for n, file in enumerate(files):
        file.write_text(f"{n:04} a\n{n + 500:04} b\n")
    (tmp_path / "aside").mkdir()
    found = [int(line[:4]) for line in merged(files, tmp_path / "aside")]
    assert found == [*range(450), *range(500, 950)]
