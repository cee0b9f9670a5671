"""The ledger's file: opened, with its write-ahead log on, and brought to the schema of this version."""

import sqlite3
import time

from wirecrawl.errors import LedgerError
from wirecrawl.storage.ledger.sqlite.schema import SCHEMA, UPGRADES, VERSION

_PAGE = 16 << 10  # bytes, of a ledger that goes with its run: with SQLite's own 4 kB a story of it takes three of them
_CACHE = 64 << 10  # kB: the ids of a million headlines; of SQLite's own 2 MB every look-up reads pages anew
_BUSY_SECONDS = 600  # another spider holds the ledger while it decides: seconds for a day's stories, minutes for years
_PAUSE = 0.05  # seconds
_TRIES = 100


def open_file(path: str) -> sqlite3.Connection:
    """A connection to a ledger, which is made where there is none.

    Raises LedgerError for a file that is no ledger or was written by a newer wirecrawl.
    """
    try:
        db = sqlite3.connect(path, timeout=_BUSY_SECONDS, isolation_level=None)
        db.row_factory = sqlite3.Row
        if not path:
            db.execute(f"PRAGMA page_size = {_PAGE}")
        _log_ahead(db)
        db.execute("PRAGMA synchronous = FULL")  # a commit survives a power cut, which NORMAL in WAL does not
        db.execute(f"PRAGMA cache_size = {-_CACHE}")
        if (version := _version(db)) != VERSION:  # else nothing is written: it opens also while another spider decides
            version = _upgrade(db)
    except sqlite3.Error as error:
        full = getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_FULL
        step = "make room" if full else "move it away or restore a backup"
        raise LedgerError(f"{path}: not a usable ledger ({error}); {step}") from error
    if version > VERSION:
        raise LedgerError(
            f"{path}: written by a newer wirecrawl (schema {version}, this one knows {VERSION}); "
            "update wirecrawl or choose another WIRECRAWL_DATA"
        )
    return db


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
