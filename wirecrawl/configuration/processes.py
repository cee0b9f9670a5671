"""The processes that clean and read pages: workers of a crawl, readers of a replay."""

import atexit
import os
import sys
from functools import lru_cache
from typing import TYPE_CHECKING

from wirecrawl.configuration.values import read_process_limits
from wirecrawl.parallel.pool import ProcessPool

if TYPE_CHECKING:
    from scrapy.settings import BaseSettings


# What reads pages and what cleans them, which the first imports where it is called.
MODULES = ("wirecrawl.run.reading.stories", "wirecrawl.news.cleaning.clean")
# Pages of a replay that pay for a second process: starting one takes as long as cleaning some 300.
_MANY_PAGES = 500


def open_workers(settings: "BaseSettings") -> ProcessPool:
    """The processes that clean the pages of a crawl. Raises BadArgument, naming the setting."""
    limits = read_process_limits(settings)
    return _pool(limits.workers, limits.seconds, limits.megabytes)


def open_readers(settings: "BaseSettings", pages: int) -> ProcessPool:
    """The processes that read saved pages: WIRECRAWL_JOBS, else one a core where there are many pages, and one for few.

    They start with the first page. No saved page is read in this process, which nothing could stop. The agencies of a
    replay share the processes.
    Raises BadArgument, naming the setting.
    """
    limits = read_process_limits(settings)
    jobs = limits.jobs
    if not jobs:
        jobs = len(os.sched_getaffinity(0)) if pages >= _MANY_PAGES else 1
    return _shared(jobs, limits.seconds, limits.megabytes)


@lru_cache(maxsize=1)  # a command has one number of jobs
def _shared(number: int, seconds: float, megabytes: float) -> ProcessPool:
    pool = _pool(number, seconds, megabytes)
    atexit.register(pool.close)
    return pool


def _pool(number: int, seconds: float, megabytes: float) -> ProcessPool:
    """Processes that do not run the script of the command again.

    multiprocessing runs it in each of them, for classes that a script defines. That of a command defines none and
    imports Scrapy. A script without a file, as of a session at the terminal, is left out.
    """
    vars(sys.modules["__main__"]).pop("__file__", None)
    return ProcessPool(number, seconds, megabytes, MODULES)
