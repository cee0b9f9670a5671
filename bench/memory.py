"""Memory and CPU time of running processes, read from /proc while they run."""

import os
import threading
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

_SECONDS = 0.1  # between two looks


def memory(process: int, field: str = "VmRSS") -> float:
    """Resident memory of a process in MB, or another of the fields of /proc/PID/status; 0 when it has ended."""
    try:
        status = Path(f"/proc/{process}/status").read_text()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in status.splitlines() if line.startswith(field)), 0.0)


def family(process: int) -> Iterator[int]:
    """A process and those below it."""
    yield process
    for child in _children(process):
        yield from family(child)


def _children(process: int) -> list[int]:
    """The processes that the threads of a process started; what ends while it is looked at has none."""
    found: list[int] = []
    with suppress(OSError):
        for thread in os.listdir(f"/proc/{process}/task"):
            with suppress(OSError):
                found += map(int, Path(f"/proc/{process}/task/{thread}/children").read_text().split())
    return found


def cpu_seconds(process: int) -> float:
    """CPU seconds that a process has used; 0 when it has ended."""
    try:
        fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


class Peak:
    """The largest memory of a family of processes in MB, while the `with` block lasts: of one of them, and together.

    `together` counts what processes share, as forked ones do, once for each of them. `cpu` has the CPU seconds of each
    process at the last look at it.
    """

    def __init__(self, process: int) -> None:
        self.megabytes = self.together = 0.0
        self.cpu: dict[int, float] = {}
        self._process = process
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._watch)

    def _watch(self) -> None:
        while not self._ended.wait(_SECONDS):
            found = list(family(self._process))
            self.megabytes = max(self.megabytes, *(memory(one, "VmHWM") for one in found))
            self.together = max(self.together, sum(map(memory, found)))
            self.cpu |= {one: seconds for one in found if (seconds := cpu_seconds(one))}

    def __enter__(self) -> "Peak":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._ended.set()
        self._thread.join()
