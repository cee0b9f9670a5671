"""The ledger's outputs: files outside of data/feeds that a run writes (`-o FILE`), until they have their lines."""

from pathlib import Path
from typing import Any

from wirecrawl.storage.ledger.damage import as_texts, read_row, require_count
from wirecrawl.storage.ledger.rows import Output
from wirecrawl.storage.ledger.sql.database import Database, Row, upsert

_SAVE = upsert("outputs", "part", "spider, file, run, is_lines, replaces, whole, size")


class SqlOutputs:
    """Outputs that were opened and have not yet received all their lines."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def open(self, spider: str, output: Output) -> None:
        """Note an output before its run decides, so that its part is known whatever comes."""
        given = (output.part, spider, output.file, output.run, int(output.is_lines), int(output.replaces))
        self._db.execute(_SAVE, (*given, 0, None))

    def make_whole(self, run: str, part: str | None = None) -> None:
        """A run's outputs, or one of them, are to be delivered; it counts with the commit of the decisions."""
        self._db.execute("UPDATE outputs SET whole = 1 WHERE run = ? AND ? IN (part, '')", (run, part or ""))

    def begin(self, part: Path, size: int) -> None:
        """Remember, durably, how large the file is to which a part is about to be appended."""
        self._db.execute("UPDATE outputs SET size = ? WHERE part = ?", (size, str(part)))

    def end(self, part: Path) -> None:
        """Forget an output that has its lines, or will have none."""
        self._db.execute("DELETE FROM outputs WHERE part = ?", (str(part),))

    def waiting(self, spider: str) -> list[Output]:
        """The outputs of a spider that are not ended, the oldest first."""
        query = (
            "SELECT part, file, run, is_lines, replaces, whole, size FROM outputs WHERE spider = ? ORDER BY run, part"
        )
        rows = list(self._db.rows(query, (spider,)))
        return read_row(self._db.path, lambda: [_output(row) for row in rows])


def _output(row: Row) -> Output:
    """An output as its row has it. Raises TypeError or ValueError for values that no run writes."""
    values: Any = dict(row)
    size = None if values["size"] is None else require_count(values, "size")
    flags: Any = {name: bool(require_count(values, name)) for name in ("is_lines", "replaces", "whole")}
    texts: Any = {name: values[name] for name in ("part", "file", "run")}
    if "\0" in "".join(as_texts(texts).values()):  # type: ignore[arg-type]  # none of them is null
        raise ValueError("a path has a NUL character")
    return Output(**texts, **flags, size=size)
