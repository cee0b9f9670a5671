"""What can be sent to a process: a task says what is done, in parts, and what a lost process means."""

from collections.abc import Sequence
from typing import Protocol, TypeVar

from wirecrawl.reasons import Reason

T = TypeVar("T")


class Task(Protocol[T]):
    """Work on one page or a few, sent to a process."""

    @property
    def pages(self) -> int:
        """How many pages it is about, each of which may take its time."""

    def run(self) -> list[T]:
        """What comes of it. Raises nothing that a page can cause."""

    def parts(self) -> Sequence["Task[T]"]:
        """The same work page by page."""

    def failed(self, why: Reason) -> T:
        """The result of the work when its process exceeded a limit or died."""
