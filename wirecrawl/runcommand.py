"""What `scrapy crawl` and `scrapy replay` share: run one spider, turn the verdict into the exit code."""

import argparse
import sys
from typing import Any

from scrapy.commands import BaseRunSpiderCommand

from wirecrawl.errors import ArchiveError, BadArgument, RunningAlready, WirecrawlError
from wirecrawl.extensions import RunReport
from wirecrawl.setup import alone, check

USAGE, BROKEN, LOCKED = 2, 4, 5


class RunCommand(BaseRunSpiderCommand):
    """Runs one spider and turns the verdict of its run into the exit code."""

    requires_project = True

    def run_spider(self, args: list[str], opts: argparse.Namespace) -> None:
        """Run the spider named first; exit code 2, and one line, for what cannot be meant."""
        assert self.crawler_process
        assert self.settings
        known = self.crawler_process.spider_loader.list()
        if len(args) != 1 or args[0] not in known:
            asked = f"unknown spider {args[0]!r}" if len(args) == 1 else "name one spider"
            self._refuse(f"{asked}; there are: {', '.join(known)}", USAGE)
            return
        try:
            self._start(args[0], opts.spargs)
        except (BadArgument, ArchiveError) as error:
            self._refuse(str(error), USAGE)
        except RunningAlready as error:
            self._refuse(str(error), LOCKED)
        except WirecrawlError as error:
            self._refuse(str(error), BROKEN)
        except OSError as error:
            self._refuse(f"{error.filename or self.settings['WIRECRAWL_DATA']}: {error.strerror or error}", BROKEN)

    def _start(self, name: str, arguments: dict[str, Any]) -> None:
        assert self.crawler_process
        crawler = self._create_crawler(name)
        check(crawler.settings, name, crawler.spidercls.agency, arguments)  # type: ignore[attr-defined]
        with alone(crawler.settings, name):
            self.crawler_process.crawl(crawler, **arguments)
            self.crawler_process.start()
        report = crawler.get_extension(RunReport) if not self.crawler_process.bootstrap_failed else None
        self.exitcode = report.exit_code if report else BROKEN

    def _refuse(self, message: str, exit_code: int) -> None:
        print(f"wirecrawl: {message}", file=sys.stderr)
        self.exitcode = exit_code
