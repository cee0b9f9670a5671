"""What a replay is given: fixture folders, html files and archives, or folders and patterns of them."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from glob import glob
from pathlib import Path

from wirecrawl.errors import ArchiveError
from wirecrawl.reasons import Reason, words_of
from wirecrawl.storage.archive.archived import ArchivedPage, Index
from wirecrawl.storage.archive.digests import in_one_form
from wirecrawl.storage.archive.fixtures import BODY, RESPONSE, fixtures_below, read_fixture, single_page
from wirecrawl.storage.archive.folders import OUTSIDE, leads_out
from wirecrawl.storage.archive.members import SUFFIXES, archives_below, is_archive
from wirecrawl.storage.archive.remote import AnyFile, RemoteFile, files_at, is_address
from wirecrawl.storage.archive.saved import ArchiveFault, SavedPage, SavedPages
from wirecrawl.storage.archive.warc import read_index

SMALLEST = 10_000  # bytes of a page in an archive: 90 real ones of 227 kB take 42 kB each
Reader = Callable[[Iterable["IndexTask"]], Iterable[list[Index]]]


@dataclass(frozen=True, slots=True)
class IndexTask:
    """An archive to look through for pages of some agencies."""

    file: AnyFile
    names: tuple[str, ...]

    @property
    def pages(self) -> int:
        """As many as there may be in it."""
        return 1 + self.file.stat().st_size // SMALLEST

    def run(self) -> list[Index]:
        """Its index; an archive that cannot be read is a fault, and the others are read."""
        try:
            return [read_index(self.file, self.names)]
        except ArchiveError as error:
            return [self.failed_with(str(error))]
        except MemoryError:
            raise
        except Exception as error:  # whatever a file holds, it ends no run
            return [self.failed_with(f"{self.file}: not readable ({type(error).__name__}: {error})")]

    def parts(self) -> "list[IndexTask]":
        """The archive."""
        return [self]

    def failed(self, why: Reason) -> Index:
        """The index of an archive whose process exceeded a limit or died."""
        return self.failed_with(f"{self.file}: {words_of(why)}")

    def failed_with(self, why: str) -> Index:
        """The index of an archive that cannot be read."""
        return Index(faults=[ArchiveFault(self.file.name, why)])


def in_turn(tasks: Iterable[IndexTask]) -> Iterator[list[Index]]:
    """Look through archives one after the other, in this process."""
    return (task.run() for task in tasks)


@dataclass(slots=True)
class Sources:
    """What sources hold before any archive is read: pages of their own, archives in their order, and faults."""

    pages: list[SavedPage] = field(default_factory=list)
    archives: list[AnyFile] = field(default_factory=list)
    faults: list[ArchiveFault] = field(default_factory=list)


def list_sources(sources: Iterable[str], url: str | None = None) -> Sources:
    """Look through fixture folders, archives, folders and patterns of them; an html file needs its `url`.

    Folders whose name begins with _ are left out unless named. Raises ArchiveError for a source that is none.
    """
    listed = Sources()
    for name in sources:
        if is_address(name):
            listed.archives += _remote_archives(name)
        else:
            for path in _matching(name):
                _list_path(listed, path, url)
    listed.archives = list(dict.fromkeys(listed.archives))
    return listed


def _list_path(listed: Sources, source: Path, url: str | None) -> None:
    found = _archives(source)
    outside = [file for file in found if leads_out(file, source)]
    listed.archives += [file for file in found if file not in outside]
    listed.faults += [ArchiveFault(file.name, f"{file} {OUTSIDE.format(source)}") for file in outside]
    given = [] if found else list(_pages(source, url))
    listed.pages += [page for page in given if isinstance(page, SavedPage)]
    listed.faults += [page for page in given if isinstance(page, ArchiveFault)]


def open_sources(
    sources: tuple[str, ...], names: tuple[str, ...] = (), url: str | None = None, reader: Reader = in_turn
) -> SavedPages:
    """Saved pages of all sources, of archives those of the agencies `names`; `reader` looks through the archives.

    Raises ArchiveError for a source that is none.
    """
    listed = list_sources(sources, url)
    tasks = (IndexTask(file, names) for file in listed.archives)
    index = _joined(found for indexes in reader(tasks) for found in indexes)
    pages = listed.pages + [page for page, _ in index.pages] + as_before(index)
    return SavedPages(pages, listed.faults + index.faults, index.others)


def _remote_archives(address: str) -> list[RemoteFile]:
    """The archives at an address. Raises ArchiveError where there are none."""
    if found := [file for file in files_at(address) if is_archive(file)]:
        return found
    raise ArchiveError(f"{address}: no archive there; its name ends in .warc.gz or {', '.join(SUFFIXES[::2])}")


def _matching(source: str) -> list[Path]:
    """The files of a pattern that the shell left as it is, in order; else the path itself."""
    source = source.removeprefix("file://")
    found = sorted(glob(source)) if not Path(source).exists() else []
    return [Path(name) for name in found] or [Path(source)]


def _archives(source: Path) -> list[Path]:
    if source.is_dir():
        return archives_below(source)
    return [source] if is_archive(source) and source.is_file() else []


def _pages(source: Path, url: str | None) -> Iterator[SavedPage | ArchiveFault]:
    if source.is_file():
        yield single_page(source, url)
        return
    if not source.is_dir():
        raise ArchiveError(f"{source}: no such file or folder")
    folders = fixtures_below(source)
    if not folders:
        raise ArchiveError(
            f"{source}: no saved page in it; a fixture folder holds {RESPONSE} and {BODY}, an archive ends in .warc.gz"
        )
    for folder in folders:
        yield _fixture(folder, source)


def _fixture(folder: Path, source: Path) -> SavedPage | ArchiveFault:
    """The page of a fixture folder. One that cannot be read is a fault, but for the `source` itself: it raises."""
    try:
        return read_fixture(folder, source)
    except ArchiveError as error:
        if folder == source:
            raise
        return ArchiveFault(f"{folder.parent.name}/{folder.name}", str(error))


def _joined(indexes: Iterable[Index]) -> Index:
    whole = Index()
    for index in indexes:
        whole.pages += index.pages
        whole.revisits += index.revisits
        whole.faults += index.faults
        whole.others += index.others
    return whole


def archives_of(sources: Iterable[str]) -> list[AnyFile]:
    """The archives that sources name."""
    found: list[AnyFile] = []
    for name in sources:
        if is_address(name):
            found += _remote_archives(name)
        else:
            found += (file for path in _matching(name) for file in _archives(path))
    return found


def as_before(index: Index) -> list[ArchivedPage]:
    """Pages that were as another one, under their own address; what is the same page again brings nothing new.

    A revisit of a page that is not there is a fault of the index, the first hundred of a file one by one.
    """
    if not index.revisits:
        return []
    by_digest = {in_one_form(digest): page for page, digest in reversed(index.pages) if digest}
    by_address = {page.url: page for page, _ in reversed(index.pages)}
    found = []
    lost: dict[AnyFile, Index] = {}
    for revisit in index.revisits:
        original = by_digest.get(in_one_form(revisit.digest or "")) or by_address.get(revisit.like)
        if original is None:
            file, why = revisit.page.file, f"{revisit.page.url}: as before, but before is not here"
            lost.setdefault(file, Index()).fault(file, revisit.page.offset, why)
        elif original.url != revisit.page.url:
            found.append(replace(original, url=revisit.page.url, fetched=revisit.page.fetched))
    for file, one in lost.items():
        one.sum_up(file)
        index.faults += one.faults
    return found
