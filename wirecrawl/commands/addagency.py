"""`scrapy addagency NAME URL`: a first draft of an agency from one of its pages, for a person to read."""

import argparse
from datetime import UTC, datetime
from pathlib import Path

from scrapy.commands import ScrapyCommand
from scrapy.http import Response
from scrapy.utils.conf import closest_scrapy_cfg

from wirecrawl.cli.page_fetcher import fetch
from wirecrawl.cli.refusal import exit_code_of
from wirecrawl.drafting import draft
from wirecrawl.drafting.address import case_name
from wirecrawl.drafting.feed_sources import feed_kind, feed_line, kind_by_name
from wirecrawl.drafting.files import Targets, check_host, targets, write
from wirecrawl.drafting.given import Given, address, check_html, from_file, read_arguments
from wirecrawl.drafting.summary import next_steps, summary
from wirecrawl.errors import named_by_user
from wirecrawl.news.agencies import Source
from wirecrawl.spiders.responses import header
from wirecrawl.storage.archive.fixtures import STORY
from wirecrawl.utils.times import utc_iso
from wirecrawl.web.urls import canonical_url

_INCOMPLETE = 3
_KEPT = ("Content-Type", "Content-Language", "ETag", "Last-Modified")  # headers that the fixture records


class Command(ScrapyCommand):
    """Drafts an agency: layout, spider and a fixture whose test fails until it is reviewed."""

    requires_project = True

    def syntax(self) -> str:
        """How it is called."""
        return "[options] NAME URL"

    def short_desc(self) -> str:
        """One line for the list of commands."""
        return "Draft a new agency from one story page; exit code 0 drafted, 2 nothing written, 3 a field not found"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Add --feed and --from to what every command has."""
        super().add_options(parser)
        parser.add_argument("--feed", metavar="URL", help="RSS, Atom or sitemap where a crawl of the agency starts")
        parser.add_argument("--from", dest="file", metavar="FILE", help="the page as saved; nothing is fetched then")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Check what is given and what is there, read the page, write the draft; sets the exit code."""
        self.exitcode = exit_code_of(lambda: self._draft(args, opts))

    def _draft(self, args: list[str], opts: argparse.Namespace) -> int:
        home = Path(closest_scrapy_cfg()).parent
        with named_by_user():
            name, url = read_arguments(args)
            feed = address(opts.feed, "--feed") if opts.feed else None
            check_host(url)
            paths = targets(home, name, case_name(url))
            page, listed = (from_file(Path(opts.file), url), None) if opts.file else self._fetched(url, feed)
            check_html(page)
            return _write_draft(home, paths, page, feed, listed)

    def _fetched(self, url: str, feed: str | None) -> tuple[Given, bytes | None]:
        """The page and the bytes of the feed, if one is named. Raises PageError."""
        assert self.crawler_process
        got = fetch(self.crawler_process, [url, *([feed] if feed else [])])
        return _given(got[url]), got[feed].body if feed else None


def _given(response: Response) -> Given:
    headers = {name: value for name in _KEPT if (value := header(response, name))}
    return Given(canonical_url(response.url), response.body, headers, response.status, utc_iso(datetime.now(UTC)))


def _write_draft(home: Path, paths: Targets, page: Given, feed: str | None, listed: bytes | None) -> int:
    """Make the draft, write its files and print the summary; return the exit code."""
    name = paths.agency.stem
    kind = feed_kind(listed, feed) if feed and listed is not None else kind_by_name(feed or "")
    made = draft(
        page.body,
        page.url,
        name,
        source=Source(feed, kind) if feed else None,
        content_type=page.headers.get("Content-Type"),
        status=page.status,
        fetched=page.fetched,
        record=f"{name}/{paths.case.name}",
    )
    lines = [summary(made, page.url), *([feed_line(listed, made.agency)] if listed is not None else [])]
    written = write(paths, made, page.body, page.response)
    print("\n".join([*lines, next_steps(made, home, written, paths.case / STORY)]))
    return _INCOMPLETE if made.missing else 0
