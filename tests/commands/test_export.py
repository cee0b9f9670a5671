"""`scrapy export` as a user types it: what it says, how it ends, and what it leaves alone."""

import csv
from pathlib import Path

import pytest

from tests.support.exported_feeds import STORIES, write_feeds
from tests.support.extras import needs
from tests.support.process import Ended, scrapy
from wirecrawl.storage.feed.formats import exports


def export(data: Path, *arguments: str | Path) -> Ended:
    return scrapy(data, "export", *map(str, arguments))


def ids(folder: Path) -> list[str]:
    with (folder / "stories.csv").open(encoding="utf-8", newline="") as stream:
        return [f"{row['id']}@{row['version']}" for row in csv.DictReader(stream)]


def test_all_feeds_are_exported_and_counted(tmp_path: Path) -> None:
    write_feeds(tmp_path)
    ended = export(tmp_path, "csv", "-o", tmp_path / "out")
    assert (ended.code, ended.err) == (0, "")
    assert ended.out.decode() == f"{tmp_path}/out: 4 stories, 1 headline\n"
    assert ids(tmp_path / "out") == [f"{story.id}@{story.version}" for story in STORIES]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["feeds", "out"]


def test_options_select(tmp_path: Path) -> None:
    feeds = write_feeds(tmp_path)
    chosen = ["--since", "2026-11-01", "--until", "2026-11-20", "--language", "en", "--spider", "xinhua", "--latest"]
    assert export(tmp_path, "csv", feeds, "-o", tmp_path / "out", *chosen).code == 0
    assert ids(tmp_path / "out") == ["xinhua:content_2@2"]
    assert export(tmp_path, "csv", feeds / "replay-stories.jsonl", "-o", tmp_path / "out", "--force").code == 0
    assert ids(tmp_path / "out") == ["xinhua:content_9@1"]


@needs("feedgen")
def test_atom_says_how_many_of_the_stories_it_took(tmp_path: Path) -> None:
    write_feeds(tmp_path)
    ended = [export(tmp_path, "atom", "-o", tmp_path / f"{most}.atom", "--limit", most) for most in ("2", "9")]
    assert [one.out.decode() for one in ended] == [
        f"{tmp_path}/2.atom: the newest 2 of 3 stories\n",
        f"{tmp_path}/9.atom: 3 stories\n",
    ]


def test_an_unreadable_line_is_named_and_the_rest_is_exported(tmp_path: Path) -> None:
    feeds = write_feeds(tmp_path)
    file = feeds / "2026-11-20T06-00-00.000000Z-stories.jsonl"
    file.write_bytes(b'{"id": "cut \x1b[31m' + b"\n" + file.read_bytes())
    ended = export(tmp_path, "csv", "-o", tmp_path / "out")
    assert ended.code == 3
    assert ended.err == f"wirecrawl: {file} line 1: no line of a feed; it is left out\n"
    assert ended.out.decode().endswith("4 stories, 1 headline; 1 line could not be read\n")
    assert len(ids(tmp_path / "out")) == len(STORIES)


REFUSED = {
    (): "name a format: ",
    ("docx", "-o", "out"): "'docx' is no format; there are: ",
    ("csv",): "name what is to be written, as in scrapy export csv -o OUT",
    ("csv", "none/*.jsonl", "-o", "out"): "none/*.jsonl: no feed; name feed files",
    ("csv", "-o", "none/out"): "none: no such folder",
    ("csv", "-o", "out", "--spider", "nonesuch"): "--spider nonesuch: unknown spider; there are: ",
    ("csv", "-o", "out", "--since", "soon"): "--since soon: give a day, a time or a span",
    ("csv", "-o", "out", "--limit", "5"): "--limit: csv has no such option",
    ("csv", "-o", "feeds"): "feeds: exists; name another -o, or replace it with --force",
    ("csv", "-o", "feeds", "--force"): "feeds: holds xinhua/2026-11-20T",
}


@pytest.mark.parametrize("arguments", REFUSED, ids=" ".join)
def test_wrong_input_is_one_line_and_exit_code_2(arguments: tuple[str, ...], tmp_path: Path) -> None:
    write_feeds(tmp_path)
    placed = [
        str(tmp_path / word) if word.partition("/")[0] in ("out", "none", "feeds") else word for word in arguments
    ]
    ended = export(tmp_path, *placed)
    assert (ended.code, ended.err.count("\n")) == (2, 1), ended.err
    assert REFUSED[arguments] in ended.err.replace(f"{tmp_path}/", "")
    assert [path.name for path in tmp_path.iterdir()] == ["feeds"]


def test_no_feed_at_all_is_said(tmp_path: Path) -> None:
    ended = export(tmp_path, "csv", "-o", tmp_path / "out")
    assert (ended.code, "no feed in it; run `scrapy crawl` first" in ended.err) == (2, True)


def test_a_target_that_cannot_be_written_is_exit_code_4(tmp_path: Path) -> None:
    write_feeds(tmp_path)
    ended = export(tmp_path, "csv", "-o", "/proc/out")
    assert (ended.code, ended.err.count("\n")) == (4, 1)


@needs("pyarrow", "feedgen")
def test_a_format_is_found_by_being_there_and_named_in_help(tmp_path: Path) -> None:
    printed = " ".join(export(tmp_path, "-h").out.decode().split())
    assert "Example: scrapy export parquet -o" in printed
    assert all(name in printed for name in exports.names())
    for name in exports.names():
        exported = exports.open_format(name)
        assert callable(exported.write)
        assert not exported.BESIDE or exported.CONTENT is None
