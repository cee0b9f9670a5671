"""`scrapy ledger copy FROM TO`, `check` and `release`: ledgers as a whole."""

import argparse
from collections.abc import Iterator, Mapping
from contextlib import closing

from wirecrawl.cli.own_help import OwnHelp
from wirecrawl.cli.refusal import exit_code_of
from wirecrawl.configuration.assembly import open_ledger, open_named_ledger, release
from wirecrawl.errors import BadArgument
from wirecrawl.utils.terminal import counted, printable

_FAULTY = 4
_USAGE = "give `copy FROM TO`, `check [LEDGER]` or `release SPIDER`, as in scrapy ledger copy data/ledger.sqlite TO"


class Command(OwnHelp):
    """Copies a ledger to another database, checks one, or gives up what another machine began."""

    example = "ledger copy data/ledger.sqlite postgresql://wire@db.example/wire"

    requires_project = True

    def syntax(self) -> str:
        """How it is called."""
        return "copy FROM TO | check [LEDGER] | release SPIDER"

    def short_desc(self) -> str:
        """One line for the list of commands."""
        return "Copy or check the ledger; release a spider whose folder is lost"

    def long_desc(self) -> str:
        """What `--help` says first."""
        return (
            "FROM, TO and LEDGER are files or addresses, as data/ledger.sqlite or postgresql://USER@HOST/DATABASE. "
            "copy needs a TO that is empty. check counts the rows of a ledger, by default that of the settings, and "
            "ends with 4 if they do not fit together. release lets a spider run here whose last run was cut off while "
            "it wrote feeds in a folder that is lost."
        )

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Do what the first argument says; sets the exit code."""
        self.exitcode = exit_code_of(lambda: self._run(args))

    def _run(self, args: list[str]) -> int:
        match args:
            case ["copy", source, target]:
                return self._print(_copy(source, target))
            case ["check", *named] if len(named) <= 1:
                return self._check(named)
            case ["release", spider]:
                return self._release(spider)
        raise BadArgument(_USAGE)

    def _check(self, named: list[str]) -> int:
        assert self.settings
        with closing(open_named_ledger(named[0]) if named else open_ledger(self.settings)) as ledger:
            found = ledger.faults()
            self._print([*_table(ledger.count_rows()), *(f"wrong: {fault}" for fault in found)])
            self._print([f"{ledger.path}: {'not sound' if found else 'sound'}"])
        return _FAULTY if found else 0

    def _release(self, spider: str) -> int:
        assert self.settings
        assert self.crawler_process
        known = self.crawler_process.spider_loader.list()
        if spider not in known:
            raise BadArgument(f"unknown spider {spider!r}; there are: {', '.join(known)}")
        places = release(self.settings, spider)
        words = "its stories are written again by the next run"
        lines = [f"{spider}: released from {place}; {words}" for place in places]
        return self._print(lines or [f"{spider}: no run of it was cut off while it wrote feeds"])

    def _print(self, lines: list[str]) -> int:
        for line in lines:
            print(printable(line))
        return 0


def _copy(source: str, target: str) -> list[str]:
    with closing(open_named_ledger(source)) as old, closing(open_named_ledger(target, new=True)) as new:
        copied = old.copy_to(new)
        return [*_table(copied), f"copied {counted(sum(copied.values()), 'row')} from {old.path} to {new.path}"]


def _table(rows: Mapping[str, int]) -> Iterator[str]:
    width = max(map(len, rows))
    return (f"{table:{width}} {number:>10}" for table, number in rows.items())
