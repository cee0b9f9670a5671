"""Every snippet of docs/use-the-feed.md runs where its tool is installed, and finds what the feed holds."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.exported_feeds import write_feeds
from tests.support.extras import needs
from tests.support.markdown import Block, blocks, column, read
from tests.support.process import clean_environment, python, scrapy
from wirecrawl.storage.feed.formats import exports

PAGE = "docs/use-the-feed.md"
SNIPPETS = [block for block in blocks(PAGE) if block.info != "r"]  # R itself is in no registry of Python packages
# What each prints of the feeds of tests/support/exported_feeds.py, in the order of the page.
PRINTED = [
    r"4 2",
    r"2",
    r"\[\('2026-11', 'xinhua', 2\), \('2026-11', None, 1\)\]",
    r"4 Value\('timestamp\[us, tz=UTC\]'\)",
    r"xinhua:content_2\t2\txinhua:content_2@1",
    r"4 2",
    r"\[\(4, 2, 1\)\]",
    r"4 2",
    r"\(4, 1\)",
]
TOOLS = [block.info.split()[1] for block in SNIPPETS]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with feeds in data/ and the Parquet export of them in wire/."""
    folder = tmp_path_factory.mktemp("use")
    write_feeds(folder / "data")
    ended = scrapy(folder / "data", "export", "parquet", "-o", str(folder / "wire"))
    assert ended.code == 0, ended.err
    return folder


def run(block: Block, folder: Path) -> str:
    program = [sys.executable, "-c"] if block.info.startswith("python") else ["bash", "-c"]
    environment = clean_environment({"HF_HOME": str(folder / "hub"), "HF_HUB_OFFLINE": "1", "TZ": "UTC"})
    ended = subprocess.run(
        [*program, block.code], cwd=folder, env=environment, capture_output=True, text=True, timeout=120, check=False
    )
    assert ended.returncode == 0, ended.stderr
    return ended.stdout.strip()


def needed(tool: str) -> pytest.MarkDecorator:
    if tool == "jq" and not shutil.which("jq") and os.environ.get("WIRECRAWL_EXTRAS") != "required":
        return pytest.mark.skip(reason="needs jq")
    return needs("pyarrow") if tool in ("follow", "jq") else needs("pyarrow", tool)


@pytest.mark.parametrize(
    ("block", "printed"),
    [
        pytest.param(block, printed, id=block.info, marks=needed(tool))
        for block, printed, tool in zip(SNIPPETS, PRINTED, TOOLS, strict=True)
    ],
)
def test_a_snippet_finds_what_the_feed_holds(block: Block, printed: str, folder: Path) -> None:
    for _ in range(1 + (block.info == "python follow")):  # again: a file that was read does no harm
        assert re.fullmatch(printed, run(block, folder)), run(block, folder)


def test_every_format_and_option_is_documented() -> None:
    assert sorted(column(PAGE, "Export")) == exports.names()
    printed = python("-m", "scrapy", "export", "-h").out.decode().split("Global Options")[0]
    options = set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", printed)) - {"--help"}
    assert len(options) > 8
    assert {option for option in options if f"`{option}" not in read(PAGE)} == set()
