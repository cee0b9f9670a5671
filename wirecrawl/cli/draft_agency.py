"""The work of `scrapy addagency`: check what is given, read the page, write the draft and say what to do next."""

from datetime import UTC, datetime
from pathlib import Path

from scrapy.crawler import CrawlerProcessBase
from scrapy.http import Response
from scrapy.utils.conf import closest_scrapy_cfg

from wirecrawl.cli.page_fetcher import fetch
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


def draft_agency(process: CrawlerProcessBase, arguments: list[str], feed: str | None, file: str | None) -> int:
    """Write the draft of an agency; returns the exit code. Raises WirecrawlError when nothing is written.

    `arguments` are its name and the address of one of its pages, `feed` the address of a feed or sitemap, `file` the
    page as saved: with it nothing is fetched.
    """
    home = Path(closest_scrapy_cfg()).parent
    with named_by_user():
        name, url = read_arguments(arguments)
        feed = address(feed, "--feed") if feed else None
        check_host(url)
        paths = targets(home, name, case_name(url))
        page, listed = (from_file(Path(file), url), None) if file else _fetched(process, url, feed)
        check_html(page)
        return _write_draft(home, paths, page, feed, listed)


def _fetched(process: CrawlerProcessBase, url: str, feed: str | None) -> tuple[Given, bytes | None]:
    """The page and the bytes of the feed, if one is named. Raises PageError."""
    got = fetch(process, [url, *([feed] if feed else [])])
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
