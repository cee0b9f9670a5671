"""A real terminal for a process under test."""

import fcntl
import os
import pty
import struct
import subprocess
import sys
import termios
from codecs import getincrementaldecoder
from collections.abc import Mapping, Sequence

_ROWS, _COLUMNS = 24, 100
_CTRL_C = b"\x03"
# Makes the terminal the one that controls the process, so that Ctrl-C in it is a signal to all that the process starts.
_OWNING = """
import fcntl, os, sys, termios
os.setsid()
fcntl.ioctl(0, termios.TIOCSCTTY, 0)
os.execv(sys.argv[1], sys.argv[1:])
"""


def in_terminal(command: Sequence[str], environment: Mapping[str, str], interrupt: str = "") -> tuple[int, str]:
    """Run a command whose standard streams are a terminal of 100 columns; its exit code and all that it wrote there.

    Ctrl-C is pressed when the text `interrupt` is seen.
    """
    own, its = pty.openpty()
    fcntl.ioctl(its, termios.TIOCSWINSZ, struct.pack("HHHH", _ROWS, _COLUMNS, 0, 0))
    decoder, written, is_pressed = getincrementaldecoder("utf-8")(), "", not interrupt
    own_command = [sys.executable, "-c", _OWNING, *command]
    with subprocess.Popen(own_command, stdin=its, stdout=its, stderr=its, env=dict(environment)) as process:
        os.close(its)
        while some := _read(own):
            written += decoder.decode(some)
            if not is_pressed and interrupt in written:
                os.write(own, _CTRL_C)
                is_pressed = True
    os.close(own)
    return process.returncode, written


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # nobody has it open any more
        return b""
