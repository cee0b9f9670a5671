"""The work of `python -m wirecrawl clean`: each file costs itself alone."""

import json
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

import msgspec

from wirecrawl.cli.refusal import complain
from wirecrawl.items import Story
from wirecrawl.parallel.pool import ProcessPool
from wirecrawl.run.reading.saved_files import FileTask
from wirecrawl.utils.terminal import escaped
from wirecrawl.web.bodies import LARGEST

SECONDS, MEGABYTES = 20, 512  # of one page: the defaults of a crawl
_MODULES = ("wirecrawl.run.reading.saved_files", "wirecrawl.news.cleaning.clean")  # of the process that cleans
_MANY_FILES = 500  # that pay for a process on each core, as in a replay
_FEW_FILES = 32  # of which each is printed as soon as it is cleaned


def clean_all(files: Sequence[str], url: str | None, urls: dict[str, str]) -> int:
    """Clean files with the limits of a crawl and print their lines in order; the exit code."""
    pretty = len(files) == 1 and sys.stdout.isatty()
    failed = 0
    number = len(os.sched_getaffinity(0)) if len(files) >= _MANY_FILES else 1
    with closing(ProcessPool(number, SECONDS, MEGABYTES, _MODULES)) as pool:
        pool.preload()
        tasks = (_task(name, url or urls.get(Path(name).name)) for name in files)
        results = pool.run(tasks) if len(files) > _FEW_FILES else pool.run_one_by_one(tasks)
        for name, cleaned in zip(files, _each(results), strict=True):
            if isinstance(cleaned, str):
                complain(cleaned)
                failed = 1
            else:
                fields = {"file": Path(name).name, **msgspec.to_builtins(cleaned)}
                print(escaped(json.dumps(fields, ensure_ascii=False, indent=2 if pretty else None)), flush=True)
    return failed


def _each(results: Iterator[list[Story | str]]) -> Iterator[Story | str]:
    return (one for some in results for one in some)


def _task(name: str, url: str | None) -> FileTask:
    """A file to clean; of standard input no more is read than a page can have."""
    return FileTask(name, url, sys.stdin.buffer.read(LARGEST + 1) if name == "-" else None)
