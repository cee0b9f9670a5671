"""The index of a replay in steps: each archive by itself, on any machine, and its pages by agency in a file.

No machine holds the pages of all archives: what belongs together is one agency, whose share its planning reads.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from wirecrawl.errors import ClusterError
from wirecrawl.run.bulk.job import Job
from wirecrawl.storage.archive.archived import ArchivedPage, Index
from wirecrawl.storage.archive.remote import AnyFile
from wirecrawl.storage.archive.saved import ArchiveFault, SavedPage, SavedPages, agency_of
from wirecrawl.storage.archive.sources import IndexTask, as_before

INDEX, JOINED, OWN = "index", "joined", "own"  # kinds of files, and the name of what needs no archive
_SUMMARY, _REVISITS = " summary", " revisits"  # no agency has such a name
_Numbered = tuple[int, ArchivedPage, str | None]  # a page with its place in its archive and its digest


@dataclass(frozen=True)
class Summary:
    """What is in an index: pages by agency, revisits, faults, and pages of nobody."""

    name: str
    pages: dict[str, int]
    revisits: int
    faults: list[ArchiveFault]
    others: int


@dataclass(frozen=True)
class IndexStep:
    """Look through one archive of `size` bytes for pages of agencies; its path is absolute, `given` as it was given."""

    job: Job
    name: str
    file: AnyFile
    given: str
    size: int
    agencies: tuple[str, ...]

    def run(self) -> Summary:
        """Its summary. Raises ClusterError where this machine sees another file than the driver."""
        if not self.job.has(INDEX, self.name):
            self._save()
        summary: Summary = self.job.load(INDEX, self.name, _SUMMARY)
        return summary

    def _save(self) -> None:
        seen = self.file.stat().st_size if self.file.exists() else None
        if seen != self.size:
            raise ClusterError(f"{self.file}: a worker does not see the file that this machine sees; share its folder")
        (index,) = (
            one for found in self.job.pool().run_one_by_one([IndexTask(self.file, self.agencies)]) for one in found
        )
        shares = _by_agency(index, self.agencies)
        counts = {name: len(pages) for name, pages in shares.items()}
        summary = Summary(self.name, counts, len(index.revisits), list(map(self._as_given, index.faults)), index.others)
        self.job.save(INDEX, self.name, {_SUMMARY: summary, _REVISITS: index.revisits, **shares})

    def _as_given(self, fault: ArchiveFault) -> ArchiveFault:
        """A fault that names the file as the command line did."""
        return replace(fault, why=fault.why.replace(str(self.file), self.given))


def _by_agency(index: Index, agencies: tuple[str, ...]) -> dict[str, list[_Numbered]]:
    shares: dict[str, list[_Numbered]] = {}
    for number, (page, digest) in enumerate(index.pages):
        if name := _owner(page.url, agencies):
            shares.setdefault(name, []).append((number, page, digest))
    return shares


def _owner(url: str, agencies: tuple[str, ...]) -> str | None:
    """Whose page it is; with one agency, what was looked for is its own."""
    return agency_of(url) if len(agencies) > 1 else agencies[0]


@dataclass(frozen=True)
class JoinStep:
    """Find the pages that revisits stand for, in all archives in their order."""

    job: Job
    name: str
    indexes: tuple[str, ...]
    agencies: tuple[str, ...]

    def run(self) -> Summary:
        """Pages by agency that were as another one. Only what a revisit may stand for is held in memory."""
        revisits = [one for name in self.indexes for one in self.job.load(INDEX, name, _REVISITS)]
        digests = {revisit.digest for revisit in revisits if revisit.digest}
        addresses = {revisit.like for revisit in revisits}
        wanted = [
            (page, digest)
            for name in self.indexes
            for page, digest in _in_order(self.job, name)
            if digest in digests or page.url in addresses
        ]
        index = Index(pages=wanted, revisits=revisits)
        shares: dict[str, list[SavedPage]] = {}
        for page in as_before(index):
            if name := _owner(page.url, self.agencies):
                shares.setdefault(name, []).append(page)
        self.job.save(JOINED, self.name, shares)
        return Summary(self.name, {name: len(pages) for name, pages in shares.items()}, 0, index.faults, 0)


def _in_order(job: Job, name: str) -> Iterator[tuple[ArchivedPage, str | None]]:
    summary: Summary = job.load(INDEX, name, _SUMMARY)
    numbered = [one for agency in summary.pages for one in job.load(INDEX, name, agency)]
    return ((page, digest) for _, page, digest in sorted(numbered, key=lambda one: one[0]))


@dataclass(frozen=True)
class Share:
    """What the sources hold of one agency: the names of the indexes, and what only its first agency is told."""

    agency: str
    indexes: tuple[str, ...]
    joined: str | None
    faults: tuple[ArchiveFault, ...] = field(default=())
    others: int = 0

    def load(self, job: Job) -> SavedPages:
        """The saved pages of the agency."""
        pages: list[SavedPage] = list(job.load(INDEX, OWN, self.agency) or ())
        for name in self.indexes:
            pages += [page for _, page, _ in job.load(INDEX, name, self.agency) or ()]
        if self.joined:
            pages += job.load(JOINED, self.joined, self.agency) or ()
        return SavedPages(pages, self.faults, self.others)
