"""`python -m wirecrawl headline AGENCY` as a whole process: raw headlines in, JSON Lines out."""

import json
import subprocess
import sys

import pytest

from tests.support.fixtures import ROOT
from tests.support.process import Ended, clean_environment, python
from wirecrawl.news.wire import all_tables


def headline(agency: str, stdin: bytes = b"") -> Ended:
    return python("-m", "wirecrawl", "headline", agency, stdin=stdin)


def test_a_line_gives_the_headline_and_what_its_marks_say() -> None:
    ended = headline("reuters", b"RPT-UPDATE 2-FOREX-Dollar up on talks of a truce -source\n")
    assert (ended.code, ended.err) == (0, "")
    assert json.loads(ended.out) == {
        "raw": "RPT-UPDATE 2-FOREX-Dollar up on talks of a truce -source",
        "headline": "Dollar up on talks of a truce -source",
        "marks": {
            "urgency": None,
            "lead": 2,
            "writethru": False,
            "handling": "repeat",
            "labels": ["FOREX"],
            "genre": None,
        },
        "attribution": "source",
        "periodic": None,
    }
    assert list(json.loads(ended.out)) == ["raw", "headline", "marks", "attribution", "periodic"]


def test_empty_lines_are_skipped_and_every_other_line_is_kept() -> None:
    lines = "\n  \n\x1b[31m\n快讯：某地有雨\r\n\n Urgent: a\x1b[31mb\u2028c \nno newline at the end".encode() + b" \xff"
    ended = headline("xinhua", lines)
    assert (ended.code, ended.err) == (0, "")
    read = [json.loads(line) for line in ended.out.decode().split("\n")[:-1]]
    assert [line["headline"] for line in read] == ["某地有雨", "ab c", "no newline at the end \ufffd"]
    assert [line["raw"] for line in read[:2]] == ["快讯：某地有雨", " Urgent: a\x1b[31mb\u2028c "]
    assert b"\x1b" not in ended.out


def test_nothing_in_gives_nothing_out() -> None:
    ended = headline("ap")
    assert (ended.code, ended.out, ended.err) == (0, b"", "")


@pytest.mark.parametrize("agency", ["Reuters", "nonesuch", ""])
def test_an_unknown_agency_is_usage_with_the_list(agency: str) -> None:
    ended = headline(agency, b"Rain\n")
    assert (ended.code, ended.out) == (2, b"")
    assert ended.err.count("\n") == 1
    assert all(name in ended.err for name in all_tables())


def test_a_line_is_answered_before_the_next_is_written() -> None:
    command = (sys.executable, "-m", "wirecrawl", "headline", "yonhap")
    with subprocess.Popen(
        command, cwd=ROOT, env=clean_environment(), stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as child:
        assert child.stdin and child.stdout
        for number in (1, 2):
            child.stdin.write(b"(%dnd LD) Rain falls\n" % number)
            child.stdin.flush()
            assert json.loads(child.stdout.readline())["marks"]["lead"] == number
        child.stdin.close()
        assert child.wait() == 0


def test_a_reader_that_has_enough_is_no_error() -> None:
    command = f"yes 'Urgent: rain' | {sys.executable} -m wirecrawl headline xinhua | head -n 1"
    ended = subprocess.run(
        ["bash", "-c", f"{command}; exit ${{PIPESTATUS[1]}}"],
        cwd=ROOT,
        env=clean_environment(),
        capture_output=True,
        check=False,
    )
    assert (ended.returncode, ended.stderr) == (0, b"")
    assert json.loads(ended.stdout)["headline"] == "rain"
