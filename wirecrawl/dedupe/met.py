"""Which blocks of a run several of its stories have: what one story alone has leads to no other."""

from collections.abc import Iterable

_SLOTS = 1 << 25  # a byte each, 32 MB; of 100,000 stories one block in twenty falls on that of another story
_ONE, _SEVERAL = 1, 2


class Met:
    """Counts keys of blocks up to two, in a byte for each of 2 ** 25 remainders of them.

    Keys of one remainder are taken for one: then a block is kept and looked up in vain, none is ever missed.

    >>> met = Met()
    >>> met.add([7, 8])
    >>> met.add([8, 9])
    >>> met.again([7, 8, 9])
    [8]
    """

    def __init__(self) -> None:
        self._slots = bytearray(_SLOTS)

    def add(self, keys: Iterable[int]) -> None:
        """Enter the keys of a story."""
        slots = self._slots
        for key in keys:
            at = key % _SLOTS
            slots[at] = _SEVERAL if slots[at] else _ONE

    def again(self, keys: Iterable[int]) -> list[int]:
        """Those of the keys that were entered more than once."""
        return [key for key in keys if self._slots[key % _SLOTS] == _SEVERAL]
