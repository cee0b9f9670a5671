"""Writes the files of a new agency. All paths are checked before the first is written, so no file is overwritten."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from wirecrawl.drafting import Draft
from wirecrawl.drafting.python_source import agency_source, check_name, spider_source
from wirecrawl.errors import BadArgument
from wirecrawl.news import agencies
from wirecrawl.storage.archive.fixtures import fixture_files
from wirecrawl.utils.files import write_new
from wirecrawl.web.urls import host_of, under


@dataclass(frozen=True, slots=True)
class Targets:
    """Where the files of an agency go, below the project's folder."""

    agency: Path
    spider: Path
    case: Path


def targets(home: Path, name: str, case: str) -> Targets:
    """Return the paths of a new agency. Raises BadArgument if the name is not allowed, or a file or agency has it."""
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
    """Raise BadArgument for an address on a site of a known agency, whose layouts would read the page."""
    host = host_of(url)
    for known in agencies.all_agencies():
        hosts = (*known.domains, *(place for layout in known.layouts for place in layout.hosts))
        if any(under(host, place) for place in hosts):
            raise BadArgument(
                f"{host}: pages of {known.name} already; "
                f"add a layout to wirecrawl/news/agencies/{known.name}.py instead"
            )


def write(paths: Targets, draft: Draft, body: bytes, response: dict[str, Any]) -> list[Path]:
    """Write all files of a draft; return them in the order in which a person should read them.

    `body` and `response` become the fixture's page and its response.json. Raises OSError when a file cannot be
    written; then no file is left behind.
    """
    files = {
        paths.agency: agency_source(draft).encode(),
        paths.spider: spider_source(draft.agency).encode(),
        **fixture_files(paths.case, body, response, draft.story),
    }
    write_new(files)
    return list(files)
