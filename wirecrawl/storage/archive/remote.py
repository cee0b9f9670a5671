"""Archives by address (s3://, gs://, https:// and others): listed, and read where a record lies, never as a whole.

fsspec and obstore are an extra, imported when an address is given. obstore answers throttling (503 SlowDown, 429) and
broken connections with back-off, up to ten times in three minutes. Credentials come from the environment.
"""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path, PurePosixPath
from typing import Any, BinaryIO, Literal, cast
from zlib import crc32

from wirecrawl.errors import ArchiveError, BadArgument, error_line

_OBJECT_STORES = ("s3", "gs", "az", "http", "https")  # which obstore reads; fsspec has others
_WITHOUT_LISTS = ("http", "https")  # of a web server each file is named
_BLOCK, _KEPT = 2**22, 4  # bytes that are fetched at once, some hundred pages, and blocks that a process keeps
_SHOWN = 300  # characters of an error
_PATTERN = "*["


@dataclass(frozen=True)
class Status:
    """What `Path.stat` says of a file, as far as archives need it."""

    st_size: int
    st_mtime_ns: int


@dataclass(frozen=True)
class RemoteFile:
    """A file at an address, with the methods of a Path that archives need."""

    address: str
    size: int
    changed: str  # when it last was, or the tag of what it holds

    def __str__(self) -> str:
        return self.address

    @property
    def name(self) -> str:
        return PurePosixPath(self.address).name

    @property
    def suffix(self) -> str:
        return PurePosixPath(self.address).suffix

    def absolute(self) -> "RemoteFile":
        """The file itself."""
        return self

    def exists(self) -> bool:
        """It was there when it was listed."""
        return True

    def stat(self) -> Status:
        """Its size, and a number that changes with it."""
        return Status(self.size, crc32(self.changed.encode("utf-8", "backslashreplace")))

    def open(self, _: Literal["rb"], buffering: int = -1) -> BinaryIO:
        """Its bytes, fetched in ranges as they are read, which are large whatever `buffering` says. Raises OSError."""
        return cast(BinaryIO, io.BufferedReader(_Ranges(self)))


AnyFile = Path | RemoteFile


class _Ranges(io.RawIOBase):
    """The bytes of a remote file, fetched block by block."""

    def __init__(self, file: RemoteFile) -> None:
        self._file, self._position = file, 0

    def seekable(self) -> bool:
        """Always."""
        return True

    def readable(self) -> bool:
        """Always."""
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        """Go to an offset. Raises ValueError for one before the file."""
        base = {io.SEEK_SET: 0, io.SEEK_CUR: self._position, io.SEEK_END: self._file.size}[whence]
        if base + offset < 0:
            raise ValueError(f"offset {base + offset} lies before the file")
        self._position = base + offset
        return self._position

    def readinto(self, buffer: Any) -> int:
        """Read what is there into a buffer; returns how many bytes. Raises OSError for whatever the server does."""
        done = 0
        while done < len(buffer) and self._position < self._file.size:
            number, at = divmod(self._position, _BLOCK)
            found = _block(self._file, number)[at : at + len(buffer) - done]
            buffer[done : done + len(found)] = found
            done += len(found)
            self._position += len(found)
        return done


@lru_cache(maxsize=_KEPT)
def _block(file: RemoteFile, number: int) -> bytes:
    """A block of a file, which is asked for once: records are read in the order in which they lie."""
    start = number * _BLOCK
    end = min(start + _BLOCK, file.size)
    try:
        found = bytes(_filesystem(file.address).cat_file(file.address, start=start, end=end))
    except OSError:
        raise
    except Exception as error:  # each store has errors of its own
        raise OSError(error_line(error)[:_SHOWN]) from error
    if len(found) != end - start:
        raise OSError(f"{len(found)} of {end - start} bytes came")
    return found


def is_address(source: str) -> bool:
    """Whether a source is an address and no path.

    >>> is_address("s3://commoncrawl/crawl-data/CC-NEWS/2026/11/"), is_address("data/archive")
    (True, False)
    """
    return "://" in source and not source.startswith("file://")


def files_at(address: str) -> list[RemoteFile]:
    """The files at an address, in order: itself, those below a folder, or those that fit a pattern (`*` within a name).

    Raises ArchiveError where there is none, BadArgument without the extra.
    """
    try:
        found = list(_found(address))
    except BadArgument:
        raise
    except Exception as error:  # each store has errors of its own
        raise ArchiveError(f"{address}: cannot be listed ({error_line(error)[:_SHOWN]})") from error
    if not found:
        raise ArchiveError(f"{address}: no such file, folder or pattern")
    return sorted(found, key=str)


def _found(address: str) -> Iterator[RemoteFile]:
    system, scheme = _filesystem(address), _scheme(address)
    is_pattern = any(mark in address for mark in _PATTERN)
    file = None if is_pattern else _file_itself(system, address)
    if file:
        yield file
    if file or scheme in _WITHOUT_LISTS:
        return
    folder = address
    while any(mark in folder for mark in _PATTERN):
        folder = folder.rpartition("/")[0]
    for name, about in system.find(folder, detail=True).items():
        path = f"{scheme}://{name}"
        if folder == address or _fits(path, address):
            yield _file(path, about)


def _file_itself(system: Any, address: str) -> RemoteFile | None:
    try:
        about = _web_file(address) if _scheme(address) in _WITHOUT_LISTS else system.info(address)
    except FileNotFoundError:
        return None
    return _file(address, about) if about.get("type", "file") == "file" else None


def _web_file(address: str) -> Any:
    """What a web server says of a file; fsspec would ask it for a list where the file is not."""
    from obstore.store import HTTPStore

    folder, _, name = address.rpartition("/")
    return HTTPStore.from_url(folder, client_options={"allow_http": True}).head(name)


def _scheme(address: str) -> str:
    return address.partition("://")[0]


def _file(address: str, about: dict[str, Any]) -> RemoteFile:
    changed = about.get("e_tag") or about.get("ETag") or about.get("last_modified") or ""
    return RemoteFile(address, int(about["size"]), str(changed))


def _fits(path: str, pattern: str) -> bool:
    names, marks = path.split("/"), pattern.split("/")
    return len(names) == len(marks) and all(map(fnmatchcase, names, marks))


def _filesystem(address: str) -> Any:
    return _opened(_scheme(address))


@lru_cache(maxsize=_KEPT)
def _opened(scheme: str) -> Any:
    if missing := [library for library in ("fsspec", "obstore") if not find_spec(library)]:
        how = "install it with `make extras` or `pip install 'wirecrawl[s3]'`"
        raise BadArgument(f"{scheme}:// needs {', '.join(missing)}; {how}")
    if scheme not in _OBJECT_STORES:
        import fsspec

        return fsspec.filesystem(scheme)
    from obstore.fsspec import FsspecStore

    options = {"client_options": {"allow_http": True}} if scheme == "http" else {}
    return FsspecStore(scheme, **options)
