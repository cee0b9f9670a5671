"""When Python looks for cyclic garbage. The collector is one for the whole process, so it is switched here alone.

Objects without cycles are freed at once, with or without it. A search goes through all objects that are held, and a run
holds many and makes next to no cycles.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_RARELY = (20_000, 50, 50)  # allocations between two searches, and searches between those of older objects


@contextmanager
def no_collection() -> Iterator[None]:
    """Switch the collector off; afterwards it is as it was."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@contextmanager
def rare_collection() -> Iterator[None]:
    """Let the collector search rarely; afterwards it is as it was."""
    before = gc.get_threshold()
    gc.set_threshold(*_RARELY)
    try:
        yield
    finally:
        gc.set_threshold(*before)


def skip_last_collection() -> None:
    """Spare the search at the end of the process, half a second after a long replay: call it when nothing follows."""
    gc.freeze()
