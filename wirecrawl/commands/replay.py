"""`scrapy replay SPIDER [SOURCE ...]`: the same spider and pipelines over saved pages, no network at all."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from scrapy.crawler import Crawler
from scrapy.utils.conf import closest_scrapy_cfg

from wirecrawl.cli.refusal import exit_code_of
from wirecrawl.cli.run_command import EndedRun, RunCommand
from wirecrawl.configuration.saved_sources import saved_shares
from wirecrawl.configuration.values import ClusterSettings, data_folder, read_cluster
from wirecrawl.errors import BadArgument
from wirecrawl.extensions.run_closer import RunCloser
from wirecrawl.news.agencies import get
from wirecrawl.run.report import table_of_runs
from wirecrawl.run.verdict import EXIT_CODES
from wirecrawl.settings import EXTENSIONS_BASE
from wirecrawl.spiders.wire_spider import WireSpider
from wirecrawl.utils.files import from_here
from wirecrawl.utils.garbage import rare_collection

_LOG_STATS = "scrapy.extensions.logstats.LogStats"  # pages a minute for the log: a replay shows how far it is itself
# A replay sends no request, so the settings that are there for a server are off; -s still changes any of them.
_OFFLINE: dict[str, Any] = {
    "DOWNLOAD_HANDLERS": dict.fromkeys(("http", "https", "file", "ftp", "s3")),  # no address can be requested
    "DOWNLOAD_DELAY": 0,  # each pass of the deciding begins with a data: request, which need not wait
    "AUTOTHROTTLE_ENABLED": False,
    # Middlewares work on requests and answers; to load those for cookies, retries and robots.txt takes time.
    **{name: {} for name in ("DOWNLOADER_MIDDLEWARES", "DOWNLOADER_MIDDLEWARES_BASE", "SPIDER_MIDDLEWARES_BASE")},
    "EXTENSIONS_BASE": {name: order for name, order in EXTENSIONS_BASE.items() if name != _LOG_STATS},
}
_NO_AGENCY = "is no agency's spider, so it has no saved pages to replay"


class Command(RunCommand):
    """Replays saved pages: fixture folders, archives, folders and patterns of them, or one html file with --url."""

    example = "replay xinhua data/archive/xinhua --jobs 2"

    def syntax(self) -> str:
        """How it is called."""
        return "[options] SPIDER [SOURCE ...] | --all [options] SOURCE ..."

    def short_desc(self) -> str:
        """One line for the list of commands."""
        return "Run a spider over saved pages (default: fixtures/SPIDER), without any network"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Add --all, --jobs, --cluster, --keep and --url to what every run command has."""
        super().add_options(parser)
        parser.add_argument("--all", action="store_true", help="every agency of which the sources hold pages, by host")
        parser.add_argument("--jobs", metavar="N", help="processes that read the pages; default: one a core for many")
        parser.add_argument(
            "--cluster", metavar="ADDRESS", help="read and decide there: local, local:N, tcp://HOST:PORT"
        )
        parser.add_argument("--keep", action="store_true", help="read and write the ledger, as a crawl does")
        parser.add_argument("--url", help="address of a single html file")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Replay the sources named after the spider, or with --all those of every agency, one after the other."""
        assert self.settings
        home = Path(closest_scrapy_cfg()).parent  # the project's folder, from wherever below it the command is given
        named = args if opts.all else args[1:]
        sources = named or [str(home / "fixtures" / name) for name in args[:1]]
        self.settings.setdict(_OFFLINE, priority="spider")
        given = {"SOURCES": sources, "URL": opts.url, "ALL": opts.all, "KEEP": opts.keep}
        self.settings.setdict({f"WIRECRAWL_REPLAY_{name}": value for name, value in given.items()}, priority="cmdline")
        if opts.jobs is not None:
            self.settings.set("WIRECRAWL_JOBS", opts.jobs, priority="cmdline")
        if opts.cluster is not None:
            self.settings.set("WIRECRAWL_CLUSTER", opts.cluster, priority="cmdline")
        with rare_collection():
            self.exitcode = exit_code_of(lambda: self._replay(args, named, opts), self._place)

    def _replay(self, args: list[str], named: list[str], opts: argparse.Namespace) -> int:
        if (opts.keep or opts.all) and not named:
            raise BadArgument(f"--{'keep' if opts.keep else 'all'}: name sources, as in data/archive/*/*.warc.gz")
        assert self.settings
        if cluster := read_cluster(self.settings):
            return self._run_on(cluster, args[:1], opts)
        return self._run_all(opts) if opts.all else self._run_named(args[:1], opts)

    def start_plain(self, crawler: Crawler, arguments: dict[str, Any]) -> int:
        """Refuse it: only pages of agencies are saved."""
        raise BadArgument(f"{crawler.spidercls.name} {_NO_AGENCY}")

    def _run_on(self, cluster: ClusterSettings, args: list[str], opts: argparse.Namespace) -> int:
        from wirecrawl.cli import cluster_replay  # Scrapy imports this file always

        assert self.settings
        cluster_replay.check_options(self.settings)
        named = None if opts.all else self._agency_spider(args)
        given = self.settings, cluster, named, self._spider_of, opts.spargs
        if opts.keep:
            ended = cluster_replay.keep_replay(*given, lambda spiders: self._run_kept(spiders, opts))
        else:
            ended = cluster_replay.replay_on_cluster(*given)
        return ended[0][1] if named else self._print_table(ended)

    def _run_kept(self, spiders: list[type[WireSpider]], opts: argparse.Namespace) -> list[EndedRun]:
        if opts.all:
            return self.start_in_turn(spiders, opts.spargs)
        assert self.crawler_process
        crawler = self.crawler_process.create_crawler(spiders[0])
        code = self._start(crawler, opts.spargs)
        closer = crawler.get_extension(RunCloser)
        return [(crawler.spidercls.name, code, closer.report if closer else None)]

    def _agency_spider(self, args: list[str]) -> type[WireSpider]:
        spider = self._named(args)
        if not issubclass(spider, WireSpider):
            raise BadArgument(f"{spider.name} {_NO_AGENCY}")
        return spider

    def _run_all(self, opts: argparse.Namespace) -> int:
        assert self.settings
        spiders = [self._spider_of(name) for name in saved_shares(self.settings)]
        return self._print_table(self.start_in_turn(spiders, opts.spargs))

    def _print_table(self, ended: Sequence[EndedRun]) -> int:
        """Print how each run ended; returns the gravest exit code."""
        assert self.settings
        reports = from_here(str(data_folder(self.settings).reports()))
        print("\n".join([*table_of_runs(ended), f"reports: {reports}"]), file=sys.stderr)
        return max((code for _, code, _ in ended), default=EXIT_CODES["broken"])

    def _spider_of(self, agency: str) -> type[WireSpider]:
        """The spider of an agency; one without, whose pages are only ever saved, gets one that replays."""
        assert self.crawler_process
        loader = self.crawler_process.spider_loader
        for name in loader.list():
            spider = loader.load(name)
            if issubclass(spider, WireSpider) and spider.agency.name == agency:
                return spider
        return type(agency, (WireSpider,), {"name": agency, "agency": get(agency)})
