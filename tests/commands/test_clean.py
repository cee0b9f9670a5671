"""`python -m wirecrawl clean` as a whole process: saved pages in, JSON Lines out, no crawl."""

import gzip
import json
import os
import pty
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.support.fixtures import ROOT, load
from tests.support.process import Ended, clean_environment, python

SAVED = ROOT / "fixtures" / "xinhua" / "china-org-cn-plain"
PAGE = SAVED / "body.html"
URL = load(SAVED, "response.json")["url"]
EXPECTED = load(SAVED, "story.json")
OTHER = ROOT / "fixtures" / "xinhua" / "news-cn-plain"
UNCRAWLED = ("first_seen", "fetched", "provenance")  # a crawl knows more about these


def clean(*arguments: str, stdin: bytes = b"") -> Ended:
    return python("-m", "wirecrawl", "clean", *arguments, stdin=stdin)


def cleaned(ended: Ended) -> list[dict[str, Any]]:
    return [json.loads(line) for line in ended.out.split(b"\n")[:-1]]


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    """The page as html, gzipped, and cut off in the middle of its gzip."""
    (tmp_path / "a.html").write_bytes(PAGE.read_bytes())
    (tmp_path / "b.html.gz").write_bytes(gzip.compress(PAGE.read_bytes()))
    (tmp_path / "cut.html.gz").write_bytes(gzip.compress(PAGE.read_bytes())[:-100])
    (tmp_path / "broken.html.gz").write_bytes(b"\x1f\x8b nothing of the kind")
    return tmp_path


def test_line_is_the_reviewed_story_with_its_file_first(saved: Path) -> None:
    ended = clean(str(saved / "a.html"), "--url", URL)
    assert (ended.code, ended.err) == (0, "")
    [line] = cleaned(ended)
    assert list(line) == ["file", *EXPECTED, "provenance"]
    assert line["file"] == "a.html"
    assert {name: line[name] for name in EXPECTED if name not in UNCRAWLED} == {
        name: value for name, value in EXPECTED.items() if name not in UNCRAWLED
    }


def test_text_is_printed_in_utf8_whatever_the_locale(tmp_path: Path) -> None:
    chinese = ROOT / "fixtures" / "xinhua" / "news-cn-chinese"
    ended = python(
        *("-m", "wirecrawl", "clean", str(chinese / "body.html"), "--url", load(chinese, "response.json")["url"]),
        environment={"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    )
    assert (ended.code, ended.err) == (0, "")
    assert load(chinese, "story.json")["headline"].encode() in ended.out


def test_gzipped_page_and_its_name_with_suffixes(saved: Path) -> None:
    lines = cleaned(clean(str(saved / "a.html"), str(saved / "b.html.gz"), "--url", URL))
    assert [line["file"] for line in lines] == ["a.html", "b.html.gz"]
    assert lines[0]["text"] == lines[1]["text"] == EXPECTED["text"]


@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_standard_input(pack: Any) -> None:
    [line] = cleaned(clean("-", "--url", URL, stdin=pack(PAGE.read_bytes())))
    assert (line["file"], line["id"], line["text"]) == ("-", EXPECTED["id"], EXPECTED["text"])


def test_addresses_from_a_map(saved: Path) -> None:
    entries = [{"file": "b.html.gz", "url": URL}, {"file": "a.html", "url": None}]
    (saved / "map.jsonl").write_text("\n".join(map(json.dumps, entries)) + "\n\n", encoding="utf-8")
    ended = clean(str(saved / "a.html"), str(saved / "b.html.gz"), "--urls", str(saved / "map.jsonl"))
    assert (ended.code, [line["url"] for line in cleaned(ended)]) == (0, [None, URL])


def test_address_from_the_canonical_link(tmp_path: Path) -> None:
    link = f'<link rel="canonical" href="{URL}"/></head>'.encode()
    (tmp_path / "a.html").write_bytes(PAGE.read_bytes().replace(b"</head>", link))
    [line] = cleaned(clean(str(tmp_path / "a.html")))
    assert (line["id"], line["url"], line["text"]) == (EXPECTED["id"], URL, EXPECTED["text"])


def test_page_without_any_address(saved: Path) -> None:
    ended = clean(str(saved / "a.html"))
    [line] = cleaned(ended)
    assert (ended.code, line["url"], line["site"], line["agency"]) == (0, None, None, "xinhua")
    assert (line["headline"], line["text"]) == (EXPECTED["headline"], EXPECTED["text"])


@pytest.mark.parametrize("bad", ["missing.html", "cut.html.gz", "broken.html.gz", ".", "empty.html"])
def test_unreadable_page_is_one_line_and_the_others_are_cleaned(saved: Path, bad: str) -> None:
    (saved / "empty.html").write_bytes(b"")
    ended = clean(str(saved / "a.html"), str(saved / bad), str(saved / "b.html.gz"))
    assert (ended.code, ended.err.count("\n")) == (1, 1), ended.err
    assert (saved / bad).name in ended.err
    assert [line["file"] for line in cleaned(ended)] == ["a.html", "b.html.gz"]


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (["--url", "ftp://example.com/a"], "ftp://example.com/a"),
        (["--url", "http://[broken/"], "--url"),
        (["--urls", "missing.jsonl"], "missing.jsonl"),
        (["--urls", str(PAGE)], "body.html"),
    ],
)
def test_bad_address_is_one_line_and_nothing_is_cleaned(arguments: list[str], named: str) -> None:
    ended = clean(str(PAGE), *arguments)
    assert (ended.code, ended.err.count("\n"), ended.out) == (2, 1, b""), ended.err
    assert named in ended.err


