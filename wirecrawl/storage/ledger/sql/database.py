"""What the tables of the ledger ask of a database, and the statements that are made from names."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from typing import Any, Protocol

Values = Sequence[str | bytes | int | float | Sequence[int] | None]  # a list of numbers only where a dialect says so


ANY_TIME = "9999"  # time of the blocks of a story without a time, so that it is found from any time


class Row(Protocol):
    """A row of a query; its values are found by the names of the columns."""

    def __getitem__(self, name: str, /) -> Any: ...

    def keys(self) -> Iterable[str]:
        """Names of the columns, in their order."""


class Database(Protocol):
    """A connection to one ledger. Its methods raise LedgerError, which names the ledger, when the database fails.

    The parameters of a statement are question marks.
    """

    path: str  # where the ledger is, for messages; "" for one that is gone when it is closed

    @property
    def is_alone(self) -> bool:
        """Whether a transaction is open during which no other process writes stories, headlines or what is left."""

    def execute(self, statement: str, values: Values = ()) -> None:
        """Run a statement that returns no rows. In a transaction its error may come with a later one."""

    def execute_many(self, statement: str, rows: Iterable[Values]) -> None:
        """Run a statement once for each row of values, as `execute` does."""

    def change(self, statement: str, values: Values = ()) -> int:
        """Run a statement and return how many rows it changed."""

    def rows(self, query: str, values: Values = ()) -> Iterator[Row]:
        """The rows of a query; it runs when the first one is asked for."""

    def row(self, query: str, values: Values = ()) -> Row | None:
        """The first row of a query, None when it has none."""

    def value(self, query: str, values: Values = ()) -> Any:
        """The first column of the first row of a query, None when it has no row."""

    def transaction(self, *, alone: bool = False) -> AbstractContextManager[None]:
        """Write everything inside or nothing of it; inside an open transaction, it is part of that one."""

    def begin(self) -> None:
        """Open a transaction of the only process that decides or recovers; waits while another one does."""

    def at_begin(self, forget: Callable[[], None]) -> None:
        """Call `forget` whenever such a transaction begins: others may have changed what was read before."""

    def require_transaction(self) -> None:
        """Raises LedgerError when the transaction is no longer open."""

    def commit(self) -> None:
        """Make everything since `begin` durable."""

    def rollback(self) -> None:
        """Undo everything since `begin`, if a transaction is open."""

    def shrink(self) -> None:
        """Return the space of deleted rows."""

    def damage(self) -> list[str]:
        """What the database itself finds wrong with its files."""

    def close(self) -> None:
        """End the connection; an open transaction is rolled back."""

    @property
    def dialect(self) -> "Dialect":
        """What this database says in its own words."""


class Dialect(Protocol):
    """Statements, with their values, that the databases do not take in the same words, or not as fast."""

    def instant(self, column: str) -> str:
        """SQL for the moment that a column names in ISO 8601, to sort by; NULL where it names none."""

    def near_threads(self, keys: Sequence[int], span: tuple[str, str, str, str], most: int) -> tuple[str, Values]:
        """Threads that share the most of these block keys: of each key those of the newest blocks.

        `span` is the earliest and the latest time of a block, and the first and the last thread. Blocks of ANY_TIME
        are found whatever the latest time.
        """

    def after_copy(self) -> Sequence[str]:
        """Queries that let numbers go on behind those that were copied."""

    def add_blocks(self, keys: Sequence[int], time: str, thread: str) -> tuple[str, Values]:
        """Enter block keys of a thread; those that it has at this time stay."""


def upsert(table: str, key: str, columns: str = "") -> str:
    """The statement that writes a row, in place of one with the same key; `columns` are those behind the key's.

    >>> upsert("texts", "id", "text")
    'INSERT INTO texts (id, text) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET text = excluded.text'
    """
    changed = ", ".join(f"{name} = excluded.{name}" for name in columns.split(", "))
    return f"{insert(table, f'{key}, {columns}')} ON CONFLICT ({key}) DO UPDATE SET {changed}"


def insert(table: str, columns: str) -> str:
    """The statement that writes a row.

    >>> insert("sightings", "run, time")
    'INSERT INTO sightings (run, time) VALUES (?, ?)'
    """
    return f"INSERT INTO {table} ({columns}) VALUES ({marks(columns.count(',') + 1)})"


def marks(count: int) -> str:
    """Marks of that many parameters, between commas.

    >>> marks(3)
    '?, ?, ?'
    """
    return ", ".join("?" * count)
