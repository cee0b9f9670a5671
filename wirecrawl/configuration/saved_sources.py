"""The saved pages that a replay is given, and the processes that read pages."""

from functools import lru_cache
from typing import TYPE_CHECKING

from wirecrawl.configuration.processes import open_readers
from wirecrawl.errors import BadArgument, named_by_user
from wirecrawl.news import agencies
from wirecrawl.news.agencies import Agency
from wirecrawl.storage.archive import SavedPages, open_sources
from wirecrawl.storage.archive.sources import SMALLEST, Reader, archives_of, in_turn
from wirecrawl.utils.files import MB

if TYPE_CHECKING:
    from scrapy.settings import BaseSettings

_MUCH = 50 * MB  # of archives: looking through some 10,000 pages takes as long as the start of processes that share it


def saved_pages(settings: "BaseSettings", agency: Agency) -> SavedPages | None:
    """The saved pages of a replay of an agency, None for a live crawl. Raises BadArgument for a source
    that cannot be used."""
    sources = tuple(settings.getlist("WIRECRAWL_REPLAY_SOURCES"))
    if not sources:
        return None
    if settings.getbool("WIRECRAWL_REPLAY_ALL"):
        return saved_shares(settings)[agency.name]
    with named_by_user():
        return _opened(sources, (agency.name,), settings["WIRECRAWL_REPLAY_URL"], _reader(settings))


def saved_shares(settings: "BaseSettings") -> dict[str, SavedPages]:
    """What the sources of a replay hold of each agency, by name. Raises BadArgument when that is nothing."""
    sources = tuple(settings.getlist("WIRECRAWL_REPLAY_SOURCES"))
    with named_by_user():
        shares = _by_agency(_opened(sources, agencies.NAMES, None, _reader(settings)))
    if not shares:
        raise BadArgument(f"{', '.join(sources)}: no page of any agency in it; there are: {', '.join(agencies.NAMES)}")
    return shares


# A run needs its pages twice, when its arguments are checked and when it starts, and with --all each agency needs its
# share of the same pages. So the last answer is enough.
_opened = lru_cache(maxsize=1)(open_sources)
_by_agency = lru_cache(maxsize=1)(SavedPages.by_agency)


def _reader(settings: "BaseSettings") -> Reader:
    """How the archives of a replay are indexed: by processes if it has any and the archives are large.

    Smaller ones this process indexes itself, while the processes start.
    """
    size = sum(file.stat().st_size for file in archives_of(settings.getlist("WIRECRAWL_REPLAY_SOURCES")))
    readers = open_readers(settings, size // SMALLEST)
    readers.preload()
    return readers.run_one_by_one if readers.number and size > _MUCH else in_turn
