"""The last run of a spider, from its report and the ledger."""

import os
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import quote

from wirecrawl.audit.report_page.month import FIELDS, report_of
from wirecrawl.audit.report_page.values import (
    ArchivePlace,
    Counted,
    FailureRow,
    HostRow,
    LastRun,
    SourceRow,
    VersionRow,
)
from wirecrawl.reasons import Reason, ReasonKind, read_reason, words_of
from wirecrawl.run.source_state import READ
from wirecrawl.run.state import STARTED
from wirecrawl.storage.data_folder import DataFolder
from wirecrawl.storage.ledger.interface import Ledger
from wirecrawl.storage.ledger.rows import OUTCOMES, FeedVersion
from wirecrawl.web.urls import host_of

_HOSTS = 6
_NOT_HAD = ("gone", "empty", "failed", "not reached")
# Kinds whose details tell one trouble from another. The details of the others are addresses and messages of one page.
_BY_DETAIL = (
    ReasonKind.HTTP_STATUS,
    ReasonKind.GONE,
    ReasonKind.CHALLENGE,
    ReasonKind.RUN_ENDED,
    ReasonKind.AS_WRITTEN,
)
_HANDLING = {"correction": "correction", "refile": "refile", "repeat": "repeat", "kill": "withdrawn by the agency"}


class LastRunReader:
    """Reads the last run of a spider; `folder` is where the page is written, so that it can link to the archive."""

    def __init__(self, ledger: Ledger, data: DataFolder, spider: str, folder: Path) -> None:
        self._ledger, self._data, self._spider, self._folder = ledger, data, spider, folder

    def read(self, run: Mapping[str, Any]) -> LastRun:
        """The numbers of a run that has ended, given its row."""
        report, now = report_of(self._data, run), self._ledger.runs.measures(run["run"])
        baseline = report.get("baseline") or {}
        usual = baseline.get("median") or {}
        links, outcomes = self._ledger.links.balance(run["run"])
        written = self._ledger.statistics.versions(run["run"])
        return LastRun(
            started=run["started"],
            seconds=now.get("seconds"),
            verdict=run["verdict"],
            reasons=report.get("reasons") or [],
            notices=report.get("notices") or [],
            recovered=report.get("recovered") or [],
            is_whole=bool(report),
            compared=(baseline.get("runs") or 0) if usual else 0,
            links=links,
            headlines=int(now["headlines"]) if "headlines" in now else None,
            outcomes=[Counted(name, outcomes[name], usual.get(f"outcome:{name}")) for name in OUTCOMES],
            sources=list(_sources(report, now, usual)),
            fields=_fields(now, usual),
            pages=int(now.get("pages", 0)),
            begun=sum(not _kind(one) for one in written),
            versions=list(self._versions(written)),
            failures=self._failures(run["run"]),
            hosts=_slowest(now, usual),
            archives=list(self._archives(run["started"])),
        )

    def _versions(self, written: Sequence[FeedVersion]) -> Iterator[VersionRow]:
        """The versions that replace or follow another, corrections first."""
        found = [one for one in written if _kind(one)]
        for one in sorted(found, key=lambda one: one.marks.handling is None):
            kind, url = _kind(one), one.url or ""
            name = f"{one.id}@{one.version}"
            yield VersionRow(name, kind, one.headline or "(no headline)", url, one.thread, self._place(url))

    def _failures(self, run: int) -> list[FailureRow]:
        """Links that could not be had, by host and reason, the most frequent first."""
        groups: dict[tuple[str, ...], list[dict[str, Any]]] = {}
        for link in self._ledger.links.outcomes(run):
            if link["outcome"] in _NOT_HAD:
                groups.setdefault(_trouble(link), []).append(link)
        rows = [self._failure(group) for group in groups.values()]
        return sorted(rows, key=lambda row: (-_NOT_HAD.index(row.outcome), -row.links, row.host, row.reason))

    def _failure(self, group: Sequence[Mapping[str, Any]]) -> FailureRow:
        link = group[0]
        words = words_of(read_reason(link["reason"])).removeprefix(f"{link['url']}: ")
        place = self._place(link["url"])
        return FailureRow(host_of(link["url"]), link["outcome"], words, len(group), link["url"], place)

    def _place(self, url: str) -> ArchivePlace | None:
        found = self._ledger.captures.find(url) if url else None
        return self._archive(found.file, found.offset) if found else None

    def _archives(self, started: str) -> Iterator[ArchivePlace]:
        """The archive files of a run. The ledger has its start in whole seconds, their names have microseconds."""
        second = datetime.fromisoformat(started).strftime(STARTED.partition(".")[0])
        files = self._data.archive(self._spider).glob(f"{self._spider}-{second}.*.warc.gz")
        return (self._archive(file.name, 0) for file in sorted(files))

    def _archive(self, name: str, offset: int) -> ArchivePlace:
        file = self._data.archive(self._spider) / name
        href = quote(os.path.relpath(file, self._folder)) if file.exists() else ""
        return ArchivePlace(name, href, offset)


def _sources(report: Mapping[str, Any], now: Mapping[str, float], usual: Mapping[str, float]) -> Iterator[SourceRow]:
    words = {str(words_of(Reason(kind))) for kind in READ}
    for source in report.get("sources") or []:
        url, state = source["url"], source["state"]
        yield SourceRow(
            url=url,
            state=state,
            is_read=state in words,
            links=source["links"],
            usual_links=usual.get(f"links:{url}"),
            new=source.get("new", 0),
            age=now.get(f"age:{url}"),
            usual_age=usual.get(f"age:{url}"),
        )


def _fields(now: Mapping[str, float], usual: Mapping[str, float]) -> list[Counted]:
    names = [name for name in FIELDS if f"filled:{name}" in now]
    return [Counted(name, now[f"filled:{name}"], usual.get(f"filled:{name}")) for name in names]


def _slowest(now: Mapping[str, float], usual: Mapping[str, float]) -> list[HostRow] | None:
    """The six slowest hosts; None where a run did not measure hosts, as replays and runs of older versions."""
    hosts = [name.partition(":")[2] for name in now if name.startswith("latency:")]
    rows = [
        HostRow(
            host,
            int(now[f"answers:{host}"]),
            now[f"latency:{host}"],
            usual.get(f"latency:{host}"),
            now[f"bytes:{host}"],
        )
        for host in hosts
    ]
    return sorted(rows, key=lambda row: -row.seconds)[:_HOSTS] or None


def _kind(version: FeedVersion) -> str:
    if version.marks.handling:
        return _HANDLING[version.marks.handling]
    if version.version > 1:
        return "page changed"
    return "later stage" if version.thread != version.id else ""


def _trouble(link: Mapping[str, Any]) -> tuple[str, ...]:
    reason = read_reason(link["reason"])
    details = reason.details if reason.kind in _BY_DETAIL else ()
    return (link["outcome"], host_of(link["url"]), reason.kind, *details)
