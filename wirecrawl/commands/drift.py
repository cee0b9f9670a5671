"""`scrapy drift SPIDER`: today's code against the archive of the last days."""

import argparse
from collections.abc import Iterable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from wirecrawl.audit.drift import choose, fixture_name, lines_since, new_fixture, repeated, storyless, summary
from wirecrawl.audit.verify import LineCheck
from wirecrawl.cli.agency_spiders import agency_of
from wirecrawl.cli.check_command import CHANGED, CheckCommand, describe
from wirecrawl.configuration.assembly import open_ledger
from wirecrawl.configuration.processes import open_readers
from wirecrawl.configuration.values import data_folder
from wirecrawl.errors import BadArgument, named_by_user
from wirecrawl.news.agencies import Agency
from wirecrawl.run.arguments import read_since
from wirecrawl.run.reading.results import StoryResult
from wirecrawl.storage.archive.lookup import ArchiveLookup
from wirecrawl.utils.files import write_new
from wirecrawl.utils.terminal import printable

_DAYS = "7d"


class Command(CheckCommand):
    """Makes the lines of the last days again and sums up what would be different."""

    example = "drift xinhua --since 7d"

    def syntax(self) -> str:
        """How it is called."""
        return "[options] SPIDER"

    def short_desc(self) -> str:
        """One line for the list of commands."""
        return "Today's code against the archive of the last days; exit code 0 as it was, 2 usage, 3 something changed"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Add --since, --save and --page to what every check has."""
        super().add_options(parser)
        parser.add_argument("--since", default=_DAYS, help=f"how far back: a span or a day; default {_DAYS}")
        parser.add_argument("--save", metavar="CASE", help="make a page a fixture of that name, for review")
        parser.add_argument("--page", metavar="ID|URL", help="the page to save; default: the one that CASE names")

    def check(self, args: list[str], opts: argparse.Namespace) -> int:
        """Print the sums and every difference; with --save, write the files of the fixture."""
        spider, agency = self._spider(args)
        since = read_since(opts.since, agency, datetime.now(UTC), "--since ")
        places = self.places(opts)
        assert self.settings
        lines = list(lines_since(data_folder(self.settings).feeds(spider), since))
        found = list(self.verified(spider, lines, len(lines), places))
        gained = list(self._gained(spider, agency, since))
        if opts.save:
            self._save(spider, opts, [*found, *gained], ArchiveLookup(places))
            return 0
        self._print([*summary(spider, found, since), f"pages that gave no story and give one now: {len(gained)}"])
        self._print(repeated(lines))
        for one in (*(one for one in found if one.state != "identical"), *gained):
            self._print([f"case {fixture_name(one.name.rpartition('@')[0])}:", *describe(one)])
        return CHANGED if gained or any(one.state != "identical" for one in found) else 0

    def _spider(self, args: list[str]) -> tuple[str, Agency]:
        assert self.crawler_process
        known = self.crawler_process.spider_loader
        if len(args) != 1 or args[0] not in known.list():
            raise BadArgument(f"{' '.join(args) or 'no spider'}: name one spider; there are: {', '.join(known.list())}")
        return args[0], agency_of(known, args[0])

    def _gained(self, spider: str, agency: Agency, since: datetime) -> Any:
        """Pages that brought no story and bring one now."""
        assert self.settings
        archive = data_folder(self.settings).archive(spider)
        with closing(open_ledger(self.settings)) as ledger:
            tasks = list(storyless(archive, agency, ledger, since))
            read = open_readers(self.settings, len(tasks)).run_one_by_one(tasks)
            for task, (found,) in zip(tasks, read, strict=True):
                if isinstance(found, StoryResult) and found.entry:
                    page = task.captures[0].page
                    yield LineCheck(f"{found.entry.id}@1", page.record, "changed", page.url, (), "no story before")

    def _save(self, spider: str, opts: argparse.Namespace, found: list[LineCheck], records: ArchiveLookup) -> None:
        chosen = choose(found, opts.save, opts.page, records)
        with named_by_user():
            files = new_fixture(self.home / "fixtures" / spider, opts.save, chosen, records)
        write_new(files)
        self._print([*(f"wrote {file}" for file in files), _next_step(next(iter(files)).parent)])

    def _print(self, lines: Iterable[str]) -> None:
        for line in lines:
            print(printable(line))


def _next_step(folder: Path) -> str:
    return f'Read body.html, correct story.json, take "reviewed" out; until then this fails: pytest -k {folder.name}'
