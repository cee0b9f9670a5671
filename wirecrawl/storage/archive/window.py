"""A part of a file, as a file of its own."""

import io
from typing import Any, BinaryIO, cast


class Window(io.RawIOBase):
    """The bytes of a stream between two offsets, as a file of their own."""

    def __init__(self, stream: BinaryIO, start: int, end: int) -> None:
        self._stream, self._start, self._size, self._position = stream, start, end - start, 0

    @classmethod
    def of(cls, stream: BinaryIO, end: int) -> BinaryIO:
        """A stream that ends at an offset, and whose offsets are the same."""
        return cast("BinaryIO", cls(stream, 0, end))

    def seekable(self) -> bool:
        """Always."""
        return True

    def readable(self) -> bool:
        """Always."""
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        """Go to an offset of the window. Raises ValueError for one before it."""
        base = {io.SEEK_SET: 0, io.SEEK_CUR: self._position, io.SEEK_END: self._size}[whence]
        if base + offset < 0:
            raise ValueError(f"offset {base + offset} lies before the file")
        self._position = base + offset
        return self._position

    def readinto(self, buffer: Any) -> int:
        """Read what is there into a buffer; returns how many bytes."""
        self._stream.seek(self._start + self._position)
        found = self._stream.read(max(0, min(len(buffer), self._size - self._position)))
        buffer[: len(found)] = found
        self._position += len(found)
        return len(found)

    def read(self, size: int = -1) -> bytes:
        """Read up to `size` bytes, or all that is left: never does a size alone take memory."""
        left = max(0, self._size - self._position)
        return super().read(left if size < 0 else min(size, left)) or b""
