"""How the time of a piece of work grows with the length of its input, told by ratios within one process."""

import gc
import math
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any

SIZES = tuple(
    2000 << n for n in range(9)
)  # 2k, 4k ... 64k characters, and more of what is fast: a few times tell little
STEEP = 1.3  # of a slope in the log-log plane: 1 is linear, 2 is quadratic
_SHORT, _LONG = 2000, 16_000  # characters, of which the second takes 64 times as long in quadratic time
_FAST = 0.001  # seconds, below which nothing of the longer is quadratic
_FIRST = 100  # characters, with which libraries are read that this input needs: that is not its time
_HALF = _LONG // 2  # characters, which take a fourth of that; most work is far faster, and needs no second look
_NOISE = 0.0005  # seconds, below which a time says nothing
_ENOUGH = 0.05  # seconds, after which no longer input is tried: the times so far tell
_HANGS = 2  # seconds of the processor for one input
_UNFELT = 0.1  # seconds, below which even the longer of two very long inputs costs nobody anything
_ATTEMPTS = 5  # a slope that is steep by accident is not so each time


class HangsError(Exception):
    """Work on one input has taken too long."""


@contextmanager
def _watched() -> Iterator[None]:
    def give_up(number: int, frame: FrameType | None) -> None:
        raise HangsError

    before = signal.signal(signal.SIGVTALRM, give_up)
    signal.setitimer(signal.ITIMER_VIRTUAL, _HANGS)  # of the processor: a busy machine hangs nothing
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def _seconds(work: Callable[[Any], object], given: Any, repeats: int) -> float:
    """The shortest of some times of the processor: what else runs on the machine does not count."""
    best = math.inf
    gc.disable()
    try:
        for _ in range(repeats):
            start = time.thread_time()
            work(given)
            best = min(best, time.thread_time() - start)
    finally:
        gc.enable()
    return best


def slope(work: Callable[[Any], object], make: Callable[[int], Any]) -> float:
    """The exponent with which time grows, by least squares over the sizes that take long enough to tell; 0 if few do.

    Infinite for work that has no end.
    """
    try:
        with _watched():
            work(make(_FIRST))
        with _watched():
            if _seconds(work, make(_HALF), 1) < _FAST / 4:
                return 0.0
            short, long = (_seconds(work, make(size), 2) for size in (_SHORT, _LONG))
        if long < max(_FAST, short * (_LONG / _SHORT) ** STEEP):
            return 0.0
        return _lowest(_fitted(work, make, 2 + attempt) for attempt in range(_ATTEMPTS))
    except HangsError:
        return math.inf


def slope_between(work: Callable[[Any], object], make: Callable[[int], Any], short: int, long: int) -> float:
    """The exponent with which time grows between two lengths that are far longer than those of `slope`."""
    return _lowest(_rise(work, make, short, long) for _ in range(_ATTEMPTS))


def _rise(work: Callable[[Any], object], make: Callable[[int], Any], short: int, long: int) -> float:
    first, second = (_seconds(work, make(size), 3) for size in (short, long))
    return math.log(second / first, long / short) if second >= _UNFELT else 0.0


def _lowest(slopes: Iterator[float]) -> float:
    """The first slope that is not steep, else the lowest."""
    lowest = math.inf
    for one in slopes:
        lowest = min(lowest, one)
        if lowest <= STEEP:
            break
    return lowest


def _fitted(work: Callable[[Any], object], make: Callable[[int], Any], repeats: int) -> float:
    points: list[tuple[float, float]] = []
    for size in SIZES:
        with _watched():
            took = _seconds(work, make(size), repeats)
        if took > _NOISE:
            points.append((math.log(size), math.log(took)))
        if took > _ENOUGH and len(points) > 2:
            break
    return _line(points) if len(points) > 2 else 0.0


def _line(points: list[tuple[float, float]]) -> float:
    middle_x, middle_y = (sum(one) / len(points) for one in zip(*points, strict=True))
    across: float = sum((x - middle_x) ** 2 for x, _ in points)
    along: float = sum((x - middle_x) * (y - middle_y) for x, y in points)
    return along / across
