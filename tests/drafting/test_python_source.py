"""The Python that a draft becomes: the same agency when it is read, and nothing left for formatter or linter."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.support.drafted_pages import HEAD, page, usual
from tests.support.fixtures import ROOT, cases, load
from wirecrawl.drafting import Draft, draft
from wirecrawl.drafting.python_source import agency_source, check_name, one_line, spider_source
from wirecrawl.errors import BadArgument
from wirecrawl.news.agencies import Source

HOSTILE = "\"\"\"\\ {x} '''\x1b[31m import os #" * 9
LONG = f"https://www.fjordpost.example/{'very-long-section/' * 12}2026/11/20/ferry-to-tinnholm-{'x' * 150}-52119.html"
DRAFTS = {
    "usual": draft(page(usual()), "https://www.fjordpost.example/news/ferry-52119", "fjordpost"),
    "long": draft(page(usual()), LONG, "f" * 20, source=Source(f"https://feeds.example/{'y' * 300}?a=b&c=d", "feed")),
    "hostile": draft(
        page(usual(before=f"<p class=byline>{HOSTILE}</p>"), HEAD.replace("Fjord Post", HOSTILE.replace("'", "")[:55])),
        'https://www.fjordpost.example/it\'s/"52119"',
        "fjordpost",
    ),
    "feed": draft(
        page(usual(), f"{HEAD}<link rel=alternate type=application/rss+xml href=\"/'),exec('1/0')#é\u202e\\\">"),
        "https://www.fjordpost.example/news/ferry-52119",
        "fjordpost",
    ),
    "poor": draft(
        page(f"<div class=mt-4>{usual()}</div>".replace("c-body", "css-1").replace("stamp", "")), LONG, "poor"
    ),
    **{
        case.name: draft((case / "body.html").read_bytes(), load(case, "response.json")["url"], "newwire")
        for case in cases("story.json")
        if case.parent.name in ("ansa", "upi", "kyodo", "tass", "yonhap")
    },
}


@pytest.mark.parametrize("made", DRAFTS.values(), ids=DRAFTS.keys())
def test_what_is_written_is_what_was_drafted(made: Draft) -> None:
    written: dict[str, Any] = {}
    exec(compile(agency_source(made), "drafted", "exec"), written)
    assert written["AGENCY"] == made.agency


def test_formatter_and_linter_have_nothing_to_say(tmp_path: Path) -> None:
    for number, made in enumerate(DRAFTS.values()):
        (tmp_path / f"a{number}.py").write_text(agency_source(made), encoding="utf-8")
        (tmp_path / f"s{number}.py").write_text(spider_source(made.agency), encoding="utf-8")
    for arguments in (["check"], ["format", "--diff"]):
        ended = subprocess.run(
            [sys.executable, "-m", "ruff", *arguments, "--config", str(ROOT / "pyproject.toml"), str(tmp_path)],
            capture_output=True,
            text=True,
            check=False,
        )
        assert ended.returncode == 0, ended.stdout


@pytest.mark.parametrize("name", ["", "a", "Polar", "polar-wire", "1st", "import", "../x", "polar wire", "p" * 21])
def test_a_name_that_cannot_be_a_module_is_refused(name: str) -> None:
    with pytest.raises(BadArgument, match="as in polarwire"):
        check_name(name)


def test_text_of_a_page_is_shown_without_what_a_terminal_obeys() -> None:
    assert one_line("Rain\x1b]0;x\x07\n  falls\u202e") == "Rain falls"
