"""What stands below a folder that a user names: links that lead out of it are not followed."""

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

OUTSIDE = "is a link that leads out of {0}; name what it leads to, if that is to be read"


def walk(top: Path, left_out: str = "") -> Iterator[Path]:
    """Files and folders below a folder, in order; no folder twice, though links lead to it again.

    A link that leads out of the folder is among them, and what is behind it is not. Folders whose names begin with
    `left_out` are left out, unless it is empty. What is in a folder that cannot be read is not among them. Raises
    OSError when that is the first one.
    """
    seen, waiting = {_identity(top)}, _children(top)
    while waiting:
        path = waiting.pop()
        is_folder = path.is_dir()
        if is_folder and left_out and path.name.startswith(left_out):
            continue
        yield path
        if is_folder and not leads_out(path, top):
            with suppress(OSError):
                waiting += _children_once(path, seen)


def _children_once(folder: Path, seen: set[tuple[int, int]]) -> list[Path]:
    identity = _identity(folder)
    if identity in seen:
        return []
    seen.add(identity)
    return _children(folder)


def _identity(path: Path) -> tuple[int, int]:
    """What a folder has alike under all its names; unlike its real path, found without a look at each folder above."""
    found = path.stat()
    return found.st_dev, found.st_ino


def _children(folder: Path) -> list[Path]:
    return sorted(folder.iterdir(), reverse=True)


def leads_out(path: Path, top: Path) -> bool:
    """Whether what stands below a folder is a link to a place outside of it."""
    return path.is_symlink() and is_outside(path, top)


def is_outside(path: Path, top: Path) -> bool:
    """Whether a path leads out of a folder, through whichever of its parts."""
    return not Path(os.path.realpath(path)).is_relative_to(os.path.realpath(top))
