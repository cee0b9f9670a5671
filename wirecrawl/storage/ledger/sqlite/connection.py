"""The ledger's file: how it is opened, how statements run, and how a transaction begins and ends.

No other module sees an error of SQLite: every statement runs here, and what fails is raised as a LedgerError.
"""

import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

from wirecrawl.errors import LedgerError
from wirecrawl.storage.ledger.sql.database import Values
from wirecrawl.storage.ledger.sql.schema import SCHEMA, VERSION
from wirecrawl.storage.ledger.sqlite.completeness import missing_parts
from wirecrawl.storage.ledger.sqlite.dialect import SqliteDialect
from wirecrawl.storage.ledger.sqlite.schema import UPGRADES

_PAGE = 16 << 10  # bytes, of the ledger of a temporary run: with SQLite's own 4 kB one of its stories needs three
_CACHE = 64 << 10  # kB: the ids of a million headlines; with SQLite's own 2 MB every look-up reads pages again
_BUSY_SECONDS = 600  # another spider holds the ledger while it decides: seconds for a day's stories, minutes for years
_PAUSE = 0.05  # seconds
_TRIES = 100

_RESTORE = "move it away or restore a backup"
_KIND = 0xFF
_STEPS = {
    sqlite3.SQLITE_FULL: "make room",
    sqlite3.SQLITE_READONLY: "make the file and its folder writable for this user",
    sqlite3.SQLITE_CANTOPEN: "make the file and its folder readable and writable for this user",
    sqlite3.SQLITE_PERM: "make the file and its folder writable for this user",
    sqlite3.SQLITE_BUSY: "wait until the process that writes to it has ended",
    sqlite3.SQLITE_LOCKED: "wait until the process that writes to it has ended",
    sqlite3.SQLITE_IOERR: "check the disk, or restore a backup",
}


class Connection:
    """A connection to one ledger file. Its methods raise LedgerError, which names the file, when SQLite fails."""

    def __init__(self, path: str, db: sqlite3.Connection) -> None:
        self.path, self._db = path, db
        self._at_begin: list[Callable[[], None]] = []

    def execute(self, statement: str, values: Values = ()) -> None:
        """Run a statement that returns no rows."""
        self.change(statement, values)

    def change(self, statement: str, values: Values = ()) -> int:
        """Run a statement and return how many rows it changed."""
        try:
            return self._db.execute(statement, values).rowcount
        except sqlite3.Error as error:
            raise self._failure(error) from error

    def execute_many(self, statement: str, rows: Iterable[Values]) -> None:
        """Run a statement once for each row of values."""
        try:
            self._db.executemany(statement, rows)
        except sqlite3.Error as error:
            raise self._failure(error) from error

    def rows(self, query: str, values: Values = ()) -> Iterator[sqlite3.Row]:
        """The rows of a query, read one by one; the query runs when the first one is asked for."""
        try:
            # `yield from` would close the cursor of an abandoned query: an error when the ledger is closed before it.
            for row in self._db.execute(query, values):  # noqa: UP028
                yield row
        except sqlite3.Error as error:
            raise self._failure(error) from error

    def row(self, query: str, values: Values = ()) -> sqlite3.Row | None:
        """The first row of a query, None when it has none."""
        try:
            row: sqlite3.Row | None = self._db.execute(query, values).fetchone()
        except sqlite3.Error as error:
            raise self._failure(error) from error
        return row

    def value(self, query: str, values: Values = ()) -> Any:
        """The first column of the first row of a query, None when it has no row."""
        row = self.row(query, values)
        return row[0] if row else None

    def _failure(self, error: sqlite3.Error) -> LedgerError:
        return LedgerError(f"{self.path or 'the ledger of a temporary run'}: {error}; {_step(error)}")

    @property
    def is_alone(self) -> bool:
        """Whether a transaction is open: SQLite has one writer at a time."""
        return self._db.in_transaction

    @contextmanager
    def transaction(self, *, alone: bool = False) -> Iterator[None]:
        """Write everything inside or nothing of it; inside an open transaction, it is part of that one."""
        if self.is_alone:
            yield
            return
        self.begin()
        try:
            yield
        except BaseException:
            self.rollback()
            raise
        self.commit()

    def begin(self) -> None:
        """Open a transaction; waits while another process holds one."""
        self.execute("BEGIN IMMEDIATE")
        for forget in self._at_begin:
            forget()

    def at_begin(self, forget: Callable[[], None]) -> None:
        """Call `forget` whenever a transaction begins: another process may have changed what was read before."""
        self._at_begin.append(forget)

    def require_transaction(self) -> None:
        """Raises LedgerError when the transaction is no longer open: on a full disk SQLite rolls it back by itself."""
        if not self.is_alone:
            raise LedgerError(f"{self.path}: the disk is full or failed, and the decisions were rolled back")

    def commit(self) -> None:
        """Make everything since `begin` durable."""
        self.execute("COMMIT")

    def rollback(self) -> None:
        """Undo everything since `begin`, if a transaction is open."""
        if self.is_alone:
            self.execute("ROLLBACK")

    def shrink(self) -> None:
        """Return the space of deleted rows to the file system."""
        try:
            self._db.execute("VACUUM")
        except sqlite3.Error as error:
            raise LedgerError(f"{self.path}: not made smaller ({error}); {_step(error)}, and prune again") from error

    def damage(self) -> list[str]:
        """What SQLite's own check finds."""
        return [row[0] for row in self.rows("PRAGMA integrity_check(3)") if row[0] != "ok"]

    def close(self) -> None:
        """Close the file; an open transaction is rolled back."""
        self._db.close()

    @property
    def dialect(self) -> SqliteDialect:
        """What SQLite says in its own words."""
        return SqliteDialect()


