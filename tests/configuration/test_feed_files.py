"""What -o may write to: a file that is there is not spoiled, and is refused before anything is fetched."""

import csv
from pathlib import Path
from typing import Any

import pytest
from scrapy.utils.project import get_project_settings

from tests.support.fixtures import ROOT
from tests.support.process import replay, scrapy
from wirecrawl.configuration.feed_files import check_feed_files, check_shared_files
from wirecrawl.errors import BadArgument
from wirecrawl.items import Headline, Story
from wirecrawl.storage.feed.formats.csv_rows import columns

PLAIN = ROOT / "fixtures" / "xinhua" / "china-org-cn-plain"
HEAD = ",".join(columns(Story, Headline)).encode() + b"\r\n"


def settings(file: object, format: str, **options: Any) -> Any:
    made = get_project_settings()
    made.set("FEEDS", {str(file): {"format": format, **options}})
    return made


def feed(file: Path, text: bytes) -> Path:
    file.write_bytes(text)
    return file


@pytest.mark.parametrize(
    ("format", "text"), [("xml", b"<items/>"), ("json", b"[]"), ("csv", b"a,b\r\n"), ("csv", b"\xff")]
)
def test_a_file_that_would_be_spoiled_is_refused(tmp_path: Path, format: str, text: bytes) -> None:
    file = feed(tmp_path / "out", text)
    for uri in (file, file.as_uri()):
        with pytest.raises(BadArgument, match=r"out: exists, .*; use -O to replace it, or -o x\.jsonl"):
            check_feed_files(settings(uri, format))


@pytest.mark.parametrize(
    ("format", "text", "options"),
    [
        ("xml", b"<items/>", {"overwrite": True}),
        ("xml", b"", {}),
        ("jsonlines", b"{}\n", {}),
        ("csv", HEAD, {}),
        ("csv", b"id\r\n", {"fields": ["id"]}),
    ],
)
def test_a_file_that_can_be_written_is_taken(tmp_path: Path, format: str, text: bytes, options: dict[str, Any]) -> None:
    check_feed_files(settings(feed(tmp_path / "out", text), format, **options))


@pytest.mark.parametrize("uri", ["none.xml", "-", "/dev/null", "s3://bucket/out.xml", "stdout:", "%(name)s.xml"])
def test_what_is_no_file_here_is_taken(uri: str) -> None:
    check_feed_files(settings(uri, "xml"))


def test_several_runs_share_lines_alone() -> None:
    for format in ("xml", "json"):
        with pytest.raises(BadArgument, match=r"out: .* holds the lines of one run"):
            check_shared_files(settings("out", format, overwrite=True))
    check_shared_files(settings("%(name)s.xml", "xml"))
    check_shared_files(settings("out", "csv"))


def test_a_run_refuses_or_appends_whole_rows(tmp_path: Path) -> None:
    xml, table = tmp_path / "out.xml", tmp_path / "out.csv"
    made = replay(tmp_path, str(PLAIN), "-o", str(xml), "-o", str(table))
    assert made.code == 0
    before = xml.read_bytes()
    refused = replay(tmp_path, str(PLAIN), "-o", str(xml))
    assert (refused.code, refused.err.count("\n"), xml.read_bytes()) == (2, 1, before), refused.err
    assert replay(tmp_path, str(PLAIN), "-o", str(table)).code == 0
    with table.open(newline="", encoding="utf-8") as stream:
        ids = [row["id"] for row in csv.DictReader(stream, strict=True)]
    assert "id" not in ids
    assert len(ids) == 2 * len(set(ids)) > 2


def test_the_agencies_of_a_replay_share_no_xml(tmp_path: Path) -> None:
    folders = [str(ROOT / "fixtures" / name) for name in ("tass", "voa")]
    ended = scrapy(tmp_path / "data", "replay", "--all", *folders, "-O", str(tmp_path / "out.xml"))
    assert (ended.code, ended.err.count("\n")) == (2, 1), ended.err
    assert list(tmp_path.iterdir()) == []