@pytest.mark.parametrize(
    "entry", ['{"file": "a.html", "url": "ftp://x"}', '{"file": "a.html", "url": 5}', '{"url": "http://x/"}', "[1]"]
)
def test_bad_line_of_a_map_is_named(saved: Path, entry: str) -> None:
    (saved / "map.jsonl").write_text(f'{{"file": "b.html.gz", "url": "{URL}"}}\n{entry}\n', encoding="utf-8")
    ended = clean(str(saved / "a.html"), "--urls", str(saved / "map.jsonl"))
    assert (ended.code, ended.err.count("\n"), ended.out) == (2, 1, b""), ended.err
    assert "map.jsonl line 2" in ended.err


def test_single_page_on_a_terminal_is_pretty_printed() -> None:
    shown = on_a_terminal(str(PAGE), "--url", URL)
    assert shown.startswith('{\n  "file": "body.html",\n')
    assert json.loads(shown)["id"] == EXPECTED["id"]


def test_several_pages_on_a_terminal_are_lines() -> None:
    shown = on_a_terminal(str(PAGE), str(OTHER / "body.html"))
    assert [json.loads(line)["headline"] for line in shown.splitlines()] == [
        EXPECTED["headline"],
        load(OTHER, "story.json")["headline"],
    ]


def on_a_terminal(*arguments: str) -> str:
    """What `clean` prints when its standard output is a terminal."""
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "wirecrawl", "clean", *arguments]
    with subprocess.Popen(command, cwd=ROOT, env=clean_environment(), stdout=theirs) as child:
        os.close(theirs)
        shown = b""
        while block := _read(ours):
            shown += block
        assert child.wait() == 0
    os.close(ours)
    return shown.decode().replace("\r\n", "\n")


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # EIO: the other end is closed and all is read
        return b""


def endless() -> bytes:
    """A page with a tag of so many attributes that the parser is kept busy for minutes."""
    return f"<html><body><p {' '.join(f'a{n}=1' for n in range(400_000))}>Rain.</p></body></html>".encode()


@pytest.mark.parametrize(
    ("hostile", "reason"),
    [
        (endless(), "stopped after 3 s"),
        (gzip.compress(bytes(300 * 2**20)), "when unpacked"),
        (b"<p>" + b"x" * (11 * 2**20), "when unpacked"),
    ],
)
def test_a_page_that_hurts_costs_its_own_story_only(saved: Path, hostile: bytes, reason: str) -> None:
    (saved / "hostile.html").write_bytes(hostile)
    files = [str(saved / name) for name in ("a.html", "hostile.html", "b.html.gz")]
    limited = "from wirecrawl import __main__; from wirecrawl.cli import clean_files; clean_files.SECONDS = 3"
    ended = python("-c", f"{limited}; raise SystemExit(__main__.main())", "clean", *files)
    assert (ended.code, ended.err.count("\n")) == (1, 1), ended.err
    assert "hostile.html: " in ended.err
    assert reason in ended.err
    assert [line["file"] for line in cleaned(ended)] == ["a.html", "b.html.gz"]
