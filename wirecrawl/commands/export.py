"""`scrapy export FORMAT [FEED ...] -o OUT`: the feed in a form that other programs read."""

import argparse
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

from wirecrawl.cli.agency_spiders import agency_of
from wirecrawl.cli.own_help import OwnHelp
from wirecrawl.cli.refusal import complain, exit_code_of
from wirecrawl.configuration.values import data_folder, read_csv_formulas
from wirecrawl.errors import BadArgument
from wirecrawl.items import Story
from wirecrawl.run.arguments import read_span
from wirecrawl.storage.feed.formats.exports import URI_PREFIX, ExportOptions, Line, names, open_format
from wirecrawl.storage.feed.formats.whole_target import check_target, whole_target
from wirecrawl.storage.feed.selection import SelectedLines, Selection, count_lines, feed_files
from wirecrawl.utils.progress import Progress
from wirecrawl.utils.terminal import counted, printable

_INCOMPLETE = 3  # exit code when a line could not be read
_DEFAULTS = ExportOptions()
_LATEST_ALWAYS = ("atom",)  # a reader of news shows each entry once


class Command(OwnHelp):
    """Writes stories and headline records of feeds as Parquet, CSV, SQLite and in other formats."""

    example = "export parquet -o parquet --since 30d"

    requires_project = True

    def syntax(self) -> str:
        """How it is called."""
        return "FORMAT [FEED ...] -o OUT [options]"

    def short_desc(self) -> str:
        """One line for the list of commands."""
        return f"Export feeds as {', '.join(names())}"

    def long_desc(self) -> str:
        """What `--help` says, with an example."""
        return (
            f"Export feed files, folders and patterns, by default all of data/feeds. FORMAT is {', '.join(names())}. "
            "Example: scrapy export parquet -o wire --since 2026-11-01 --latest"
        )

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Add the options of all formats to what every command has."""
        super().add_options(parser)
        add = parser.add_argument
        add("-o", dest="out", metavar="OUT", type=Path, help="file or folder to write; it must not exist")
        add("--force", action="store_true", help="replace OUT if an export made it")
        add("--spider", action="append", default=[], metavar="NAME", help="only this spider's; may be repeated")
        add("--since", metavar="T", help="only what was published then or later: a day (UTC), a time or a span: 7d")
        add("--until", metavar="T", help="only what was published before; a day is included")
        add("--language", action="append", default=[], metavar="LANG", help="only what is in it, as en; repeatable")
        add("--latest", action="store_true", help="only the newest version of each story, nothing superseded")
        add("--bom", action="store_true", default=None, help="csv: begin with a byte-order mark, for spreadsheets")
        add("--profile", choices=("3.1", "1.6"), help="ninjs: its version; default 3.1, and 1.6 is for Superdesk")
        add("--uri-prefix", metavar="URI", help=f"ninjs, atom: what stands before each id; default {URI_PREFIX}")
        add("--limit", type=int, metavar="N", help=f"atom: how many stories; default {_DEFAULTS.limit}")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Export; exit code 2 usage, 3 when a line of a feed could not be read, 4 when OUT could not be written."""
        self.exitcode = exit_code_of(lambda: self._export(args, opts), str(opts.out))

    def _export(self, args: list[str], opts: argparse.Namespace) -> int:
        assert self.settings
        if not args:
            raise BadArgument(f"name a format: {', '.join(names())}")
        if opts.out is None:
            raise BadArgument(f"name what is to be written, as in scrapy export {args[0]} -o OUT")
        exported, options, target = open_format(args[0]), self._options(args[0], opts), opts.out.absolute()
        check_target(target, exported.CONTENT, exported.BESIDE, force=opts.force)
        selection = self._selection(opts)
        files = feed_files(args[1:], data_folder(self.settings).path / "feeds", self._spiders(opts))
        work = _Work(args[0], is_latest=opts.latest or args[0] in _LATEST_ALWAYS, headlines=exported.HEADLINES)
        with whole_target(target, exported.BESIDE, is_folder=exported.CONTENT is not None) as part:
            exported.write(work.lines(files, selection), part, options)
        print(printable(f"{opts.out}: {work.summary(options.limit if 'limit' in exported.OPTIONS else None)}"))
        return _INCOMPLETE if work.unreadable else 0

    def _options(self, name: str, opts: argparse.Namespace) -> ExportOptions:
        """The options of a format. Raises BadArgument for one that it does not have."""
        assert self.settings
        given = {key: getattr(opts, key) for key in ("bom", "profile", "uri_prefix", "limit")}
        given = {key: value for key, value in given.items() if value is not None}
        if foreign := sorted(given.keys() - {*open_format(name).OPTIONS}):
            raise BadArgument(f"--{foreign[0].replace('_', '-')}: {name} has no such option")
        if given.get("limit", 1) < 1:
            raise BadArgument(f"--limit {opts.limit}: give a number of stories, as in --limit 100")
        archive = data_folder(self.settings).archive
        archives = tuple(map(archive, self._spiders(opts) or self._known))
        return ExportOptions(
            **given, name=opts.out.name, formulas_as_text=read_csv_formulas(self.settings), archives=archives
        )

    def _selection(self, opts: argparse.Namespace) -> Selection:
        now = datetime.now(UTC)
        return Selection(
            agencies=tuple(self._agency(name) for name in self._spiders(opts)),
            since=_moment("--since", opts.since, now) if opts.since else None,
            until=_moment("--until", opts.until, now, whole_day=True) if opts.until else None,
            languages=tuple(opts.language),
        )

    def _spiders(self, opts: argparse.Namespace) -> tuple[str, ...]:
        if unknown := [name for name in opts.spider if name not in self._known]:
            raise BadArgument(f"--spider {unknown[0]}: unknown spider; there are: {', '.join(self._known)}")
        return tuple(opts.spider)

    def _agency(self, spider: str) -> str:
        assert self.crawler_process
        return agency_of(self.crawler_process.spider_loader, spider).name

    @property
    def _known(self) -> list[str]:
        assert self.crawler_process
        return list(self.crawler_process.spider_loader.list())


