"""Readers as if they met each text for the first time: what they remember of texts is dropped before each call."""

import functools
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

from tests.support.patterns import modules

_ROOMS = ("news", "run", "web", "utils")


def without_caches(work: Callable[[str], object]) -> Callable[[str], object]:
    """A reader that remembers nothing of the texts before."""
    caches = _caches()  # this imports all modules, which is no part of a reader's time

    def fresh(text: str) -> object:
        for forget in caches:
            forget()
        return work(text)

    return fresh


@cache
def _caches() -> list[Callable[[], None]]:
    """What empties the caches of texts: they have a size, and those of tables have none."""
    return [value.cache_clear for value in set(_cached()) if (value.cache_parameters()["maxsize"] or 1) > 1]


def _cached() -> Iterator[Any]:
    for module in modules(*_ROOMS):
        yield from (value for value in vars(module).values() if isinstance(value, functools._lru_cache_wrapper))
