"""The ledger in one SQLite file with a write-ahead log.

Stories, headlines and the list of the feed files that hold them are committed in one transaction, after the feed files
are durable.
"""

from contextlib import AbstractContextManager
from pathlib import Path

from wirecrawl.storage.archive.writer import ArchiveFiles, CaptureStore
from wirecrawl.storage.ledger.interface import (
    Headlines,
    Journal,
    Leftovers,
    Links,
    Outputs,
    Pages,
    Past,
    Runs,
    Statistics,
    Stories,
)
from wirecrawl.storage.ledger.sqlite.archive_files import SqliteArchiveFiles
from wirecrawl.storage.ledger.sqlite.captures import SqliteCaptures
from wirecrawl.storage.ledger.sqlite.connection import open_file
from wirecrawl.storage.ledger.sqlite.headlines import SqliteHeadlines
from wirecrawl.storage.ledger.sqlite.journal import SqliteJournal
from wirecrawl.storage.ledger.sqlite.leftovers import SqliteLeftovers
from wirecrawl.storage.ledger.sqlite.links import SqliteLinks
from wirecrawl.storage.ledger.sqlite.outputs import SqliteOutputs
from wirecrawl.storage.ledger.sqlite.pages import SqlitePages
from wirecrawl.storage.ledger.sqlite.past import SqlitePast
from wirecrawl.storage.ledger.sqlite.runs import SqliteRuns
from wirecrawl.storage.ledger.sqlite.statistics import SqliteStatistics
from wirecrawl.storage.ledger.sqlite.stories import SqliteStories


class SqliteLedger:
    """One open ledger. `path` is the file, or "" for the ledger of a temporary run, which is gone when it is closed.

    SQLite keeps a temporary ledger in memory as far as its cache goes, and the rest in a temporary file of its own.
    Raises LedgerError for a file that is no ledger or was written by a newer wirecrawl.
    """

    def __init__(self, path: Path | str) -> None:
        self.path = str(path)
        self._db = db = open_file(self.path)
        self.links: Links = SqliteLinks(db)
        self.pages: Pages = SqlitePages(db)
        self.journal: Journal = SqliteJournal(db)
        self.stories: Stories = SqliteStories(db, packed=bool(self.path))
        self.headlines: Headlines = SqliteHeadlines(db)
        self.leftovers: Leftovers = SqliteLeftovers(db)
        self.runs: Runs = SqliteRuns(db)
        self.captures: CaptureStore = SqliteCaptures(db)
        self.archive_files: ArchiveFiles = SqliteArchiveFiles(db)
        self.outputs: Outputs = SqliteOutputs(db)
        self.statistics: Statistics = SqliteStatistics(db)
        self.past: Past = SqlitePast(db)

    def transaction(self) -> AbstractContextManager[None]:
        """Write everything inside or nothing of it; inside an open transaction, it is part of that one."""
        return self._db.transaction()

    def begin(self) -> None:
        """Open a transaction by hand: the deciding pass holds one until its feed files are durable."""
        self._db.begin()

    def require_transaction(self) -> None:
        """Raises LedgerError when the transaction is no longer open, as after a full disk."""
        self._db.require_transaction()

    def commit(self) -> None:
        """Make everything since `begin` durable."""
        self._db.commit()

    def rollback(self) -> None:
        """Undo everything since `begin`, if a transaction is open."""
        self._db.rollback()

    def shrink(self) -> None:
        """Return the space of deleted rows to the file system. Raises LedgerError where that has no room."""
        self._db.shrink()

    def close(self) -> None:
        """Close the file; an open transaction is rolled back."""
        self._db.close()
