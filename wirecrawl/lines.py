"""Lists and tickers line by line: as sightings of headlines, and what changed since they were last read."""

from datetime import datetime

from wirecrawl.clock import iso
from wirecrawl.dedupe import Sighting
from wirecrawl.discovery import Listing, Seen


def sightings(listing: Listing, page: str, fetched: str | None) -> list[Sighting]:
    """The headlines that a page shows, its ticker first; `fetched` is ISO 8601 UTC."""
    seen = enumerate([*listing.ticker, *listing.seen])
    return [_sighting(one, position, page, fetched) for position, one in seen if one.headline]


def _sighting(seen: Seen, position: int, page: str, fetched: str | None) -> Sighting:
    link = seen.link if seen.link and seen.link.kind == "article" else None
    moment = datetime.fromisoformat(seen.published) if seen.published else None
    return Sighting(
        raw=seen.text,
        page=page,
        position=position,
        time=iso(moment) if moment else fetched,
        url=link.url if link else None,
        story=link.id if link else None,
        fetched=fetched,
        dated=moment is not None,
    )


def changed_lines(old: Listing | None, new: Listing) -> set[str]:
    """Addresses that a list shows with other words or another time than when it was last read."""
    before = {s.link.url: (s.text, s.published) for s in old.seen if s.link} if old else {}
    return {
        s.link.url
        for s in new.seen
        if s.link and s.headline and s.link.url in before and before[s.link.url] != (s.text, s.published)
    }
