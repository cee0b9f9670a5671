"""The ledger's list of archive files: those that this installation wrote, which alone a run may cut or delete."""

from collections.abc import Iterable
from pathlib import PurePath

from wirecrawl.storage.ledger.damage import read_row
from wirecrawl.storage.ledger.sql.database import Database, upsert

_SAVE = upsert("archive_files", "file", "spider, whole")


class SqlArchiveFiles:
    """Archive files by name, each with its spider and whether it is whole."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def begin(self, spider: str, file: str) -> None:
        """List a file, durably, before its first byte is written."""
        self._db.execute(_SAVE, (file, spider, 0))

    def finish(self, file: str) -> None:
        """Remember that a file is whole: nothing is written to it any more."""
        self._db.execute("UPDATE archive_files SET whole = 1 WHERE file = ?", (file,))

    def listed(self, spider: str, *, whole: bool) -> list[str]:
        """The files of a spider that are whole, or those that are not yet, the oldest first."""
        query = "SELECT file FROM archive_files WHERE spider = ? AND whole = ? ORDER BY file"
        rows = list(self._db.rows(query, (spider, int(whole))))
        return read_row(self._db.path, lambda: [_name(row["file"]) for row in rows])

    def forget(self, files: Iterable[str]) -> None:
        """Take files off the list: they are gone, or were not made."""
        self._db.execute_many("DELETE FROM archive_files WHERE file = ?", ((name,) for name in files))


def _name(value: str) -> str:
    """The name of a file. Raises TypeError or ValueError for another value."""
    if not value or PurePath(value).name != value or "\0" in value:
        raise ValueError("an archive file has a name that no file has")
    return value