class _Work:
    """Reads what is exported and counts it."""

    def __init__(self, name: str, *, is_latest: bool, headlines: bool) -> None:
        self.unreadable = 0
        self._name, self._is_latest, self._headlines = name, is_latest, headlines
        self._counts: Counter[str] = Counter()

    def lines(self, files: list[Path], selection: Selection) -> Iterator[Line]:
        """The lines to be written, while a bar says how far they are."""
        total = count_lines(files) * (2 if self._is_latest else 1)
        with Progress(f"export {self._name}", "lines read", total) as progress:
            selected = SelectedLines(files, selection, self._complain, progress.add)
            for line in selected.latest() if self._is_latest else selected:
                is_story = isinstance(line, Story)
                if is_story or self._headlines:
                    self._counts["story" if is_story else "headline"] += 1
                    yield line

    def _complain(self, place: str) -> None:
        complain(f"{place}: no line of a feed; it is left out")
        self.unreadable += 1

    def summary(self, limit: int | None) -> str:
        """What was exported, in one line; with a `limit`, only so many of the stories were."""
        newest = f"the newest {limit} of " if limit is not None and limit < self._counts["story"] else ""
        left_out = f"; {counted(self.unreadable, 'line')} could not be read" if self.unreadable else ""
        nouns = ("story", "headline") if self._headlines else ("story",)
        return newest + ", ".join(counted(self._counts[noun], noun) for noun in nouns) + left_out


def _moment(option: str, value: str, now: datetime, *, whole_day: bool = False) -> datetime:
    """A day of UTC, a time, or a span before `now`; with `whole_day` the end of that day. Raises BadArgument."""
    if span := read_span(value):
        return now - span
    try:
        moment = datetime.fromisoformat(value.strip())
    except ValueError:
        raise BadArgument(
            f"{option} {value}: give a day, a time or a span, as in {option} 2026-11-20 or {option} 7d"
        ) from None
    is_day = whole_day and moment.time() == time() and len(value.strip()) <= len("2026-11-20")
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return moment + timedelta(days=1) if is_day else moment
