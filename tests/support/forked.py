"""`python -m MODULE` forked from a process that has imported what every command needs: most of a start is imports.

A child is a process of its own, with its arguments, environment and streams, and ends as any other does. Children of
one test process share what Python fixes at its start, such as the seed of hashes.
"""

import atexit
import json
import os
import select
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from tests.support.fixtures import ROOT

# What Python and its libraries read at their start.
_AT_THE_START = ("PYTHON", "LC_", "LANG", "TZ", "LD_", "MALLOC_")
_ENDING = 10  # seconds


def can_fork(arguments: Sequence[str], changed: Iterable[str]) -> bool:
    """Whether a module is to be run, and no variable that is changed for it is read at the start of Python."""
    return arguments[0] == "-m" and not any(name.startswith(_AT_THE_START) for name in changed)


def run_module(
    arguments: Sequence[str], environment: Mapping[str, str], stdin: bytes, seconds: float
) -> "subprocess.CompletedProcess[bytes]":
    """`python -m ARGUMENTS` in the project's folder. Raises subprocess.TimeoutExpired after so many seconds."""
    request = json.dumps({"arguments": list(arguments), "environment": dict(environment)}).encode()
    answer, written = os.pipe()
    with tempfile.TemporaryFile() as given, tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        given.write(stdin)
        given.seek(0)
        socket.send_fds(_server().requests, [request], [given.fileno(), out.fileno(), err.fileno(), written])
        os.close(written)
        code = _exit_code(answer, arguments, seconds)
        out.seek(0)
        err.seek(0)
        return subprocess.CompletedProcess(arguments, code, out.read(), err.read())


def _exit_code(answer: int, arguments: Sequence[str], seconds: float) -> int:
    """What the server says at last: the number of the child, and when it has ended, its exit code."""
    said, end = b"", time.monotonic() + seconds
    with open(answer, "rb", buffering=0) as answers:
        while select.select([answers], [], [], max(0, end - time.monotonic()))[0]:
            if not (more := answers.read(100)):
                return int(said.split()[1])
            said += more
    if said:
        os.kill(int(said.split()[0]), signal.SIGKILL)
    raise subprocess.TimeoutExpired(arguments, seconds)


@dataclass(frozen=True)
class _Server:
    """The process to fork from, and where it is asked to."""

    requests: socket.socket
    process: "subprocess.Popen[bytes]"

    def end(self) -> None:
        """Let it end."""
        self.requests.close()
        self.process.wait(_ENDING)


@cache
def _server() -> _Server:
    """One of each test process, which ends with it."""
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    with theirs:
        command = [sys.executable, "-m", "tests.support.fork_server"]
        server = _Server(ours, subprocess.Popen(command, cwd=ROOT, stdin=theirs.fileno()))
    atexit.register(server.end)
    return server
