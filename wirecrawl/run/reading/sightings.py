"""Lists and tickers line by line: as sightings of headlines, and what changed since they were last read."""

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from itertools import groupby
from typing import NamedTuple

import msgspec

from wirecrawl.news.agencies import Link
from wirecrawl.news.dedupe import Sighting, oldest_first
from wirecrawl.news.discovery import Listing, ListItem
from wirecrawl.storage.ledger.damage import read_row
from wirecrawl.storage.ledger.rows import SightedLines
from wirecrawl.utils.saved_json import decode_saved
from wirecrawl.utils.times import utc_iso

_SIGHTINGS = list[Sighting]


class EarlierLook(NamedTuple):
    """What a page showed when it was last read before, and when that was (ISO 8601 UTC)."""

    listing: Listing
    time: str | None


def sightings(listing: Listing, page: str, fetched: str | None, before: EarlierLook | None = None) -> list[Sighting]:
    """The headlines that a page shows, its ticker first; `fetched` is ISO 8601 UTC."""
    shown = {one.text for one in (*before.listing.ticker, *before.listing.seen)} if before else ()
    since = before.time if before else None
    seen = enumerate([*listing.ticker, *listing.seen])
    return [
        _sighting(one, position, page, fetched, since if one.text in shown else None)
        for position, one in seen
        if one.headline
    ]


def _sighting(seen: ListItem, position: int, page: str, fetched: str | None, since: str | None) -> Sighting:
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
        since=since,
    )


def packed(lines: Iterable[Sighting]) -> list[SightedLines]:
    """Lines as the ledger keeps them until they are gathered."""
    groups = groupby(oldest_first(lines), key=lambda line: (line.time or "", line.page))
    return [SightedLines(time, page, msgspec.json.encode(list(same))) for (time, page), same in groups]


def unpacked(rows: Iterable[SightedLines]) -> Iterator[Sighting]:
    """Lines that the ledger kept, in the order of the rows: oldest first if they are sorted by time and page.

    Those of a year do not fit into memory together. Raises LedgerError for a row that holds none.
    """
    for _, rows_of_page in groupby(rows, key=lambda row: (row.time, row.page)):
        yield from oldest_first(line for row in rows_of_page for line in _lines_in(row))


def _lines_in(row: SightedLines) -> list[Sighting]:
    return read_row(f"headlines on {row.page} in the ledger", lambda: decode_saved(row.lines, _SIGHTINGS))


def changed_lines(old: Listing | None, new: Listing, checked: Callable[[Link], str | None]) -> set[str]:
    """Addresses that a list shows with another headline, time or time of change than when it was last read.

    A line that it did not show then counts if its time is later than the last request for its story, which `checked`
    gives (ISO 8601 UTC; None for an unknown story): lists that are sorted by change drop a story and show it again.
    """
    before = {one.link.url: one for one in old.seen if one.link} if old else {}
    changed = set()
    for one in new.seen:
        if one.link and one.link.kind == "article":
            earlier = before.get(one.link.url)
            if _is_changed(earlier, one) if earlier else _is_later(one, checked(one.link)):
                changed.add(one.link.url)
    return changed


def _is_changed(old: ListItem, new: ListItem) -> bool:
    """Whether a line shows a change of its story. A time that is no longer printed is none."""
    reworded = old.headline and new.headline and old.text != new.text
    return reworded or _other_time(old.published, new.published) or _other_time(old.modified, new.modified)


def _other_time(old: str | None, new: str | None) -> bool:
    """Whether a time (ISO 8601) is given that is another moment than the one before."""
    if new is None or new == old:
        return False
    return old is None or datetime.fromisoformat(new) != datetime.fromisoformat(old)


def _is_later(line: ListItem, checked: str | None) -> bool:
    times = [time for time in (line.published, line.modified) if time and checked]
    return any(datetime.fromisoformat(time) > datetime.fromisoformat(checked or "") for time in times)
