"""Lists and tickers line by line: as sightings of headlines, and what changed since they were last read."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import groupby

import msgspec

from wirecrawl.news.dedupe import Sighting, oldest_first
from wirecrawl.news.discovery import Listing, ListItem
from wirecrawl.storage.ledger.rows import SightedLines
from wirecrawl.utils.saved_json import decode_saved
from wirecrawl.utils.times import utc_iso

_SIGHTINGS = list[Sighting]


def sightings(listing: Listing, page: str, fetched: str | None) -> list[Sighting]:
    """The headlines that a page shows, its ticker first; `fetched` is ISO 8601 UTC."""
    seen = enumerate([*listing.ticker, *listing.seen])
    return [_sighting(one, position, page, fetched) for position, one in seen if one.headline]


def _sighting(seen: ListItem, position: int, page: str, fetched: str | None) -> Sighting:
    link = seen.link if seen.link and seen.link.kind == "article" else None
    moment = datetime.fromisoformat(seen.published) if seen.published else None
    return Sighting(
        raw=seen.text,
        page=page,
        position=position,
        time=utc_iso(moment) if moment else fetched,
        url=link.url if link else None,
        story=link.id if link else None,
        fetched=fetched,
        dated=moment is not None,
    )


def packed(lines: Iterable[Sighting]) -> list[SightedLines]:
    """Lines as the ledger keeps them until they are gathered."""
    groups = groupby(oldest_first(lines), key=lambda line: (line.time or "", line.page))
    return [SightedLines(time, page, msgspec.json.encode(list(same))) for (time, page), same in groups]


def unpacked(rows: Iterable[SightedLines]) -> Iterator[Sighting]:
    """Lines that the ledger kept, in the order of the rows: oldest first if they are sorted by time and page.

    Those of a year do not fit into memory together.
    """
    for _, rows_of_page in groupby(rows, key=lambda row: (row.time, row.page)):
        yield from oldest_first(line for row in rows_of_page for line in decode_saved(row.lines, _SIGHTINGS))


def changed_lines(old: Listing | None, new: Listing) -> set[str]:
    """Addresses that a list shows with other words or another time than when it was last read."""
    before = {s.link.url: (s.text, s.published) for s in old.seen if s.link} if old else {}
    return {
        s.link.url
        for s in new.seen
        if s.link and s.headline and s.link.url in before and before[s.link.url] != (s.text, s.published)
    }
