"""trafilatura, read when it is first needed: most runs clean pages of known layouts and never wait for it."""

import resource
from functools import cache
from types import ModuleType


@cache
def extractor() -> ModuleType:
    """The module trafilatura; a fifth of a second the first time.

    A process that cleans may have a limit of memory for its pages. What is read here is of no page, and half of it,
    left over where the limit was met, would fail all later pages: the limit waits until all of it is there.
    """
    limit, most = resource.getrlimit(resource.RLIMIT_DATA)
    resource.setrlimit(resource.RLIMIT_DATA, (most, most))
    try:
        import trafilatura

        return trafilatura
    finally:
        resource.setrlimit(resource.RLIMIT_DATA, (limit, most))
