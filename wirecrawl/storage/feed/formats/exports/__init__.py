"""The formats of `scrapy export`: each module of this folder is one, under its own name.

Such a module has the attributes of `ExportFormat`. A library that is an extra is imported when something is written.
"""

import pkgutil
from collections.abc import Iterable
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Protocol, cast

from wirecrawl.errors import BadArgument
from wirecrawl.items import Headline, Story

Line = Story | Headline
URI_PREFIX = "tag:wirecrawl.example,2026:"  # before an id, a tag URI of RFC 4151


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportOptions:
    """What the options of the command say. A format takes those that its OPTIONS name.

    `name` is that of the file or folder to be written. `archives` are the folders whose archive files a WACZ packs.
    """

    name: str = ""
    bom: bool = False
    profile: str = "3.1"
    uri_prefix: str = URI_PREFIX
    limit: int = 100
    formulas_as_text: bool = True
    archives: tuple[Path, ...] = ()


class ExportFormat(Protocol):
    """One format: what its module has.

    `CONTENT` is None for a format of one file. For a folder it is a pattern that the path of each file in it fits, so
    that `--force` never replaces a folder of something else. `BESIDE` are the endings of files that a format writes
    beside `target`, whose names are its name and the ending. `HEADLINES` says whether headline records have a place in
    it. `LIBRARIES` are extras that it needs.
    """

    CONTENT: str | None
    BESIDE: tuple[str, ...]
    HEADLINES: bool
    LIBRARIES: tuple[str, ...]
    OPTIONS: tuple[str, ...]

    def write(self, lines: Iterable[Line], target: Path, options: ExportOptions) -> None:
        """Write stories and headline records, one at a time, to a file that is not there yet or an empty folder.

        Raises OSError when it cannot be written, and BadArgument for an option that cannot be used.
        """


def names() -> list[str]:
    """Names of the formats.

    >>> "csv" in names()
    True
    """
    return sorted(module.name for module in pkgutil.iter_modules(__path__))


def open_format(name: str) -> ExportFormat:
    """A format by its name. Raises BadArgument for an unknown one, and for one whose libraries are not installed."""
    if name not in names():
        raise BadArgument(f"{name!r} is no format; there are: {', '.join(names())}")
    found = cast(ExportFormat, import_module(f"{__name__}.{name}"))
    if missing := [library for library in found.LIBRARIES if not find_spec(library)]:
        raise BadArgument(
            f"{name} needs {', '.join(missing)}; install it with `make extras` or `pip install 'wirecrawl[export]'`"
        )
    return found
