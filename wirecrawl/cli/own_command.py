"""A command of the user's, run with values in its environment: no shell reads them, and its time is bounded."""

import os
import signal
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import IO

_END = 5.0  # seconds in which a killed process is gone
_MOST = 4096  # bytes of its output that are looked at
_LONGEST = 10_000  # characters of a value: the system allows some 128 kB


def run_own_command(words: Sequence[str], values: Mapping[str, str], seconds: float) -> str | None:
    """Run a command and wait for it; returns what went wrong, in one line, else None.

    After `seconds` it is killed, with what it started. What it prints is shown only as part of that line.
    """
    environment = os.environ | {name: _value(value) for name, value in values.items()}
    with tempfile.TemporaryFile() as printed:
        try:
            process = subprocess.Popen(
                words,
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=printed,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        except (OSError, ValueError) as error:
            return f"cannot be run ({getattr(error, 'strerror', None) or error})"
        try:
            code = process.wait(seconds)
        except subprocess.TimeoutExpired:
            _kill(process)
            return f"did not end in {seconds:.0f} seconds and was killed"
        return f"ended with {code}{_last_line(printed)}" if code else None


def _value(text: str) -> str:
    """Text that can be a value: without NUL and without what has no bytes in UTF-8."""
    return text[:_LONGEST].replace("\0", "?").encode("utf-8", "replace").decode("utf-8")


def _kill(process: "subprocess.Popen[bytes]") -> None:
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)
    with suppress(subprocess.TimeoutExpired):
        process.wait(_END)


def _last_line(printed: IO[bytes]) -> str:
    printed.seek(max(0, printed.seek(0, os.SEEK_END) - _MOST))
    lines = printed.read().decode("utf-8", "replace").split("\n")
    return next((f": {line.strip()}" for line in reversed(lines) if line.strip()), "")
