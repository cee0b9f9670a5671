"""What the documentation's Markdown holds: code blocks, tables, headings, links and command lines."""

import re
import shlex
from pathlib import Path
from typing import NamedTuple

from tests.support.fixtures import ROOT

FILES = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").glob("*.md"))]
_FENCE = re.compile(r"^```(?P<info>[^\n]*)\n(?P<code>.*?)^```$", re.MULTILINE | re.DOTALL)
_COMMAND = re.compile(
    r"(scrapy (?:crawl|replay|addagency|export)|python -m wirecrawl clean)\b((?: +(?!2?>)[^\s`|<>)]+)*)"
)


class Block(NamedTuple):
    """A fenced block; `file` is the first path that the paragraph before it names."""

    info: str
    code: str
    file: str


class Command(NamedTuple):
    """A command line as a reader would type it."""

    name: str
    arguments: list[str]


def read(name: str) -> str:
    """Text of a file of the project."""
    return (ROOT / name).read_text(encoding="utf-8")


def blocks(name: str) -> list[Block]:
    """Fenced blocks of a file, in order."""
    text = read(name)
    return [Block(m["info"].strip(), m["code"], _file_before(text[: m.start()])) for m in _FENCE.finditer(text)]


def _file_before(text: str) -> str:
    paragraph = text.rstrip().rsplit("\n\n", 1)[-1]
    return next((span for span in re.findall(r"`([^`\n]+)`", paragraph) if "/" in span), "")


def rows(name: str, heading: str) -> list[list[str]]:
    """Cells of the first table below a heading, its head left out."""
    section = re.split(r"^#", read(name).split(f"\n## {heading}\n", 1)[1], maxsplit=1, flags=re.MULTILINE)[0]
    lines = [line for line in section.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]


def column(name: str, heading: str, number: int = 0) -> list[str]:
    """One column of a table, without the marks of code."""
    return [row[number].strip("`") for row in rows(name, heading)]


def prose(text: str) -> str:
    """A text without its fenced blocks."""
    return _FENCE.sub("", text)


def anchors(file: Path) -> set[str]:
    """Names under which the headings of a file can be linked to."""
    headings = re.findall(r"^#+ (.+)$", prose(file.read_text(encoding="utf-8")), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def links(file: Path) -> list[str]:
    """Targets of all links of a file that lead to no other site."""
    text = re.sub(r"`[^`\n]*`", "", prose(file.read_text(encoding="utf-8")))
    targets = re.findall(r"\]\(([^)\s]+)\)", text)
    return [target for target in targets if not target.startswith("http")]


def commands() -> list[Command]:
    """Command lines of `scrapy crawl`, `replay`, `addagency`, `export` and `clean` that have arguments."""
    found = (match for file in FILES for match in _COMMAND.finditer(file.read_text(encoding="utf-8")))
    return [Command(match[1], shlex.split(match[2])) for match in found if match[2]]
