"""The rival datasketch, an optional install: MinHash of words, as its MinHashLSH compares them."""

import importlib
import importlib.util
import re

_PERMUTATIONS = 128  # datasketch's own default


def minhash(pairs: list[tuple[str, str]]) -> list[float] | None:
    """datasketch's estimate of Jaccard's likeness of each pair, None when it is not installed."""
    if importlib.util.find_spec("datasketch") is None:
        return None
    make = importlib.import_module("datasketch").MinHash
    sketches = [[make(num_perm=_PERMUTATIONS) for _ in pair] for pair in pairs]
    for pair, made in zip(pairs, sketches, strict=True):
        for text, sketch in zip(pair, made, strict=True):
            sketch.update_batch([word.encode() for word in set(re.findall(r"\w+", text.casefold()))])
    return [one.jaccard(other) for one, other in sketches]
