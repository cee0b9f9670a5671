"""The one path from an error to an exit code and a line on standard error, the same for every command."""

import os
import sys
from collections.abc import Callable

from wirecrawl.errors import WirecrawlError
from wirecrawl.utils.terminal import printable

REFUSED = (WirecrawlError, OSError)  # errors that end a command with one line; any other one is a bug


def exit_code_of(work: Callable[[], int], place: str = "") -> int:
    """The exit code of a command: what `work` returns, or that of the error it raises, which is printed in one line.

    `place` is named for an OSError that names no file, such as a full disk.

    >>> exit_code_of(lambda: 3)
    3
    """
    try:
        code = work()
        sys.stdout.flush()  # so that a closed pipe is noticed here and not when the interpreter ends
    except REFUSED as error:
        return refuse(error, place)
    return code


def refuse(error: Exception, place: str = "") -> int:
    """Print an error in one line on standard error; returns its exit code.

    A reader that closes the pipe, as `| head` does, has all it wants: that is no error, and nothing is printed.
    """
    if isinstance(error, BrokenPipeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # else the interpreter writes to it once more
        return 0
    complain(message_of(error, place))
    return error.exit_code if isinstance(error, WirecrawlError) else WirecrawlError.exit_code


def complain(message: str) -> None:
    """Print one line on standard error that is safe on a terminal."""
    print(printable(f"wirecrawl: {message}"), file=sys.stderr)


def message_of(error: Exception, place: str = "") -> str:
    """The message of an error; `place` is named for an OSError that names no file."""
    if not isinstance(error, OSError):
        return str(error)
    where = error.filename or place
    return f"{where}: {error.strerror or error}" if where else str(error)
