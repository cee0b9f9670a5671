"""Which keys of a run at least two of its stories share, and which of these a decided story has.

A look-up of any other key cannot find another story.
"""

from collections.abc import Iterable

from wirecrawl.news.dedupe.words.token import hash_of

_SLOTS = 1 << 25  # a byte each, 32 MB, enough for 410,000 stories: for a run that does not say how many it has
_LEAST = 1 << 20  # of a short run, for its lists too: the first touch of every page of 32 MB took .14 s
_KEYS = 20  # of a story: twelve of its text, eight of its headline
_FREE = 4  # slots a key: of all keys, one in eight falls on that of another story
_ONE, _SEVERAL, _ENTERED = 1, 2, 3


class RepeatFilter:
    """Counts keys of blocks and names as none, one or several, in a table with one byte a hash slot.

    Two keys that share a slot count as one key that is repeated: that costs a useless look-up and hides no match.

    >>> repeats = RepeatFilter()
    >>> repeats.count([7, 8], "xinhua:136061234")
    >>> repeats.count([8, 9], "xinhua:136061235")
    >>> repeats.repeated([7, 8, 9]), repeats.is_repeated("xinhua:136061234")
    ([8], False)
    >>> repeats.enter([8])
    >>> repeats.entered([7, 8, 9])
    [8]
    """

    def __init__(self) -> None:
        self._slots = bytearray(_SLOTS)

    def expect(self, stories: int) -> None:
        """Make room for so many stories, before the first key is counted: 80 to 160 bytes a story, 1 MB at least.

        A full table would call every key repeated, so that every look-up is made.
        """
        slots = _LEAST
        while slots < stories * _KEYS * _FREE:
            slots *= 2
        self._slots = bytearray(slots)

    def count(self, keys: Iterable[int], *names: str) -> None:
        """Count the keys of a story, and the names by which it may be known: its id, the key of its text."""
        slots, size = self._slots, len(self._slots)
        for key in (*keys, *map(hash_of, names)):
            at = key % size
            slots[at] = _SEVERAL if slots[at] else _ONE

    def repeated(self, keys: Iterable[int]) -> list[int]:
        """Those of the keys that were counted more than once."""
        slots, size = self._slots, len(self._slots)
        return [key for key in keys if slots[key % size] >= _SEVERAL]

    def enter(self, keys: Iterable[int]) -> None:
        """Note that the ledger has a story with these keys now."""
        slots, size = self._slots, len(self._slots)
        for key in keys:
            slots[key % size] = _ENTERED

    def entered(self, keys: Iterable[int]) -> list[int]:
        """Those of the keys that a story in the ledger has."""
        slots, size = self._slots, len(self._slots)
        return [key for key in keys if slots[key % size] == _ENTERED]

    def is_repeated(self, name: str) -> bool:
        """Whether a name was counted more than once."""
        return self._slots[hash_of(name) % len(self._slots)] >= _SEVERAL
