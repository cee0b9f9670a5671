"""Lists and tickers that a crawl reads itself. A large page goes to a process of its own, with the limits of cleaning.

A parser can be kept busy for days by one page (a tag of a hundred thousand attributes is enough), and what happens
inside it cannot be interrupted; of a page that is not large it takes a few seconds at most.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from lxml.etree import LxmlError

from wirecrawl.errors import CleanerLost, PageError, parser_error
from wirecrawl.news import agencies
from wirecrawl.news.agencies import SourceKind
from wirecrawl.news.discovery import Listing, read_listing, read_ticker, unpacked
from wirecrawl.news.markup.decode import parse
from wirecrawl.parallel.pool import ProcessPool
from wirecrawl.reasons import Reason
from wirecrawl.run.reading.list_limits import bounded
from wirecrawl.web.answer import Answer

# Bytes, unpacked. Of 90 real agency pages 52 are larger, and take 0.1 s more there and back. The parser's time for the
# attributes of one tag is quadratic: so many bytes of them took 0.4 s here, twice as many 2 s.
LARGE = 100_000


@dataclass(frozen=True, slots=True)
class ListingTask:
    """A page to be read for what it shows: a list of a kind, or with None the ticker of a story page."""

    agency: str
    page: Answer
    kind: SourceKind | None
    pages: int = 1

    def run(self) -> list[Listing | PageError]:
        """What the page shows, or why it cannot be read."""
        try:
            return [self._read()]
        except PageError as error:
            return [error]
        except (LxmlError, RecursionError) as error:
            return [parser_error(self.page.url, error)]
        except MemoryError:
            raise  # the limit of its process
        except Exception as error:  # what a parser raises must end no run
            return [PageError(self.page.url, f"cannot be read ({type(error).__name__}: {str(error)[:200]})")]

    def _read(self) -> Listing:
        page, agency = self.page, agencies.get(self.agency)
        if self.kind:
            return bounded(read_listing(page.body, page.url, agency, self.kind, page.content_type))
        tree = parse(page.body, page.content_type, name=page.url, usual=agency.charset)
        return bounded(read_ticker(tree, page.url, agency))

    def parts(self) -> "Sequence[ListingTask]":
        """The page itself."""
        return [self]

    def failed(self, why: Reason) -> PageError:
        """The result when the process exceeded a limit or died."""
        return CleanerLost(self.page.url, why)


def read_listing_page(reading: ListingTask, workers: ProcessPool | None = None) -> Listing:
    """What a page shows. Raises PageError, also when the process that read it was stopped or died."""
    body = unpacked(reading.page.body, reading.page.url) if reading.kind else reading.page.body
    reading = replace(reading, page=replace(reading.page, body=body))
    apart = workers if workers and workers.number and len(body) > LARGE else None
    (found,) = next(apart.run([reading])) if apart else reading.run()
    if isinstance(found, PageError):
        raise found
    return found
