"""Ticker and list lines as Headline records: the same line is one record, its stages gathered.

The folded headline (with its labels) joins records of headlines only; a story never repeats by its headline.
"""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from wirecrawl import wire
from wirecrawl.dedupe.keys import headline_key
from wirecrawl.items import Headline


@dataclass(frozen=True, slots=True)
class Sighting:
    """One line on one page. `position` counts from the top, where tickers and lists have the newest line."""

    raw: str
    page: str
    position: int
    time: str | None = None  # printed beside the line, or when the page was fetched; ISO 8601 UTC
    url: str | None = None
    story: str | None = None
    fetched: str | None = None


def join_headlines(sightings: Iterable[Sighting], agency: str) -> Iterator[Headline]:
    """One Headline for each distinct line, whatever the order of the sightings; the oldest line first.

    The newest stage gives headline, marks and address; `stages` has each stage once, oldest first.
    """
    groups: dict[str, list[tuple[Sighting, wire.ParsedHeadline]]] = {}
    table = wire.table(agency)
    for sighting in sightings:
        parsed = wire.parse_headline(sighting.raw, table)
        groups.setdefault(headline_key(parsed.headline, parsed.marks.labels), []).append((sighting, parsed))
    for group in groups.values():
        group.sort(key=lambda pair: _age(pair[0]))
    oldest_first = sorted(groups.items(), key=lambda entry: (_age(entry[1][0][0]), entry[0]))
    return (_record(agency, key, group) for key, group in oldest_first)


def with_earlier(record: Headline, stages: list[str], first_seen: str | None) -> Headline | None:
    """The record joined with what earlier runs wrote under its id: None when it brings no new stage."""
    fresh = [stage for stage in record.stages if stage not in stages]
    if not fresh:
        return None
    return replace(record, stages=[*stages, *fresh], first_seen=first_seen or record.first_seen)


def _record(agency: str, key: str, group: list[tuple[Sighting, wire.ParsedHeadline]]) -> Headline:
    stages = list(dict.fromkeys(parsed.stage for _, parsed in group))
    newest, parsed = next(pair for pair in reversed(group) if pair[1].stage == stages[-1])
    return Headline(
        id=f"{agency}:headline-{hashlib.sha256(key.encode()).hexdigest()[:12]}",
        agency=agency,
        headline=parsed.headline,
        headline_raw=wire.fold_space(newest.raw),
        marks=parsed.marks,
        stages=stages,
        supersedes=None,
        story=next((s.story for s, _ in reversed(group) if s.story), None),
        url=next((s.url for s, _ in reversed(group) if s.url), None),
        seen_on=list(dict.fromkeys(page for _, page in sorted((s.fetched or "", s.page) for s, _ in group))),
        first_seen=min((s.fetched for s, _ in group if s.fetched), default=None),
    )


def _age(sighting: Sighting) -> tuple[str, str, int]:
    """Oldest first: by time, and within a page from the bottom up."""
    return (sighting.time or "", sighting.page, -sighting.position)
