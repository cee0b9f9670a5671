"""The ledger in PostgreSQL, and the lock of the spider whose run has it open."""

import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from wirecrawl.errors import LedgerError, RunningAlready
from wirecrawl.storage.ledger.postgres.connection import Connection, lock_key
from wirecrawl.storage.ledger.postgres.opening import open_database
from wirecrawl.storage.ledger.sql.database import upsert
from wirecrawl.storage.ledger.sql.ledger import SqlLedger

_HOLDER = (
    "SELECT application_name FROM pg_stat_activity JOIN pg_locks USING (pid) WHERE locktype = 'advisory' "
    "AND classid = ? AND objid = ? AND granted"
)
_NOTE = upsert("deciding", "spider, folder", "place, started")


@dataclass(frozen=True, slots=True)
class Holder:
    """Who opens a ledger for a run: the spider, its start (ISO 8601 UTC), and the folder of the feeds.

    `folder` names that folder on every machine that shares it, `feeds` is where it is here.
    """

    spider: str
    started: str
    folder: str
    feeds: Path


class PostgresLedger(SqlLedger):
    """One open ledger. For a run it holds the lock of the spider, on the same connection as everything else.

    So a run whose connection ends can write nothing more, and its lock goes at the same moment. Raises LedgerError for
    an unusable database and for a spider whose last run decided in a folder that is not here, RunningAlready when
    another run has the lock.
    """

    def __init__(self, url: str, holder: Holder | None = None) -> None:
        name = f"wirecrawl {os.getpid()}@{socket.gethostname()[:20]} {holder.started}" if holder else "wirecrawl"
        db = open_database(url, name)
        super().__init__(db, packed=True)
        self._connection, self._holder = db, holder
        if holder:
            try:
                _hold(db, holder.spider)
                _require_same_folder(db, holder)
            except BaseException:
                db.close()
                raise

    def begin(self) -> None:
        """Open the transaction of the decisions. Where the run puts its feeds is in the ledger before it."""
        if self._holder:
            one = self._holder
            place = f"{socket.gethostname()}:{one.feeds}"
            self._db.execute(_NOTE, (one.spider, one.folder, place, one.started))
        super().begin()

    @contextmanager
    def transaction(self, *, alone: bool = False) -> Iterator[None]:
        """Write everything inside or nothing of it; one that is alone ends what earlier runs had begun to decide."""
        with super().transaction(alone=alone):
            yield
            if alone:
                self._forget_deciding()

    def commit(self) -> None:
        """Make everything since `begin` durable."""
        self._forget_deciding()
        super().commit()

    def _forget_deciding(self) -> None:
        if self._holder:
            self._db.execute("DELETE FROM deciding WHERE spider = ?", (self._holder.spider,))

    def release(self, spider: str) -> list[str]:
        """Forget where runs of a spider were deciding; returns these places. Raises RunningAlready."""
        _hold(self._connection, spider)
        rows = list(self._db.rows("DELETE FROM deciding WHERE spider = ? RETURNING place", (spider,)))
        return [row["place"] for row in rows]


def _hold(db: Connection, spider: str) -> None:
    key = lock_key(db.schema, spider)
    if not db.value("SELECT pg_try_advisory_lock(?, ?)", key):
        names = list(db.rows(_HOLDER, (key[0], key[1] % 2**32)))
        _, _, holder = (names[0]["application_name"] or "" if names else "").partition(" ")
        where, _, since = holder.partition(" ")
        who = f"process {where}, since {since}" if since else "it has just begun"
        raise RunningAlready(f"another run of {spider} goes on ({who}); wait for its end, or stop it if it hangs")


def _require_same_folder(db: Connection, holder: Holder) -> None:
    query = "SELECT place, started FROM deciding WHERE spider = ? AND folder <> ? ORDER BY started"
    if row := db.row(query, (holder.spider, holder.folder)):
        raise LedgerError(
            f"{db.path}: the run of {holder.spider} of {row['started']} was cut off while it wrote feeds in "
            f"{row['place']}, which is not {holder.feeds}; run it there once, or, if that folder is lost, "
            f"`scrapy ledger release {holder.spider}`"
        )
