"""Checks the input of `scrapy addagency`: name, address and page. Every error message is one line."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from wirecrawl.drafting.address import is_home
from wirecrawl.drafting.python_source import check_name
from wirecrawl.errors import BadArgument, BodyError, PageError
from wirecrawl.news.discovery.feeds import data_kind
from wirecrawl.web.bodies import LARGEST, unpack_gzip
from wirecrawl.web.challenge import challenge
from wirecrawl.web.urls import canonical_url

_TAGS = re.compile(rb"<(?:!doctype html|html|head|body|h1|p|div)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Given:
    """A page as it was served or saved. `headers`, `status` and `fetched` (ISO 8601 UTC) may be unknown."""

    url: str
    body: bytes = field(repr=False)
    headers: Mapping[str, str] = field(default_factory=dict)
    status: int | None = None
    fetched: str | None = None

    @property
    def response(self) -> dict[str, Any]:
        """The content of the fixture's response.json."""
        known = {"status": self.status, "headers": dict(self.headers) or None, "fetched_at": self.fetched}
        return {"url": self.url, **{key: value for key, value in known.items() if value is not None}}


def read_arguments(given: Sequence[str]) -> tuple[str, str]:
    """Return name and canonical address. Raises BadArgument.

    >>> read_arguments(["polarwire", "https://polarwire.example/2026/11/20/ice-road-opens-41877/"])[0]
    'polarwire'
    """
    if len(given) != 2:
        raise BadArgument("give a name and the address of one story: scrapy addagency NAME URL")
    name, url = given
    check_name(name)
    url = address(url, "URL")
    if is_home(url):
        raise BadArgument(f"{url}: a home page; give the address of one story")
    return name, url


def address(url: str, what: str) -> str:
    """Return the canonical address. Raises BadArgument, naming the argument `what`, if it is not http or https."""
    try:
        return canonical_url(url)
    except ValueError:
        raise BadArgument(f"{what} {url!r}: give an http or https address") from None


def from_file(file: Path, url: str) -> Given:
    """Read a saved page, which may be gzipped. Raises BadArgument for a file that cannot be read."""
    try:
        with file.open("rb") as stream:
            return Given(url, unpack_gzip(stream.read(LARGEST + 1)))
    except (OSError, BodyError) as error:
        raise BadArgument(f"--from {file}: cannot be read ({getattr(error, 'strerror', None) or error})") from None


def check_html(page: Given) -> None:
    """Raise PageError, naming the address, for data, a challenge page, or anything that is not HTML."""
    if kind := data_kind(page.body):
        raise PageError(page.url, f"{kind}, not a story page; a feed or sitemap is given with --feed")
    if wall := challenge(page.body):
        raise PageError(page.url, f"a challenge page ({wall}); save the page in a browser and give it with --from")
    if not _TAGS.search(page.body):
        raise PageError(page.url, "not HTML; give the page of one story as it was served")
