"""A real terminal for a process under test."""

import fcntl
import os
import pty
import struct
import subprocess
import termios
from collections.abc import Mapping, Sequence

_ROWS, _COLUMNS = 24, 100


def in_terminal(command: Sequence[str], environment: Mapping[str, str]) -> tuple[int, str]:
    """Run a command whose standard streams are a terminal of 100 columns; its exit code and all that it wrote there."""
    own, its = pty.openpty()
    fcntl.ioctl(its, termios.TIOCSWINSZ, struct.pack("HHHH", _ROWS, _COLUMNS, 0, 0))
    with subprocess.Popen(command, stdin=its, stdout=its, stderr=its, env=dict(environment)) as process:
        os.close(its)
        written = b"".join(iter(lambda: _read(own), b""))
    os.close(own)
    return process.returncode, written.decode()


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # nobody has it open any more
        return b""
