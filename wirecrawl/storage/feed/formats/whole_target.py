"""Where an export is written: aside, then renamed, so that it is whole under its name or not there."""

import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path

from wirecrawl.errors import BadArgument
from wirecrawl.utils.files import open_own, sync_folder

_FEW = 1_000  # files; each takes some milliseconds


def check_target(target: Path, content: str | None, beside: tuple[str, ...], *, force: bool) -> None:
    """Raise BadArgument for a target that is a link, that exists without `force`, or that no export has made.

    `content` is a pattern for paths in the folder that an export makes; None for an export of one file. `beside` are
    the endings of files that are written too.
    """
    if not target.parent.is_dir():
        raise BadArgument(f"{target.parent}: no such folder; make it, or name another -o")
    for file in (target, *_beside(target, beside)):
        if file.is_symlink():
            raise BadArgument(f"{file}: is a link, and nothing is written through one; name another -o")
        if os.path.lexists(file) and not force:
            raise BadArgument(f"{file}: exists; name another -o, or replace it with --force")
    if os.path.lexists(target):
        _check_own(target, content)


def _check_own(target: Path, content: str | None) -> None:
    if content is None and not target.is_file():
        raise BadArgument(f"{target}: is no file; name another -o")
    if content is not None and not target.is_dir():
        raise BadArgument(f"{target}: is no folder; name another -o")
    for folder, _, files in os.walk(target) if content else ():
        for file in files:
            name = str((Path(folder) / file).relative_to(target))
            if not re.fullmatch(content or "", name):
                raise BadArgument(f"{target}: holds {name}, which no such export writes; name another -o")


def _beside(target: Path, endings: tuple[str, ...]) -> list[Path]:
    return [target.with_name(target.name + ending) for ending in endings]


@contextmanager
def whole_target(target: Path, beside: tuple[str, ...], *, is_folder: bool) -> Iterator[Path]:
    """A new file's path or a new folder beside `target`, which it replaces at the end of the `with` block, durably.

    After an error nothing of it is left and `target` is as it was. Raises OSError.
    """
    part = target.with_name(f"{target.name}.{os.getpid()}.part")
    parts = [part, *_beside(part, beside)]
    if is_folder:
        part.mkdir()
    else:
        for file in parts:
            open_own(file, "wb").close()  # raises for a link that stands there
    try:
        yield part
        for file, final in zip(parts[::-1], [target, *_beside(target, beside)][::-1], strict=True):
            _sync(file)
            _replace(file, final)
    except BaseException:
        for file in parts:
            _remove(file)
        raise
    sync_folder(target.parent)


def _sync(part: Path) -> None:
    """Make what was written durable: few files one by one, many by all that waits for the disk at once."""
    names = [part] if part.is_file() else list(islice(part.rglob("*"), _FEW + 1))
    if len(names) > _FEW:
        os.sync()
        return
    for name in (part, *names):
        sync_folder(name)


def _replace(part: Path, target: Path) -> None:
    if part.is_file() or not target.exists():
        part.rename(target)
        return
    old = target.with_name(f"{target.name}.{os.getpid()}.old")
    target.rename(old)
    part.rename(target)
    shutil.rmtree(old)


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path, ignore_errors=True)
    else:
        path.unlink(missing_ok=True)
