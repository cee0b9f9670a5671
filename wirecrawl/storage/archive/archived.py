"""What an archive holds: its pages, each by its offset, and what of it cannot be read."""

from dataclasses import dataclass, field

from wirecrawl.storage.archive.payload import read_answer
from wirecrawl.storage.archive.remote import AnyFile
from wirecrawl.storage.archive.saved import ArchiveFault, SavedPage
from wirecrawl.web.answer import Answer

_MOST_FAULTS = 100  # of a file that are named one by one


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchivedPage(SavedPage):
    """A page in an archive; its record begins at `offset`."""

    file: AnyFile
    offset: int

    @property
    def record(self) -> str:
        return name_of(self.file, self.offset)

    @property
    def place(self) -> tuple[str, AnyFile, int]:
        """With the address: a page that was like another one has that one's bytes."""
        return self.url, self.file, self.offset

    @property
    def position(self) -> tuple[str, int]:
        return str(self.file), self.offset

    def answer(self) -> Answer:
        """The page, unpacked and unchunked. Raises ArchiveError, naming file and offset."""
        return read_answer(self.file, self.offset, self.url, self.record, self.fetched)


@dataclass(frozen=True, slots=True)
class Revisit:
    """A page that was as before: `digest` is that of its payload, `like` the address of the one before."""

    page: ArchivedPage
    digest: str | None
    like: str


@dataclass(slots=True)
class Index:
    """What is in an archive: pages of the agencies with the digests of their payloads, revisits, faults.

    `others` counts what is neither story nor list of them.
    """

    pages: list[tuple[ArchivedPage, str | None]] = field(default_factory=list)
    revisits: list[Revisit] = field(default_factory=list)
    faults: list[ArchiveFault] = field(default_factory=list)
    others: int = 0
    more_faults: int = 0

    def fault(self, file: AnyFile, offset: int, why: str) -> None:
        """Name what cannot be read, the first hundred of a file; a page that was entered for it goes."""
        if self.pages and self.pages[-1][0].offset == offset:
            self.pages.pop()
        self.add_fault(ArchiveFault(name_of(file, offset), why))

    def add_fault(self, fault: ArchiveFault) -> None:
        """Add a fault, or count it when a hundred of the file are named."""
        if len(self.faults) < _MOST_FAULTS:
            self.faults.append(fault)
        else:
            self.more_faults += 1

    def sum_up(self, file: AnyFile) -> None:
        """Say how many faults were not named."""
        if self.more_faults:
            self.faults.append(ArchiveFault(file.name, f"{self.more_faults} more faults of it are not named"))
            self.more_faults = 0


def name_of(file: AnyFile, offset: int) -> str:
    """How a record is named, in provenance and in reports.

    >>> from pathlib import Path
    >>> name_of(Path("data/archive/xinhua/xinhua-2026.warc.gz"), 1024)
    'xinhua-2026.warc.gz#1024'
    """
    return f"{file.name}#{offset}"
