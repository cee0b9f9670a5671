"""`scrapy replay SPIDER [SOURCE ...]`: the same spider and pipelines over saved pages, no network at all."""

import argparse
from pathlib import Path
from typing import Any

from scrapy.utils.conf import closest_scrapy_cfg

from wirecrawl.runcommand import RunCommand

# What a live crawl does for the sake of a server has no meaning here; -s still changes any of them.
_OFFLINE: dict[str, Any] = {
    "DOWNLOAD_HANDLERS": dict.fromkeys(("http", "https", "file", "ftp", "s3")),  # nothing can be asked for
    "ROBOTSTXT_OBEY": False,
    "DOWNLOAD_DELAY": 0,  # between the passes of the deciding, which begin with a request each
    "AUTOTHROTTLE_ENABLED": False,
    "HTTPPROXY_ENABLED": False,
}


class Command(RunCommand):
    """Replays saved pages: fixture folders, folders of them, or one html file with --url."""

    def syntax(self) -> str:
        """How it is called."""
        return "[options] SPIDER [SOURCE ...]"

    def short_desc(self) -> str:
        """One line for the list of commands."""
        return "Run a spider over saved pages (default: fixtures/SPIDER), without any network"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Add --url to what every run command has."""
        super().add_options(parser)
        parser.add_argument("--url", help="address of a single html file")
        parser.add_argument("--jobs", metavar="N", help="processes that read the pages; default: one a core for many")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Replay the sources named after the spider."""
        assert self.settings
        home = Path(closest_scrapy_cfg()).parent  # the project's folder, from wherever below it the command is given
        sources = args[1:] or [str(home / "fixtures" / name) for name in args[:1]]
        self.settings.setdict(_OFFLINE, priority="spider")
        self.settings.set("WIRECRAWL_REPLAY_SOURCES", sources, priority="cmdline")
        self.settings.set("WIRECRAWL_REPLAY_URL", opts.url, priority="cmdline")
        if opts.jobs is not None:
            self.settings.set("WIRECRAWL_JOBS", opts.jobs, priority="cmdline")
        self.run_spider(args[:1], opts)
