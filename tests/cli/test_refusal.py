"""Errors end every command in the same way: one line on standard error and the exit code of their class."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.fixtures import ROOT
from tests.support.process import scrapy
from wirecrawl.cli.refusal import exit_code_of
from wirecrawl.errors import (
    ArchiveError,
    BadArgument,
    LedgerError,
    NoSpace,
    NotSaved,
    PageError,
    RunningAlready,
    named_by_user,
)


def raising(error: Exception) -> Callable[[], int]:
    def work() -> int:
        raise error

    return work


@pytest.mark.parametrize(
    ("error", "code", "line"),
    [
        (BadArgument("-a limit=x: give a number"), 2, "wirecrawl: -a limit=x: give a number\n"),
        (RunningAlready("another run"), 5, "wirecrawl: another run\n"),
        (ArchiveError("a.warc.gz#0: cut"), 4, "wirecrawl: a.warc.gz#0: cut\n"),
        (LedgerError("ledger.sqlite: damaged"), 4, "wirecrawl: ledger.sqlite: damaged\n"),
        (NoSpace("data: 1 MB are free"), 4, "wirecrawl: data: 1 MB are free\n"),
        (PageError("\x1b[31mpage.html", "no story text"), 4, "wirecrawl: ?[31mpage.html: no story text\n"),
        (PermissionError(13, "Permission denied", "feeds"), 4, "wirecrawl: feeds: Permission denied\n"),
        (OSError(28, "No space left on device"), 4, "wirecrawl: data: No space left on device\n"),
        (BrokenPipeError(32, "Broken pipe"), 0, ""),
    ],
)
def test_an_error_is_one_line_and_the_exit_code_of_its_class(
    error: Exception,
    code: int,
    line: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(os, "dup2", lambda *_: None)
    monkeypatch.setattr(sys.stdout, "fileno", lambda: 1)
    assert exit_code_of(raising(error), "data") == code
    assert capsys.readouterr() == ("", line)


@pytest.mark.parametrize("error", [PageError("a", "empty"), ArchiveError("a"), NotSaved("a")])
def test_what_the_command_line_names_and_cannot_be_used_is_usage(error: Exception) -> None:
    with pytest.raises(BadArgument, match="a"), named_by_user():
        raise error


def test_an_error_that_nobody_expected_is_not_hidden() -> None:
    with pytest.raises(ZeroDivisionError):
        exit_code_of(raising(ZeroDivisionError()))


@pytest.mark.parametrize(
    "command", [("report",), ("explain", "xinhua:x"), ("prune",), ("drift", "xinhua"), ("crawl", "xinhua")]
)
def test_a_damaged_ledger_ends_every_command_with_4_and_one_line(tmp_path: Path, command: tuple[str, ...]) -> None:
    (tmp_path / "ledger.sqlite").write_bytes(b"no database" * 100)
    ended = scrapy(tmp_path, *command)
    assert (ended.code, ended.err.count("\n"), "ledger.sqlite" in ended.err) == (4, 1, True), ended.err


def test_a_reader_that_has_enough_ends_a_command_without_a_word() -> None:
    file = str(ROOT / "fixtures/xinhua/china-org-cn-plain/body.html")
    command = [sys.executable, "-m", "wirecrawl", "clean", *[file] * 3]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as child:
        assert child.stdout
        child.stdout.close()
        assert child.stderr
        assert (child.stderr.read(), child.wait()) == (b"", 0)
