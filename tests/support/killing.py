"""Crawls that are killed: forked from a process that has imported everything, so that fifty of them take seconds."""

import multiprocessing
import os
import signal
import sys
from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec
from multiprocessing.context import ForkServerContext
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

from scrapy.cmdline import execute
from scrapy.utils.misc import walk_modules_iter

from tests.support.fixtures import ROOT
from tests.support.process import FAST

# What every crawl imports, loaded once, before the forks: parts of a run, spiders, and what Scrapy reads by name.
for _package in ("wirecrawl.extensions", "wirecrawl.spiders", "wirecrawl.commands", "wirecrawl.pipelines"):
    list(walk_modules_iter(_package))
for _module in ("itemadapter", "scrapy.commands.crawl", "scrapy.resolver", "scrapy.squeues", "tldextract"):
    list(walk_modules_iter(_module))
if find_spec("psycopg"):
    import_module("wirecrawl.storage.ledger.postgres.ledger")

# A place in the code, by class and method, and which call of it; before or after that call the process ends.
Point = tuple[type, str, int, bool]


def start(
    environment: dict[str, str], data: Path, *arguments: str, point: Point | None = None, command: str = "crawl"
) -> BaseProcess:
    """`scrapy COMMAND xinhua` in a process of its own, which kills itself at `point`; its stderr is in data/stderr."""
    environment = {**environment, "WIRECRAWL_LEDGER": os.environ.get("WIRECRAWL_LEDGER", "")}  # of this test
    context: ForkServerContext = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.support.killing"])
    process = context.Process(target=_crawl, args=(environment, str(data), (command, *arguments), point))
    process.start()
    return process


def _crawl(environment: dict[str, str], data: str, arguments: tuple[str, ...], point: Point | None) -> None:
    os.chdir(ROOT)
    os.environ.update(environment)
    sys.modules.pop("wirecrawl.settings", None)  # it reads the environment, which was another one before the fork
    Path(data).mkdir(parents=True, exist_ok=True)
    with open(f"{data}/stderr", "w", encoding="utf-8") as errors:
        os.dup2(errors.fileno(), 2)
    sys.path.insert(0, str(ROOT))
    if point:
        _kill_at(*point)
    execute(["scrapy", arguments[0], "xinhua", *FAST, *arguments[1:], "-s", f"WIRECRAWL_DATA={data}"])


def _kill_at(owner: type, name: str, call: int, after: bool) -> None:
    """Let the `call`-th call of a method be the process's last act."""
    method: Callable[..., Any] = getattr(owner, name)
    left = iter(range(call - 1, -1, -1))

    def dying(*given: Any, **named: Any) -> Any:
        last = next(left, 1) == 0
        if last and not after:
            os.kill(os.getpid(), signal.SIGKILL)
        result = method(*given, **named)
        if last:
            os.kill(os.getpid(), signal.SIGKILL)
        return result

    setattr(owner, name, dying)
