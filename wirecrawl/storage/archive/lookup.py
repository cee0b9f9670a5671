"""Records by their name, as a story's provenance has it: `file#offset` of an archive, `agency/case` of a fixture."""

from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from wirecrawl.errors import ArchiveError, NotSaved
from wirecrawl.storage.archive.archived import ArchivedPage
from wirecrawl.storage.archive.fixtures import RESPONSE, read_fixture
from wirecrawl.storage.archive.folders import is_outside
from wirecrawl.storage.archive.members import is_archive, own_archives
from wirecrawl.storage.archive.saved import SavedPage, SavedPages
from wirecrawl.storage.archive.sources import open_sources

_DIGITS = 15  # of an offset: a petabyte
_SHOWN = 100  # characters of a record's name


def _is_below(record: str) -> bool:
    """Whether a record's name leads down from a folder: neither to another place, nor up, nor to itself."""
    path = Path(record)
    return bool(path.parts) and not path.is_absolute() and ".." not in path.parts


def _is_file(path: Path) -> bool:
    """Whether a file is there; none has a name that the system does not take."""
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False


@dataclass
class ArchiveLookup:
    """The records below some folders or files. Raises ArchiveError for a place that is not there."""

    places: tuple[Path, ...]
    _saved: dict[tuple[Path, str], SavedPages] = field(default_factory=dict)

    @cached_property
    def _archives(self) -> dict[str, Path]:
        """Archive files by name, which is unique among those that wirecrawl writes."""
        found: dict[str, Path] = {}
        for place in self.places:
            if not place.exists():
                raise ArchiveError(f"{place}: no such file or folder")
            for file in [place] if place.is_file() else own_archives(place):
                found.setdefault(file.name, file)
        return found

    def find(self, record: str | None, url: str) -> SavedPage:
        """The page of a record, under the address of its story. Raises NotSaved, naming the record."""
        record = record or ""
        name, number, offset = record.rpartition("#")
        if number and offset.isdecimal() and len(offset) <= _DIGITS and name in self._archives:
            return ArchivedPage(url, file=self._archives[name], offset=int(offset))
        for place in self.places if _is_below(record) else ():
            if _is_file(place / record / RESPONSE) and not is_outside(place / record, place):
                return read_fixture(place / record, place)
        raise NotSaved(f"{(record or 'no record')[:_SHOWN]}: not in {', '.join(map(str, self.places))}")

    def later_pages(self, page: SavedPage, agency: str) -> tuple[SavedPage, ...]:
        """Page 2 and further of a story, from where its first page is."""
        file = Path(page.position[0])
        source = file if is_archive(file) else file.parent.parent
        if (source, agency) not in self._saved:
            self._saved[source, agency] = open_sources((str(source),), (agency,))
        return self._saved[source, agency].later_pages(page)
