"""A connection to a ledger in PostgreSQL: how statements run, and how a transaction begins and ends.

In a transaction a statement waits until a query needs what it writes, or until the commit. It is then sent with others,
and nobody waits for its answer: its error is raised by that query or the commit. So a transaction costs a
round trip for each query and one for its end.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from functools import cache
from typing import Any
from zlib import crc32

import psycopg
from psycopg import Connection as Session
from psycopg.types.string import StrDumperUnknown

from wirecrawl.errors import LedgerError
from wirecrawl.storage.ledger.postgres.dialect import PostgresDialect
from wirecrawl.storage.ledger.postgres.errors import failure, lost
from wirecrawl.storage.ledger.sql.database import Values
from wirecrawl.storage.ledger.sql.schema import columns_of_tables

Rows = dict[str, Any]
_WORD = re.compile(r"\w+")
_MOST_WAITING = 500  # rows
_CLASS = 0x77697265  # of the advisory locks of wirecrawl; others in the same database have other ones


class NulFree(StrDumperUnknown):
    """Writes texts; a NUL, which PostgreSQL takes in no text, becomes the control character beside it."""

    def dump(self, obj: str) -> Any:
        """The bytes of a text."""
        return super().dump(obj.replace("\0", "\x01") if "\0" in obj else obj)


@cache
def _with_percents(statement: str) -> str:
    return statement.replace("%", "%%").replace("?", "%s")


@cache
def _tables(statement: str) -> frozenset[str]:
    return frozenset(_WORD.findall(statement)) & columns_of_tables().keys()


@cache
def _share_table(one: str, other: str) -> bool:
    return not _tables(one).isdisjoint(_tables(other)) or not (_tables(one) and _tables(other))


def lock_key(schema: str, name: str) -> tuple[int, int]:
    """The two numbers of an advisory lock of a ledger, which is a schema of a database."""
    number = crc32(f"{schema}/{name}".encode())
    return _CLASS, number - 2**32 if number >= 2**31 else number


class Connection:
    """A connection to one ledger. Its methods raise LedgerError, which names the ledger, when PostgreSQL fails."""

    def __init__(self, path: str, session: "Session[Rows]", schema: str) -> None:
        self.path, self.schema, self._session = path, schema, session
        self._at_begin: list[Callable[[], None]] = []
        self._pipeline: AbstractContextManager[psycopg.Pipeline] | None = None
        self._sent: psycopg.Pipeline | None = None
        self._alone = False
        self._waiting: dict[str, list[Values]] = {}  # rows of each statement of the open transaction

    @contextmanager
    def _named_errors(self) -> Iterator[None]:
        try:
            yield
        except psycopg.Error as error:
            raise failure(self.path, error) from error

    def execute(self, statement: str, values: Values = ()) -> None:
        """Run a statement that returns no rows; in a transaction it waits."""
        if self._sent:
            self._queue(statement, (values,))
        else:
            with self._named_errors():
                self._session.execute(_with_percents(statement), values)

    def execute_many(self, statement: str, rows: Iterable[Values]) -> None:
        """Run a statement once for each row of values; all or none."""
        if self._sent:
            self._queue(statement, rows)
        else:
            with self.transaction():
                self._queue(statement, rows)

    def _queue(self, statement: str, rows: Iterable[Values]) -> None:
        """Let rows wait; those of other statements on the same tables go before them."""
        for other in [one for one in self._waiting if one != statement and _share_table(one, statement)]:
            self._send(other)
        for row in rows:
            self._waiting.setdefault(statement, []).append(row)
            if len(self._waiting[statement]) >= _MOST_WAITING:
                self._send(statement)

    def _send(self, statement: str) -> None:
        rows = self._waiting.pop(statement)
        with self._named_errors():
            if len(rows) == 1:
                self._session.execute(_with_percents(statement), rows[0])
            elif rows:
                self._session.cursor().executemany(_with_percents(statement), rows)

    def _send_before(self, query: str) -> None:
        for statement in [one for one in self._waiting if _share_table(one, query)]:
            self._send(statement)

    def change(self, statement: str, values: Values = ()) -> int:
        """Run a statement and return how many rows it changed."""
        self._send_before(statement)
        with self._named_errors():
            cursor = self._session.execute(_with_percents(statement), values)
            if self._sent:
                self._sent.sync()
            return cursor.rowcount

    def rows(self, query: str, values: Values = ()) -> Iterator[Rows]:
        """The rows of a query; it runs when the first one is asked for."""
        self._send_before(query)
        with self._named_errors():
            found = self._session.execute(_with_percents(query), values).fetchall()
        yield from found

    def row(self, query: str, values: Values = ()) -> Rows | None:
        """The first row of a query, None when it has none."""
        self._send_before(query)
        with self._named_errors():
            return self._session.execute(_with_percents(query), values).fetchone()

    def value(self, query: str, values: Values = ()) -> Any:
        """The first column of the first row of a query, None when it has no row."""
        row = self.row(query, values)
        return next(iter(row.values())) if row else None

    @property
    def is_alone(self) -> bool:
        """Whether a transaction is open during which no other process decides or recovers."""
        return self._alone

    @contextmanager
    def transaction(self, *, alone: bool = False) -> Iterator[None]:
        """Write everything inside or nothing of it; inside an open transaction, it is part of that one."""
        if self._sent:
            yield
            return
        self.begin() if alone else self._begin()
        try:
            yield
        except BaseException:
            self.rollback()
            raise
        self.commit()

    def begin(self) -> None:
        """Open a transaction of the only process that decides or recovers; waits while another one does."""
        self._begin()
        try:
            self.row("SELECT pg_advisory_xact_lock(?, ?)", lock_key(self.schema, "deciding"))
        except LedgerError:
            self.rollback()
            raise
        self._alone = True
        for forget in self._at_begin:
            forget()

    def _begin(self) -> None:
        with self._named_errors():
            self._pipeline = self._session.pipeline()
            self._sent = self._pipeline.__enter__()
            self._session.execute("BEGIN")

    def at_begin(self, forget: Callable[[], None]) -> None:
        """Call `forget` whenever a transaction begins that is alone: others may have changed what was read before."""
        self._at_begin.append(forget)

    def require_transaction(self) -> None:
        """Raises LedgerError when the transaction is no longer open, as after a lost connection."""
        if not self._sent or self._session.closed:
            raise lost(self.path)

    def commit(self) -> None:
        """Make everything since `begin` durable. Raises LedgerError, and nothing of it is written then."""
        self.require_transaction()
        try:
            for statement in list(self._waiting):
                self._send(statement)
            with self._named_errors():
                self._session.execute("COMMIT")
                self._end_pipeline()
        except LedgerError:
            self.rollback()
            raise

    def rollback(self) -> None:
        """Undo everything since `begin`, if a transaction is open."""
        with suppress(psycopg.Error):
            self._end_pipeline()
        with suppress(psycopg.Error):
            if not self._session.closed:
                self._session.rollback()

    def _end_pipeline(self) -> None:
        pipeline, self._pipeline, self._sent, self._alone = self._pipeline, None, None, False
        self._waiting.clear()
        if pipeline:
            pipeline.__exit__(None, None, None)

    def shrink(self) -> None:
        """Let the database use the space of deleted rows again."""
        self.execute("VACUUM")

    def damage(self) -> list[str]:
        """Nothing: PostgreSQL checks pages as it reads them, and its files with pg_amcheck."""
        return []

    def close(self) -> None:
        """End the connection; an open transaction is rolled back."""
        self.rollback()
        self._session.close()

    @property
    def dialect(self) -> PostgresDialect:
        """What PostgreSQL says in its own words."""
        return PostgresDialect()
