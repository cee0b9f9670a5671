"""The ledger in one SQLite file with a write-ahead log."""

from pathlib import Path

from wirecrawl.storage.ledger.sql.ledger import SqlLedger
from wirecrawl.storage.ledger.sqlite.connection import open_file


class SqliteLedger(SqlLedger):
    """One open ledger. `path` is the file, or "" for the ledger of a temporary run, which is gone when it is closed.

    SQLite keeps a temporary ledger in memory as far as its cache goes, and the rest in a temporary file of its own.
    Raises LedgerError for a file that is no ledger or was written by a newer wirecrawl.
    """

    def __init__(self, path: Path | str) -> None:
        # To compress a text takes ten times as long as to store it as it is.
        super().__init__(open_file(str(path)), packed=bool(str(path)))
