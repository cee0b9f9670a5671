"""What `scrapy verify` and `scrapy drift` share: where records are looked for, and how a difference is printed."""

import argparse
from abc import abstractmethod
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from scrapy.utils.conf import closest_scrapy_cfg

from wirecrawl.audit.verify import LineCheck, LineTask
from wirecrawl.cli.own_help import OwnHelp
from wirecrawl.cli.refusal import exit_code_of
from wirecrawl.configuration.processes import open_readers
from wirecrawl.configuration.values import data_folder
from wirecrawl.errors import BadArgument
from wirecrawl.utils.progress import Progress

CHANGED, MISSING = 3, 4
_MANY = 100  # lines, of which several travel together; of fewer each is counted as soon as it is made


class CheckCommand(OwnHelp):
    """Makes lines of feeds again; a subclass says which."""

    requires_project = True

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Add --from and --jobs to what every command has."""
        super().add_options(parser)
        where = "archive, or folder of archives or fixtures, where records are; before data/archive and fixtures"
        parser.add_argument("--from", dest="places", action="append", default=[], metavar="SOURCE", help=where)
        parser.add_argument("--jobs", metavar="N", help="processes that make the lines; default: one a core for many")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Run the check; sets the exit code."""
        assert self.settings
        if opts.jobs is not None:
            self.settings.set("WIRECRAWL_JOBS", opts.jobs, priority="cmdline")
        self.exitcode = exit_code_of(lambda: self.check(args, opts))

    @abstractmethod
    def check(self, args: list[str], opts: argparse.Namespace) -> int:
        """Do the command's work; returns the exit code. Raises WirecrawlError."""

    @property
    def home(self) -> Path:
        """The project's folder, from wherever below it the command is given."""
        return Path(closest_scrapy_cfg()).parent

    def places(self, opts: argparse.Namespace) -> tuple[Path, ...]:
        """Where records are looked for. Raises BadArgument for a place that is not there."""
        assert self.settings
        asked = [Path(place) for place in opts.places]
        if missing := [place for place in asked if not place.exists()]:
            raise BadArgument(f"--from {missing[0]}: no such file or folder")
        own = (data_folder(self.settings).archive(), self.home / "fixtures")
        return (*asked, *(place for place in own if place.exists()))

    def verified(
        self, name: str, lines: Iterable[dict[str, Any]], count: int, places: tuple[Path, ...]
    ) -> Iterator[LineCheck]:
        """What comes of each of the `count` lines, in their order; a bar with this name says how far it is."""
        assert self.settings
        readers = open_readers(self.settings, count)
        with Progress(name, "lines verified", count) as progress:
            read = readers.run if count > _MANY else readers.run_one_by_one
            for found in read(LineTask(line, places) for line in lines):
                yield from found
                progress.add(len(found))


def describe(one: LineCheck) -> Iterator[str]:
    """Lines that say how a line of a feed differs, or what is wrong with its record."""
    yield f"{one.name} {one.url or ''}: {one.state}{f' ({one.why})' if one.why else ''}"
    if one.state == "changed" and one.record:
        yield f"  made from {one.record}"
    for change in one.changes:
        yield from (f"    {line}" for line in change.lines())
