"""Where the archives of a WACZ file are: a zip file that holds archive/*.warc.gz as they are, to be read in place.

Whatever its directory says is checked before it is used. One entry that cannot be read costs itself alone.
"""

import struct
import zipfile
from bisect import bisect
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import BinaryIO

from wirecrawl.storage.archive.members import has_name_of_archive
from wirecrawl.storage.archive.remote import AnyFile
from wirecrawl.storage.archive.saved import ArchiveFault
from wirecrawl.storage.archive.window import Window

_DEEPEST = 2  # WACZ files inside a WACZ: a collection holds crawls
_LOCAL_HEADER = struct.Struct("<4s22xHH")  # of a file in a zip: its mark, the lengths of its name and its extra field
_MARK = b"PK\x03\x04"
_ENCRYPTED = 1
_LARGEST_LIST = 4 * 2**20  # bytes of a WACZ's list of files: some fifty thousand of them
_SHOWN = 100  # characters of a name

Part = tuple[int, int]


def parts_of(file: AnyFile, stream: BinaryIO) -> Iterator[Part | ArchiveFault]:
    """Where archives begin and end in a file: the whole of it, or in a WACZ those in it; and what cannot be read."""
    end = stream.seek(0, 2)
    if file.suffix.lower() != ".wacz":
        yield 0, end
        return
    yield from _Packed(file, stream).parts(0, end, _DEEPEST)


@dataclass
class _Packed:
    """A WACZ that is being read; `taken` are the places of the archives found, in their order.

    `opened` are those of the WACZ files in it, by how deep they stand: each list of files is read once.
    """

    file: AnyFile
    stream: BinaryIO
    taken: list[Part] = field(default_factory=list)
    opened: dict[int, list[Part]] = field(default_factory=dict)

    def parts(self, start: int, end: int, depth: int) -> Iterator[Part | ArchiveFault]:
        """Where the archives are of the WACZ between two offsets; also those of a WACZ that it holds."""
        try:
            entries = self._entries(start, end)
        except MemoryError:
            raise
        except Exception as error:  # zipfile raises whatever it stumbles over
            yield ArchiveFault(self.file.name, f"{self.file}: not readable as WACZ ({error}); fetch it again")
            return
        for entry in entries:
            name = entry.filename.lower()
            if not has_name_of_archive(name):
                continue
            if not name.endswith(".wacz"):
                yield self._place(start, end, entry, self.taken)
            elif depth:
                place = self._place(start, end, entry, self.opened.setdefault(depth, []))
                if isinstance(place, ArchiveFault):
                    yield place
                else:
                    yield from self.parts(*place, depth - 1)

    def _entries(self, start: int, end: int) -> list[zipfile.ZipInfo]:
        with zipfile.ZipFile(_List(self.stream, start, end)) as packed:
            return packed.infolist()

    def _place(self, start: int, end: int, entry: zipfile.ZipInfo, taken: list[Part]) -> Part | ArchiveFault:
        """Where an entry's bytes are, which is added to `taken`, or what is wrong with it."""
        why = _not_in_place(entry)
        begun = start + entry.header_offset
        if not why and start <= begun <= end - _LOCAL_HEADER.size:
            self.stream.seek(begun)
            mark, *lengths = _LOCAL_HEADER.unpack(self.stream.read(_LOCAL_HEADER.size))
            begun += _LOCAL_HEADER.size + sum(lengths)
            if mark == _MARK and begun + entry.file_size <= end and _take(taken, (begun, begun + entry.file_size)):
                return begun, begun + entry.file_size
        name = entry.filename[:_SHOWN]
        return ArchiveFault(self.file.name, f"{self.file}: {name} {why or 'is not where it says; fetch it again'}")


def _take(taken: list[Part], place: Part) -> bool:
    """Add a place to those that are taken; False where another one is."""
    at = bisect(taken, place)
    before, after = taken[at - 1 : at], taken[at : at + 1]
    if any(one[1] > place[0] for one in before) or any(place[1] > one[0] for one in after):
        return False
    taken.insert(at, place)
    return True


class _List(Window):
    """A zip file of which only its list of files is read."""

    def read(self, size: int = -1) -> bytes:
        """As of a file. Raises ValueError for more than a list of files is long."""
        if size > _LARGEST_LIST:
            raise ValueError(f"its list of files is longer than {_LARGEST_LIST} bytes")
        return super().read(size)


def _not_in_place(entry: zipfile.ZipInfo) -> str | None:
    """Why an entry cannot be read where it lies; None when it can."""
    if entry.flag_bits & _ENCRYPTED:
        return "is encrypted; fetch it unencrypted"
    if entry.compress_type != zipfile.ZIP_STORED:
        return "is compressed once more; unpack the WACZ and name its folder"
    return None if entry.compress_size == entry.file_size else "says two sizes of itself; fetch it again"
