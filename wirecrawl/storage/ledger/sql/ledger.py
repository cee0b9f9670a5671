"""One open ledger, whatever database keeps it.

Stories, headlines and the list of the feed files that hold them are committed in one transaction, after the feed files
are durable.
"""

from contextlib import AbstractContextManager

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
from wirecrawl.storage.ledger.sql.archive_files import SqlArchiveFiles
from wirecrawl.storage.ledger.sql.captures import SqlCaptures
from wirecrawl.storage.ledger.sql.copying import copy_rows, count_rows, faults
from wirecrawl.storage.ledger.sql.database import Database
from wirecrawl.storage.ledger.sql.headlines import SqlHeadlines
from wirecrawl.storage.ledger.sql.journal import SqlJournal
from wirecrawl.storage.ledger.sql.leftovers import SqlLeftovers
from wirecrawl.storage.ledger.sql.links import SqlLinks
from wirecrawl.storage.ledger.sql.outputs import SqlOutputs
from wirecrawl.storage.ledger.sql.pages import SqlPages
from wirecrawl.storage.ledger.sql.past import SqlPast
from wirecrawl.storage.ledger.sql.runs import SqlRuns
from wirecrawl.storage.ledger.sql.statistics import SqlStatistics
from wirecrawl.storage.ledger.sql.stories import SqlStories


class SqlLedger:
    """One open ledger in a database. `packed` compresses the texts of stories.

    Closing it rolls an open transaction back.
    """

    def __init__(self, db: Database, *, packed: bool) -> None:
        self.path, self._db = db.path, db
        self.links: Links = SqlLinks(db)
        self.pages: Pages = SqlPages(db)
        self.journal: Journal = SqlJournal(db)
        self.stories: Stories = SqlStories(db, packed=packed)
        self.headlines: Headlines = SqlHeadlines(db)
        self.leftovers: Leftovers = SqlLeftovers(db)
        self.runs: Runs = SqlRuns(db)
        self.captures: CaptureStore = SqlCaptures(db)
        self.archive_files: ArchiveFiles = SqlArchiveFiles(db)
        self.outputs: Outputs = SqlOutputs(db)
        self.past: Past = SqlPast(db)
        self.statistics: Statistics = SqlStatistics(db)

    def transaction(self, *, alone: bool = False) -> AbstractContextManager[None]:
        """Write everything inside or nothing of it; inside an open transaction, it is part of that one.

        With `alone` no other process decides or recovers meanwhile.
        """
        return self._db.transaction(alone=alone)

    def begin(self) -> None:
        """Open a transaction by hand: the deciding pass holds one until its feed files are durable."""
        self._db.begin()

    def require_transaction(self) -> None:
        """Raises LedgerError when the transaction is no longer open, as after a full disk or a lost connection."""
        self._db.require_transaction()

    def commit(self) -> None:
        """Make everything since `begin` durable."""
        self._db.commit()

    def rollback(self) -> None:
        """Undo everything since `begin`, if a transaction is open."""
        self._db.rollback()

    def shrink(self) -> None:
        """Return the space of deleted rows. Raises LedgerError where that has no room."""
        self._db.shrink()

    def count_rows(self) -> dict[str, int]:
        """Number of rows of each table."""
        return count_rows(self._db)

    def faults(self) -> list[str]:
        """What is wrong with the rows, each with its number; empty for a sound ledger."""
        return faults(self._db)

    def copy_to(self, other: "SqlLedger") -> dict[str, int]:
        """Copy all rows to an empty ledger; returns their number by table. Raises LedgerError."""
        return copy_rows(self._db, other._db)

    def close(self) -> None:
        """Close it; an open transaction is rolled back."""
        self._db.close()
