"""Clusters under test: real Dask processes on this machine, and reports without what differs by time."""

import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.support.fixtures import ROOT
from tests.support.process import Ended, clean_environment

_PATIENCE = 120  # seconds
_PROGRESS = re.compile(r"\d s left$")
_TIMES = ("started", "finished")


def free_address() -> str:
    """Where a scheduler can listen; nothing does yet."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return f"tcp://127.0.0.1:{found.getsockname()[1]}"


@contextmanager
def scheduler(address: str) -> Iterator[subprocess.Popen[bytes]]:
    """A Dask scheduler at an address, without workers."""
    host, port = address.removeprefix("tcp://").split(":")
    with _process("distributed.cli.dask_scheduler", "--host", host, "--port", port) as process:
        until(lambda: _listens(host, int(port)), "a scheduler")
        yield process


@contextmanager
def worker(address: str, folder: Path, path: Path = ROOT) -> Iterator[subprocess.Popen[bytes]]:
    """A worker that joins it and imports wirecrawl from `path`."""
    with _process(
        *("distributed.cli.dask_worker", address, "--nthreads", "1", "--nworkers", "1"),
        *("--local-directory", str(folder)),
        cwd=folder,
        path=path,
    ) as process:
        yield process


@contextmanager
def _process(module: str, *arguments: str, cwd: Path = ROOT, path: Path = ROOT) -> Iterator[subprocess.Popen[bytes]]:
    process = subprocess.Popen(
        [sys.executable, "-m", module, *arguments, "--no-dashboard"],
        cwd=cwd,
        env=clean_environment({"PYTHONPATH": str(path)}),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield process
    finally:
        process.terminate()
        process.wait(_PATIENCE)


def _listens(host: str, port: int) -> bool:
    try:
        socket.create_connection((host, port), 1).close()
    except OSError:
        return False
    return True


def until(happened: Callable[[], bool], what: str) -> None:
    """Wait for something. Raises TimeoutError, naming it."""
    end = time.monotonic() + _PATIENCE
    while not happened():
        if time.monotonic() > end:
            raise TimeoutError(what)
        time.sleep(0.05)


def start_replay(data: Path, *arguments: str) -> subprocess.Popen[bytes]:
    """`scrapy replay ARGUMENTS` that goes on while the test does something to it."""
    return subprocess.Popen(
        [sys.executable, "-m", "scrapy", "replay", *arguments, "-s", f"WIRECRAWL_DATA={data}"],
        cwd=ROOT,
        env=clean_environment(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )


def chunks_done(work: Path, number: int) -> Callable[[], bool]:
    """Whether so many chunks of the one replay in a working folder are done."""
    return lambda: len([file for file in work.glob("*/results/*") if file.suffix != ".part"]) >= number


def kill_worker(driver: int) -> None:
    """Kill a worker of the local cluster of a driver, with SIGKILL."""
    children = Path(f"/proc/{driver}/task/{driver}/children").read_text("ascii").split()
    threads = [path.read_text("ascii").split() for path in Path(f"/proc/{driver}/task").glob("*/children")]
    for child in {*children, *(one for found in threads for one in found)}:
        if b"spawn_main" in Path(f"/proc/{child}/cmdline").read_bytes():
            os.kill(int(child), signal.SIGKILL)
            return
    raise AssertionError("no worker found")


def said(ended: Ended, instead: Path) -> str:
    """What a command said, but how far it was, with another data folder in place of its own."""
    kept = [line for line in ended.err.splitlines() if not _PROGRESS.search(line)]
    return "\n".join(kept).replace(str(ended.data), str(instead))


def left(data: Path) -> dict[str, Any]:
    """Feeds as bytes and reports without times, by their path below a data folder."""
    feeds = {str(file.relative_to(data)): file.read_bytes() for file in data.glob("feeds/*/*")}
    reports = {str(file.relative_to(data)): _untimed(file) for file in data.glob("reports/*/*")}
    return {**feeds, **reports}


def _untimed(file: Path) -> dict[str, Any]:
    report: dict[str, Any] = json.loads(file.read_bytes())
    now = report["baseline"]["now"]
    for name in [one for one in now if one == "seconds" or one.startswith("age:")]:  # hours since a list was newest
        del now[name]
    return {name: value for name, value in report.items() if name not in _TIMES}
