"""The ledger's captures: the newest archive record of each address, to which an unchanged page refers as a revisit."""

from collections.abc import Iterable
from dataclasses import astuple
from typing import Any

from wirecrawl.storage.archive.warc_records import CaptureRef
from wirecrawl.storage.ledger.damage import as_texts, read_row, require_count
from wirecrawl.storage.ledger.sql.database import Database, Row, upsert

_SAVE = upsert("captures", "url", 'digest, date, record_id, file, "offset"')


class SqlCaptures:
    """The newest whole capture of each address."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def find(self, url: str) -> CaptureRef | None:
        """The capture of an address, None when the archive has none."""
        query = 'SELECT url, digest, date, record_id, file, "offset" FROM captures WHERE url = ?'
        row = self._db.row(query, (url,))
        return read_row(self._db.path, lambda: _capture(row)) if row else None

    def save(self, captured: Iterable[CaptureRef]) -> None:
        """Remember captures."""
        self._db.execute_many(_SAVE, map(astuple, captured))

    def forget(self, files: Iterable[str]) -> None:
        """Forget the captures in archive files, by name, that were deleted or cut."""
        self._db.execute_many("DELETE FROM captures WHERE file = ?", ((name,) for name in files))


def _capture(row: Row) -> CaptureRef:
    """A capture as its row has it. Raises TypeError or ValueError for values that no run writes."""
    values: Any = dict(row)
    offset = require_count(values, "offset")
    return CaptureRef(**as_texts(values), offset=offset)  # type: ignore[arg-type]  # none of them is null
