"""Which blocks and names of a run several of its stories have: what one story alone has leads to no other."""

from collections.abc import Iterable

from wirecrawl.news.dedupe.words.token import hash_of

_SLOTS = 1 << 25  # a byte each, 32 MB; of 100,000 stories one block in twenty falls on that of another story
_ONE, _SEVERAL = 1, 2


class RepeatFilter:
    """Counts keys of blocks and names up to two, in a byte for each of 2 ** 25 remainders of them.

    What has one remainder is taken for one: then it is kept and looked up in vain, nothing is ever missed.

    >>> met = RepeatFilter()
    >>> met.add([7, 8], "xinhua:136061234")
    >>> met.add([8, 9], "xinhua:136061235")
    >>> met.again([7, 8, 9]), met.has_several("xinhua:136061234")
    ([8], False)
    """

    def __init__(self) -> None:
        self._slots = bytearray(_SLOTS)

    def add(self, keys: Iterable[int], *names: str) -> None:
        """Enter the keys of a story, and the names by which it may be known: its id, the key of its text."""
        slots = self._slots
        for key in (*keys, *map(hash_of, names)):
            at = key % _SLOTS
            slots[at] = _SEVERAL if slots[at] else _ONE

    def again(self, keys: Iterable[int]) -> list[int]:
        """Those of the keys that were entered more than once."""
        return [key for key in keys if self._slots[key % _SLOTS] == _SEVERAL]

    def has_several(self, name: str) -> bool:
        """Whether a name was entered more than once."""
        return bool(self.again([hash_of(name)]))
