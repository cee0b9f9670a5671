"""The files of a new agency: checked all together before the first is written, so that nothing is ever overwritten."""

import ast
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from wirecrawl.drafting import Draft
from wirecrawl.drafting.python_source import agency_source, check_name, spider_source
from wirecrawl.errors import BadArgument
from wirecrawl.news import agencies, wire
from wirecrawl.storage.archive.fixtures import fixture_files
from wirecrawl.utils.files import write_new
from wirecrawl.web.urls import host_of, under

_NAMES, _TABLES = Path("wirecrawl/news/agencies/__init__.py"), Path("wirecrawl/news/wire/__init__.py")


@dataclass(frozen=True, slots=True)
class Targets:
    """Where the files of an agency go, below the project's folder."""

    agency: Path
    spider: Path
    case: Path


def targets(home: Path, name: str, case: str) -> Targets:
    """Paths of a new agency. Raises BadArgument for a name that cannot be one or that is taken, naming by what."""
    check_name(name)
    found = Targets(
        home / "wirecrawl" / "news" / "agencies" / f"{name}.py",
        home / "wirecrawl" / "spiders" / f"{name}.py",
        home / "fixtures" / name / case,
    )
    if name in agencies.NAMES:
        raise BadArgument(f"{name}: an agency already; add a layout to wirecrawl/news/agencies/{name}.py instead")
    for path in (found.agency, found.spider, found.case.parent):
        if path.exists():
            raise BadArgument(f"{path.relative_to(home)}: exists already; choose another name or move it away")
    return found


def check_host(url: str) -> None:
    """Raise BadArgument for an address whose pages a known agency reads: the new one would never be asked."""
    host = host_of(url)
    for name in agencies.NAMES:
        known = agencies.get(name)
        if any(under(host, place) for place in (*known.domains, *(h for x in known.layouts for h in x.hosts))):
            raise BadArgument(
                f"{host}: pages of {name} already; add a layout to wirecrawl/news/agencies/{name}.py instead"
            )


def write(home: Path, paths: Targets, draft: Draft, body: bytes, response: dict[str, Any]) -> list[Path]:
    """Write all files of a draft and enter its name; returns them in the order in which they are to be read.

    Raises BadArgument when the lists of names are not as they were, OSError when a file cannot be written; then
    nothing is left behind.
    """
    name = draft.agency.name
    edited = {home / file: text for file, text in _edits(home, name).items()}
    new = {
        paths.agency: agency_source(draft).encode(),
        paths.spider: spider_source(draft.agency).encode(),
        **fixture_files(paths.case, body, response, draft.story),
    }
    write_new(new)
    for file, text in edited.items():
        file.write_text(text, encoding="utf-8")
    return [*new, *edited]


def _edits(home: Path, name: str) -> dict[Path, str]:
    """The lists of agencies with a new one at their end; one that has a grammar already needs no entry for that."""
    edits = {_NAMES: _at_end((home / _NAMES).read_text("utf-8"), "NAMES = (", ")", f'"{name}",', _NAMES)}
    if name not in wire.TABLES:
        line = f'"{name}": replace(PLAIN, agency="{name}"),'
        edits[_TABLES] = _at_end((home / _TABLES).read_text("utf-8"), "_UNMARKED = {", "}", line, _TABLES)
    return edits


def _at_end(text: str, opening: str, closing: str, line: str, file: Path) -> str:
    """A module with one more line at the end of a list that begins with `opening` at the left margin."""
    head, found, rest = text.partition(f"\n{opening}\n")
    inside, end, tail = rest.partition(f"\n{closing}\n")
    if not found or not end:
        raise BadArgument(f"{file}: no {opening[:-2]}to enter the agency in; put it back as it was")
    new = f"{head}{found}{inside}\n    {line}\n{closing}\n{tail}"
    ast.parse(new)
    return new
