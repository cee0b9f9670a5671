"""Files that are there whole or not at all, after a power cut too: written beside their name, synced, renamed."""

import errno
import fcntl
import os
import stat
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Literal

MB = 2**20  # bytes
_STEP = 0.05  # seconds between two tries of a lock


def open_own(file: Path, mode: Literal["wb", "ab", "a+b", "r+b"]) -> BinaryIO:
    """Open a file below WIRECRAWL_DATA for writing; `mode` is that of `open`.

    Raises OSError, also for a file that is a link, has a second name, or is a device: the bytes would go to a place
    that wirecrawl was not given. It is found unchanged then.
    """
    return open(file, mode, opener=_open_plainly)


def _open_plainly(path: str, flags: int) -> int:
    """Open a file through no link; one that is there is emptied only when it is known to be a file of its own."""
    try:
        descriptor = os.open(path, (flags & ~os.O_TRUNC) | os.O_NOFOLLOW | os.O_NONBLOCK, 0o666)
    except OSError as error:
        if error.errno in (errno.ELOOP, errno.ENXIO):  # a link, or a pipe that nobody reads
            raise _foreign(path) from None
        raise
    found = os.fstat(descriptor)
    if not stat.S_ISREG(found.st_mode) or found.st_nlink > 1:
        os.close(descriptor)
        raise _foreign(path)
    if flags & os.O_TRUNC:
        os.ftruncate(descriptor, 0)
    return descriptor


def _foreign(path: str) -> OSError:
    rule = "is a link or no plain file, and wirecrawl writes only files of its own; move it away"
    return OSError(errno.ELOOP, rule, str(path))


def write_whole(file: Path, data: Iterable[bytes]) -> None:
    """Write a file from its pieces, under its name only when it is whole and durable. Raises OSError."""
    part = file.with_name(file.name + ".part")
    with open_own(part, "wb") as written:
        written.writelines(data)
        written.flush()
        os.fsync(written.fileno())
    part.replace(file)
    sync_folder(file.parent)


@contextmanager
def hold_lock(file: Path, seconds: float) -> Iterator[None]:
    """Hold the lock on a file, which is made if it is missing and stays. Raises OSError after waiting so long."""
    file.parent.mkdir(parents=True, exist_ok=True)
    until = time.monotonic() + seconds
    with open_own(file, "ab") as locked:
        while True:
            try:
                fcntl.flock(locked, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError as error:
                if time.monotonic() >= until:
                    raise OSError(errno.EAGAIN, "another process holds it", str(file)) from error
            time.sleep(_STEP)
        yield


def write_new(files: Mapping[Path, bytes]) -> None:
    """Write files that must not exist yet, with their folders; all of them or none. Raises OSError."""
    written: list[Path] = []
    try:
        for path, content in files.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("xb") as file:
                written.append(path)
                file.write(content)
    except OSError:
        for path in written:
            path.unlink()
        raise


def make_folder(folder: Path) -> None:
    """Make a folder and those above it, durably. Raises OSError."""
    if not folder.is_dir():
        make_folder(folder.parent)
        folder.mkdir(exist_ok=True)
        sync_folder(folder.parent)


def sync_folder(folder: Path) -> None:
    """Make the names in a folder durable: a file that is synced alone may still have none. Raises OSError."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def from_here(path: str) -> str:
    """A path relative to the current folder, if it is below it."""
    try:
        return str(Path(path).relative_to(Path.cwd()))
    except ValueError:
        return path
