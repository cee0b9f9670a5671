"""Saved pages that a command line names, to the stories of `python -m wirecrawl clean`."""

from dataclasses import dataclass
from pathlib import Path

from lxml.etree import LxmlError

from wirecrawl.errors import BodyError, CleanerLost, PageError, WirecrawlError, error_line, parser_error
from wirecrawl.items import Story
from wirecrawl.reasons import Reason
from wirecrawl.web.bodies import LARGEST, unpack_gzip


@dataclass(frozen=True)
class FileTask:
    """A saved page: its file, its address if that is known, and its bytes if it has no file."""

    name: str
    url: str | None
    body: bytes | None = None
    pages: int = 1

    def run(self) -> list[Story | str]:
        """The story of the page, or in one line why it has none."""
        try:
            return [self._cleaned()]
        except OSError as error:
            return [self._named(error.strerror or str(error))]
        except WirecrawlError as error:
            return [self._named(str(error))]
        except MemoryError:
            raise  # the limit of its process
        except Exception as error:  # a page costs its own story only, also where a rule of wirecrawl fails on it
            return [self._named(error_line(error))]

    def _cleaned(self) -> Story:
        from wirecrawl.news.cleaning.clean import clean  # in the process that cleans alone: it takes long to import

        body = self.body if self.body is not None else read_bytes(Path(self.name))
        try:
            body = unpack_gzip(body)
        except BodyError as error:
            raise PageError(self.name, f"{error}; save the page again") from error
        try:
            return clean(body, self.url, record=Path(self.name).name)
        except (LxmlError, RecursionError) as error:
            raise parser_error(self.name, error) from None

    def _named(self, reason: str) -> str:
        return reason if Path(self.name).name in reason else f"{self.name}: {reason}"

    def parts(self) -> "list[FileTask]":
        """The page itself."""
        return [self]

    def failed(self, why: Reason) -> str:
        """Why there is no story when the process exceeded a limit or died."""
        return self._named(str(CleanerLost(self.name, why)))


def read_bytes(file: Path) -> bytes:
    """The bytes of a file, one more than a page can have at most. Raises OSError."""
    with file.open("rb") as stream:
        return stream.read(LARGEST + 1)
