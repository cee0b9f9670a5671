"""The ledger's captures: the newest archive record of each address, to which an unchanged page refers as a revisit."""

from collections.abc import Iterable
from dataclasses import astuple

from wirecrawl.storage.archive.warc_records import CaptureRef
from wirecrawl.storage.ledger.sql.database import Database, upsert

_SAVE = upsert("captures", "url", 'digest, date, record_id, file, "offset"')


class SqlCaptures:
    """The newest whole capture of each address."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def find(self, url: str) -> CaptureRef | None:
        """The capture of an address, None when the archive has none."""
        query = 'SELECT url, digest, date, record_id, file, "offset" FROM captures WHERE url = ?'
        row = self._db.row(query, (url,))
        return CaptureRef(**row) if row else None

    def save(self, captured: Iterable[CaptureRef]) -> None:
        """Remember captures."""
        self._db.execute_many(_SAVE, map(astuple, captured))

    def forget(self, files: Iterable[str]) -> None:
        """Forget the captures in archive files, by name, that were deleted or cut."""
        self._db.execute_many("DELETE FROM captures WHERE file = ?", ((name,) for name in files))
