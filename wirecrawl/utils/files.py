"""Files that are there whole or not at all, after a power cut too: written beside their name, synced, renamed."""

import os
from collections.abc import Mapping
from pathlib import Path

MB = 2**20  # bytes


def write_whole(file: Path, data: bytes) -> None:
    """Write a file under its name only when it is whole and durable. Raises OSError."""
    part = file.with_name(file.name + ".part")
    with part.open("wb") as written:
        written.write(data)
        written.flush()
        os.fsync(written.fileno())
    part.replace(file)
    sync_folder(file.parent)


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
