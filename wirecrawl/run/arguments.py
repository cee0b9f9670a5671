"""Spider arguments (-a NAME=VALUE), read once and refused in one clear line."""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from wirecrawl.errors import BadArgument
from wirecrawl.news.agencies import Agency, Source, classify
from wirecrawl.run.address_file import check_addresses
from wirecrawl.web.urls import host_of, under

_HOURS = re.compile(r"(\d{1,5})\s*([hd])", re.IGNORECASE)
_YES, _NO = ("1", "true", "yes"), ("0", "false", "no", "")


@dataclass(frozen=True, slots=True)
class Arguments:
    """since: nothing older; limit: at most so many story pages; full: ignore what is known; sources: start there.

    urls: a list of addresses (see `wirecrawl.run.address_file`) whose stories are asked for, and nothing else.
    """

    since: datetime | None = None
    limit: int | None = None
    full: bool = False
    sources: tuple[Source, ...] = ()
    urls: Path | None = None


def read_arguments(agency: Agency, now: datetime, given: dict[str, str]) -> Arguments:
    """Arguments as given on the command line. Raises BadArgument: the argument, the rule, an example.

    A day begins at midnight of the agency's clock.

    >>> from wirecrawl.news.agencies import get
    >>> str(read_arguments(get("xinhua"), datetime.now(), {"since": "2026-11-20"}).since)
    '2026-11-20 00:00:00+08:00'
    """
    unknown = sorted(set(given) - {"since", "limit", "full", "sources", "urls"})
    if unknown:
        raise BadArgument(f"-a {unknown[0]}: no such argument; there are since, limit, full, sources and urls")
    if "sources" in given and not given["sources"].strip(" ,"):
        raise BadArgument(f"-a sources=: name at least one page, as in sources={agency.sources[0].url}")
    return Arguments(
        since=read_since(given["since"], agency, now, "-a since=") if "since" in given else None,
        limit=_limit(given["limit"]) if "limit" in given else None,
        full=_full(given.get("full", "0")),
        sources=tuple(_source(url.strip(), agency) for url in given.get("sources", "").split(",") if url.strip()),
        urls=_urls(given["urls"]) if "urls" in given else None,
    )


def read_since(value: str, agency: Agency, now: datetime, option: str) -> datetime:
    """A day of the agency's clock, or a span before `now`. Raises BadArgument, which begins with the option."""
    if span := read_span(value):
        return now - span
    try:
        moment = datetime.fromisoformat(value.strip())
    except ValueError:
        raise BadArgument(f"{option}{value}: give a day or a span, as in {option}2026-11-20 or {option}48h") from None
    return moment if moment.tzinfo else moment.replace(tzinfo=agency.clock)


def read_span(value: str) -> timedelta | None:
    """A span of hours or days; None for what is none.

    >>> str(read_span("7d"))
    '7 days, 0:00:00'
    """
    span = _HOURS.fullmatch(value.strip())
    return timedelta(hours=int(span[1]) * (24 if span[2].lower() == "d" else 1)) if span else None


def _limit(value: str) -> int:
    if not value.strip().isdecimal() or int(value) == 0:
        raise BadArgument(f"-a limit={value}: give a whole number of story pages above 0, as in limit=50")
    return int(value)


def _full(value: str) -> bool:
    if value.strip().lower() not in _YES + _NO:
        raise BadArgument(f"-a full={value}: give 1 or 0, as in full=1")
    return value.strip().lower() in _YES


def _urls(value: str) -> Path:
    file = Path(value).expanduser()
    check_addresses(file, "-a urls=")
    return file


def _source(url: str, agency: Agency) -> Source:
    try:
        link = classify(url, agency)
    except ValueError:
        raise BadArgument(
            f"-a sources={url}: give http or https addresses, as in sources={agency.sources[0].url}"
        ) from None
    if not any(under(host_of(url), domain) for domain in agency.domains):
        raise BadArgument(f"-a sources={url}: not a page of {agency.name}; its sites are {', '.join(agency.domains)}")
    return Source(link.url, link.source if link.kind == "list" else "start")
