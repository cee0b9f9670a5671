"""The exception tree: every error a user can meet says what is wrong, where, and what to do next.

WirecrawlError       ends a command with its `exit_code`: 4, unless the class says otherwise
+-- BadArgument      an argument, a setting or a named source that cannot be used (exit code 2)
+-- PageError        a page that cannot be read or cleaned; names the file or URL
|   +-- EmptyPage    a page without story text (outcome `empty`)
|   |   +-- WallPage a page that only asks for consent or offers a subscription
|   |   +-- GonePage a page that says with status 200 that it is not there (outcome `gone`)
|   +-- CleanerLost  a page on which a rule of wirecrawl failed, or whose process exceeded a limit or died
+-- BodyError        the body of an answer that is cut, broken or too large
+-- ArchiveError     a saved page that cannot be used; names the file
|   +-- NotSaved     the page is not among the saved ones (outcome `not reached`)
+-- LedgerError      the ledger file cannot be used; names it
+-- NoSpace          the disk is too full to start a run; names the folder
+-- ClusterError     the cluster of a replay, or the working folder that its machines share, cannot be used
+-- RunningAlready   another run of the spider holds its lock (exit code 5)
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import ClassVar

from wirecrawl.reasons import Reason, words_of


class WirecrawlError(Exception):
    """Base of all errors of wirecrawl. A command that ends with one has its `exit_code`."""

    exit_code: ClassVar[int] = 4


class BadArgument(WirecrawlError):
    """An argument or setting that cannot be used: the message names it, the rule and an example."""

    exit_code: ClassVar[int] = 2


class PageError(WirecrawlError):
    """A page that cannot be read or cleaned: its file or URL (`page`), and what is wrong with it (`problem`)."""

    def __init__(self, page: str, problem: str) -> None:
        super().__init__(page, problem)
        self.page, self.problem = page, problem

    def __str__(self) -> str:
        return f"{self.page}: {self.problem}"


class CleanerLost(PageError):
    """A page on which a rule of wirecrawl failed, or whose process exceeded a limit or died; `loss` says which."""

    def __init__(self, page: str, loss: Reason) -> None:
        super().__init__(page, words_of(loss))
        self.loss = loss


class EmptyPage(PageError):
    """A page that holds no story text and no picture."""


class WallPage(EmptyPage):
    """A page that only asks for consent or offers a subscription: its layout is not asked for."""


class GonePage(EmptyPage):
    """A page that says that it was not found, although its status is 200."""


class BodyError(WirecrawlError):
    """The body of an answer is cut, broken or too large: the message says which; whoever knows its address names it."""


class ArchiveError(WirecrawlError):
    """A saved page that cannot be used: the message names the file, the rule and the next step."""


class NotSaved(ArchiveError):
    """The page asked for is not among the saved ones."""


class LedgerError(WirecrawlError):
    """The ledger file cannot be used: the message names the file and the next step."""


class NoSpace(WirecrawlError):
    """The disk is too full to start: the message names the folder, the free space and the space that is required."""


class ClusterError(WirecrawlError):
    """The cluster of a replay was lost, or a task on it cannot go on: the message says which and the next step."""


class RunningAlready(WirecrawlError):
    """Another run of the spider holds its lock."""

    exit_code: ClassVar[int] = 5


@contextmanager
def named_by_user() -> Iterator[None]:
    """Raise BadArgument instead of PageError and ArchiveError, for pages and archives that the command line names.

    A source that the user names and that cannot be used is an error of usage; damage that is found later is not.
    """
    try:
        yield
    except (PageError, ArchiveError) as error:
        raise BadArgument(str(error)) from error


def error_line(error: BaseException | None) -> str:
    """An error in one line: its class and its message.

    >>> error_line(ValueError("no such\\nday"))
    'ValueError: no such day'
    """
    return " ".join(f"{type(error).__name__}: {error}".split())


def parser_error(page: str, error: Exception) -> PageError:
    """The error of a page that lxml gave up, for its size or for how deep its tags are nested."""
    return PageError(page, f"too large or too deep for the parser ({type(error).__name__}: {error})")
