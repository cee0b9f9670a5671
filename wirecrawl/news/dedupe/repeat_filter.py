"""Which keys of a run at least two of its stories share: a look-up of any other key cannot find another story."""

from collections.abc import Iterable

from wirecrawl.news.dedupe.words.token import hash_of

_SLOTS = 1 << 25  # a byte each, 32 MB; of 100,000 stories one block in twenty falls on that of another story
_ONE, _SEVERAL = 1, 2


class RepeatFilter:
    """Counts keys of blocks and names as none, one or several, in a table of 32 MB with one byte a hash slot.

    Two keys that share a slot count as one key that is repeated: that costs a useless look-up and hides no match.

    >>> repeats = RepeatFilter()
    >>> repeats.count([7, 8], "xinhua:136061234")
    >>> repeats.count([8, 9], "xinhua:136061235")
    >>> repeats.repeated([7, 8, 9]), repeats.is_repeated("xinhua:136061234")
    ([8], False)
    """

    def __init__(self) -> None:
        self._slots = bytearray(_SLOTS)

    def count(self, keys: Iterable[int], *names: str) -> None:
        """Count the keys of a story, and the names by which it may be known: its id, the key of its text."""
        slots = self._slots
        for key in (*keys, *map(hash_of, names)):
            at = key % _SLOTS
            slots[at] = _SEVERAL if slots[at] else _ONE

    def repeated(self, keys: Iterable[int]) -> list[int]:
        """Those of the keys that were counted more than once."""
        return [key for key in keys if self._slots[key % _SLOTS] == _SEVERAL]

    def is_repeated(self, name: str) -> bool:
        """Whether a name was counted more than once."""
        return bool(self.repeated([hash_of(name)]))
