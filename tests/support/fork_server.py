"""The process that children of the tests are forked from: it has imported what every command needs, and run nothing.

Started by tests/support/forked.py with a socket as its stdin. Each message there is a request: arguments and
environment as JSON, with the child's stdin, stdout and stderr and a pipe that is told its number and then its exit
code. A child is a main program of its own, which ends as any other does, so the fork returns to the end of this file.
"""

import atexit
import gc
import json
import os
import random
import runpy
import signal
import socket
import sys
import threading
import traceback
from collections.abc import Sequence
from contextlib import suppress
from importlib import import_module
from importlib.util import find_spec
from multiprocessing import util
from typing import Any, NoReturn

from scrapy.utils.misc import walk_modules_iter

_spawn = util.spawnv_passfds
_REQUEST = 1 << 18  # bytes of arguments and environment at most
_PACKAGES = ("wirecrawl.extensions", "wirecrawl.spiders", "wirecrawl.commands", "wirecrawl.pipelines", "itemadapter")
_MODULES = (
    *("scrapy.cmdline", "scrapy.resolver", "tldextract", "wirecrawl.cli.clean_files"),
    *("wirecrawl.run.reading.stories", "wirecrawl.news.cleaning.clean"),
)
_PRELOADED = [*_MODULES, *(["wirecrawl.storage.ledger.postgres.ledger"] if find_spec("psycopg") else [])]


def _load() -> None:
    for package in (*_PACKAGES, "scrapy.squeues"):
        list(walk_modules_iter(package))
    for module in _PRELOADED:
        import_module(module)
    sys.modules.pop("wirecrawl.settings", None)  # it reads the environment of its run


def _next_child(requests: socket.socket) -> list[str]:
    """Fork for each request. Returns in a child alone, with its arguments."""
    while True:
        message, streams, _, _ = socket.recv_fds(requests, _REQUEST, 4)
        if not message:
            os._exit(0)  # the tests have ended
        if os.fork() == 0:
            requests.close()
            return _start(json.loads(message), streams)
        for stream in streams:
            os.close(stream)


def _start(request: dict[str, dict[str, str]], streams: list[int]) -> list[str]:
    """Go on as the child that was asked for; this process waits for it and says how it ended."""
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    *standard, answer = streams
    if child := os.fork():
        os.write(answer, f"{child}\n".encode())
        _, status = os.waitpid(child, 0)
        os.write(answer, f"{os.waitstatus_to_exitcode(status)}\n".encode())
        os._exit(0)
    for number, stream in enumerate(standard):
        os.dup2(stream, number)
    for stream in streams:
        os.close(stream)
    os.environ.clear()
    os.environ.update(request["environment"])
    random.seed()
    util.spawnv_passfds = _fork_again  # type: ignore[assignment]  # it takes what the other one is given
    return list(request["arguments"])


def _fork_again(path: bytes, arguments: Sequence[Any], kept: Sequence[int]) -> int:
    """What starts a process for `multiprocessing`: one that other processes are forked from is forked itself.

    Not where this process has threads, as of a library in Rust: a fork has what they locked, and none of them.
    """
    program = arguments[-1]
    if b"multiprocessing.forkserver" not in os.fsencode(program) or len(os.listdir("/proc/self/task")) > 1:
        return _spawn(path, arguments, kept)
    if child := os.fork():
        return child
    for number in map(int, os.listdir("/proc/self/fd")):
        if number > sys.stderr.fileno() and number not in kept:
            with suppress(OSError):
                os.close(number)
    try:
        exec(program, {"__name__": "__main__"})
    finally:
        os._exit(0)


def _end(code: object) -> NoReturn:
    """End as Python does, but for taking each module apart, which takes longer than most commands."""
    threading._shutdown()  # type: ignore[attr-defined]  # waits for threads, before what atexit has
    atexit._run_exitfuncs()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code if isinstance(code, int) else code is not None)


if __name__ == "__main__":
    _load()
    gc.freeze()  # so that no child searches what all of them share
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody waits for those that wait for a child
    module, *sys.argv[1:] = _next_child(socket.socket(fileno=os.dup(0)))
    try:
        runpy.run_module(module, run_name="__main__", alter_sys=True)
    except SystemExit as ended:
        if isinstance(ended.code, str):
            print(ended.code, file=sys.stderr)
        _end(ended.code)
    except BaseException:
        traceback.print_exc()
        _end(1)
    _end(None)
