"""The rival datasketch, an optional install: MinHash of words, as its MinHashLSH compares them."""

import importlib
import importlib.util
import re
from collections.abc import Callable, Iterable
from typing import Any

_PERMUTATIONS = 128  # datasketch's own default


_NEAR = 0.5  # of the words in common: where it tells one news with the fewest errors


def minhash(pairs: list[tuple[str, str]]) -> list[float] | None:
    """datasketch's estimate of Jaccard's likeness of each pair, None when it is not installed."""
    datasketch = _datasketch()
    if datasketch is None:
        return None
    return [_sketch(datasketch, one).jaccard(_sketch(datasketch, other)) for one, other in pairs]


def lsh(lines: Iterable[str]) -> Callable[[str], object] | None:
    """Its index of these lines, as a function that looks a line up and enters it; None when it is not installed."""
    datasketch = _datasketch()
    if datasketch is None:
        return None
    index = datasketch.MinHashLSH(threshold=_NEAR, num_perm=_PERMUTATIONS)
    for line in lines:
        index.insert(line, _sketch(datasketch, line), check_duplication=False)

    def decide(line: str) -> object:
        sketch = _sketch(datasketch, line)
        found = index.query(sketch)
        index.insert(line, sketch, check_duplication=False)
        return found

    return decide


def _datasketch() -> Any:
    return importlib.import_module("datasketch") if importlib.util.find_spec("datasketch") else None


def _sketch(datasketch: Any, text: str) -> Any:
    sketch = datasketch.MinHash(num_perm=_PERMUTATIONS)
    sketch.update_batch([word.encode() for word in set(re.findall(r"\w+", text.casefold()))])
    return sketch
