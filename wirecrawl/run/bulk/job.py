"""The working folder of a replay in steps: what each step leaves for the next one, durable and whole or not there.

All machines see the folder. Its files are pickled, so whoever may write to it may run code, as whoever reaches the
scheduler may.
"""

import os
import pickle
import shutil
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from multiprocessing.util import Finalize
from pathlib import Path
from typing import Any, BinaryIO
from uuid import uuid4

from wirecrawl.parallel.pool import ProcessPool
from wirecrawl.utils.files import make_folder, open_own, sync_folder

_pools = threading.local()  # a worker's thread has a process of its own that reads pages


def name_of(*what: object) -> str:
    """A file name made of what a step works on: the same for the same work, whoever asks and when."""
    return sha256("\n".join(map(repr, what)).encode("utf-8", "backslashreplace")).hexdigest()[:32]


@dataclass(frozen=True)
class Job:
    """A folder of files by kind and name, and the limits of a page. `modules` are those that read pages."""

    folder: Path
    seconds: float
    megabytes: float
    modules: tuple[str, ...] = ()

    def path(self, kind: str, name: str) -> Path:
        """Where a file is."""
        return self.folder / kind / name

    def has(self, kind: str, name: str) -> bool:
        """Whether a file is there; then it is whole."""
        return self.path(kind, name).is_file()

    def save(self, kind: str, name: str, parts: Mapping[str, Any]) -> None:
        """Keep values by name, each of which can be read alone. Raises OSError, as on a full disk."""
        file = self.path(kind, name)
        packed = {key: pickle.dumps(value, pickle.HIGHEST_PROTOCOL) for key, value in parts.items()}
        sizes = pickle.dumps({key: len(value) for key, value in packed.items()})
        with whole_file(file) as written:
            written.write(len(sizes).to_bytes(8) + sizes)
            for value in packed.values():
                written.write(value)

    def load(self, kind: str, name: str, part: str) -> Any:
        """A value that was kept, None for a name that has none."""
        with self.path(kind, name).open("rb") as file:
            sizes = pickle.loads(file.read(int.from_bytes(file.read(8))))
            if part not in sizes:
                return None
            before = list(sizes)[: list(sizes).index(part)]
            file.seek(sum(sizes[key] for key in before), os.SEEK_CUR)
            return pickle.loads(file.read(sizes[part]))

    def drop(self, kind: str, name: str) -> None:
        """Delete a file, if it is there."""
        self.path(kind, name).unlink(missing_ok=True)

    def end(self) -> None:
        """Delete the folder: a finished run needs nothing of it."""
        shutil.rmtree(self.folder, ignore_errors=True)

    def pool(self) -> ProcessPool:
        """The process that reads pages for this thread, with the limits of a page."""
        wanted = (self.seconds, self.megabytes)
        if getattr(_pools, "limits", None) != wanted:
            _pools.pool, _pools.limits = ProcessPool(1, *wanted, self.modules), wanted
            Finalize(None, _pools.pool.close, exitpriority=1)  # a worker that ends would wait for it
        pool: ProcessPool = _pools.pool
        return pool


@contextmanager
def whole_file(file: Path) -> Iterator[BinaryIO]:
    """A file that is written aside, made durable and renamed; two machines that write the same do no harm.

    Raises OSError, naming the file.
    """
    make_folder(file.parent)
    part = file.with_name(f"{file.name}.{uuid4().hex}.part")
    try:
        with open_own(part, "wb") as written:
            yield written
            written.flush()
            os.fsync(written.fileno())
        part.replace(file)
        sync_folder(file.parent)
    except OSError as error:
        error.filename = error.filename or str(file)
        raise
    finally:
        part.unlink(missing_ok=True)
