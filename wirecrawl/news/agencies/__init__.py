"""Describes agencies as data: hosts, shapes of addresses, layouts by era, and where crawls start.

Each agency is a module of this package, which is found because it is there: there is no list to edit. Its wire marks
are a table in `wirecrawl.news.wire.tables`, and it has a spider of a few lines.
"""

from functools import cache, lru_cache
from importlib import import_module
from pkgutil import iter_modules

from wirecrawl.news.agencies.description import (
    Agency,
    Kind,
    Layout,
    Past,
    Source,
    SourceKind,
    Ticker,
    UrlShape,
    Words,
)
from wirecrawl.news.agencies.links import Link, classify
from wirecrawl.web import urls

__all__ = [
    "NAMES",
    "Agency",
    "Kind",
    "Layout",
    "Link",
    "Past",
    "Source",
    "SourceKind",
    "Ticker",
    "UrlShape",
    "Words",
    "all_agencies",
    "classify",
    "get",
    "of_url",
]

# Every module of this package describes an agency, except these.
_HELPERS = {"description", "docs_page", "links"}
NAMES = tuple(sorted(module.name for module in iter_modules(__path__) if module.name not in _HELPERS))


@cache
def get(name: str) -> Agency:
    """Return the agency of that name; only its own module is imported. Raises KeyError, naming the known ones.

    >>> get("xinhua").zone
    datetime.timedelta(seconds=28800)
    """
    if name not in NAMES:
        raise KeyError(f"unknown agency {name!r}; known: {', '.join(NAMES)}")
    agency = import_module(f"{__name__}.{name}").AGENCY
    assert isinstance(agency, Agency)
    return agency


@cache
def all_agencies() -> tuple[Agency, ...]:
    """Return every agency, by its `order` and then by name. This imports all of their modules.

    >>> all_agencies()[0].name
    'xinhua'
    """
    return tuple(sorted(map(get, NAMES), key=lambda agency: (agency.order, agency.name)))


def of_url(url: str | None) -> Agency | None:
    """Return the agency whose own site an address belongs to, or None. No two agencies share a domain.

    >>> of_url("https://english.news.cn/20260102/7750bcffbde844d885326071652da381/c.html").name
    'xinhua'
    """
    return _of_host(urls.host_of(url))


@lru_cache(maxsize=1024)  # a run asks about many pages of few hosts
def _of_host(host: str) -> Agency | None:
    return next((a for a in all_agencies() if any(urls.under(host, domain) for domain in a.domains)), None)
