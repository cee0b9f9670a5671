"""One run of a spider at a time: a lock on a file, which the system frees when its holder ends, however it ends."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from wirecrawl.errors import RunningAlready
from wirecrawl.utils.files import open_own

_LONGEST = 200  # bytes of a lock file that are shown


class FileLock:
    """The locks of all spiders of one ledger: a file for each in `folder`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @contextmanager
    def hold(self, spider: str, started: str) -> Iterator[None]:
        """Hold the lock of a spider; `started` (ISO 8601 UTC) is shown to whoever finds it held.

        The file stays, only the lock on it goes. Raises RunningAlready, naming the holder, at once, and OSError for a
        lock file that is a link.
        """
        self.folder.mkdir(parents=True, exist_ok=True)
        with open_own(self.folder / f"{spider}.lock", "a+b") as file:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                file.seek(0)
                holder = file.read(_LONGEST).decode("ascii", "replace").strip()
                raise RunningAlready(
                    f"another run of {spider} goes on ({holder or 'it has just begun'}); "
                    "wait for its end, or stop it if it hangs"
                ) from None
            file.truncate(0)
            file.write(f"process {os.getpid()}, since {started}\n".encode())
            file.flush()
            yield