def open_file(path: str) -> Connection:
    """A connection to a ledger, which is created if it does not exist.

    Raises LedgerError for what is no ledger, is a link, lacks a part of one, or was written by a newer wirecrawl.
    """
    if path and Path(path).is_dir():
        raise LedgerError(f"{path}: not a usable ledger (it is a folder); {_RESTORE}")
    if Path(path).is_symlink():
        raise LedgerError(f"{path}: is a link, and wirecrawl writes only files of its own; move it away")
    with ExitStack() as at_failure:
        try:
            db = sqlite3.connect(path, timeout=_BUSY_SECONDS, isolation_level=None)
            at_failure.callback(db.close)
            _check(path, db, _prepare(db, new_file=not path))
        except sqlite3.Error as error:
            raise LedgerError(f"{path}: not a usable ledger ({error}); {_step(error)}") from error
        at_failure.pop_all()
    return Connection(path, db)


def _check(path: str, db: sqlite3.Connection, version: int) -> None:
    """Raises LedgerError for a newer schema than this one, and for a file that lacks a part of this one."""
    if version > VERSION:
        raise LedgerError(
            f"{path}: written by a newer wirecrawl (schema {version}, this one knows {VERSION}); "
            "update wirecrawl or choose another WIRECRAWL_DATA"
        )
    if missing := missing_parts(db):
        more = f" and {len(missing) - 1} more" if len(missing) > 1 else ""
        raise LedgerError(f"{path}: not a usable ledger (no {missing[0]} in it{more}); {_RESTORE}")


def _step(error: sqlite3.Error) -> str:
    """What to do after an error of SQLite; the last byte of its code is the kind."""
    return _STEPS.get((getattr(error, "sqlite_errorcode", None) or 0) & _KIND, _RESTORE)


def _prepare(db: sqlite3.Connection, *, new_file: bool) -> int:
    """Set a new connection up and bring its tables to the present schema; returns the version of the schema."""
    db.row_factory = sqlite3.Row
    if new_file:
        db.execute(f"PRAGMA page_size = {_PAGE}")
    _log_ahead(db)
    db.execute("PRAGMA synchronous = FULL")  # a commit survives a power cut, which NORMAL in WAL does not
    db.execute(f"PRAGMA cache_size = {-_CACHE}")
    version = _version(db)
    # A ledger of the present version is only read here: so it can be opened while another spider decides.
    return version if version == VERSION else _upgrade(db)


def _log_ahead(db: sqlite3.Connection) -> None:
    """Turn the write-ahead log on. SQLite itself does not wait for another process that does so at the same moment."""
    for _ in range(_TRIES):
        try:
            db.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY:
                raise
            time.sleep(_PAUSE)
    db.execute("PRAGMA journal_mode = WAL")


def _version(db: sqlite3.Connection) -> int:
    version: int = db.execute("PRAGMA user_version").fetchone()[0]
    return version


def _upgrade(db: sqlite3.Connection) -> int:
    """Bring an older schema to the present one, all or nothing; returns the version that the file had then."""
    db.execute("BEGIN IMMEDIATE")
    try:
        version = _version(db)
        if version < 0:
            raise sqlite3.DatabaseError(f"no wirecrawl has a schema {version}")
        steps = [SCHEMA] if version == 0 else [UPGRADES[step] for step in range(version, VERSION)]
        for statement in (statement for step in steps for statement in step.split(";\n")):
            db.execute(statement)
        if version < VERSION:
            db.execute(f"PRAGMA user_version = {VERSION}")
    except BaseException:
        db.execute("ROLLBACK")
        raise
    db.execute("COMMIT")
    return version
