"""Files in memory, with the methods of a Path that readers of archives, feeds and lists use."""

import io
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import BinaryIO, cast


@dataclass(frozen=True)
class MemoryFile:
    """A file with a name and bytes."""

    name: str
    data: bytes

    def __str__(self) -> str:
        return self.name

    @property
    def suffix(self) -> str:
        return PurePosixPath(self.name).suffix

    def open(self, _: str, buffering: int = -1) -> BinaryIO:
        """Its bytes."""
        return cast(BinaryIO, io.BufferedReader(cast(io.RawIOBase, io.BytesIO(self.data))))
