"""How a ledger in PostgreSQL is opened: what is asked of the session and checked of the database, and its schema."""

from contextlib import ExitStack
from typing import Any

import psycopg
from psycopg import Connection as Session
from psycopg.conninfo import conninfo_to_dict, make_conninfo
from psycopg.rows import dict_row

from wirecrawl.errors import LedgerError
from wirecrawl.storage.ledger.postgres.connection import Connection, NulFree, Rows, lock_key
from wirecrawl.storage.ledger.postgres.errors import failure, unreachable
from wirecrawl.storage.ledger.postgres.schema import POSTGRES_SCHEMA, UPGRADES
from wirecrawl.storage.ledger.sql import schema
from wirecrawl.storage.ledger.sql.schema import VERSION

# A connection that is gone is noticed after 90 seconds, at both ends, so that the lock of a lost machine goes with it.
_CONNECTION: dict[str, Any] = {
    "connect_timeout": 10,
    "keepalives_idle": 60,
    "keepalives_interval": 10,
    "keepalives_count": 3,
    "tcp_user_timeout": 90_000,
    "client_encoding": "utf8",
}
# Another spider decides for seconds, or minutes for years of stories. A plan is made once for a statement and uses the
# indexes, also while the tables are still empty: a first run fills them in one transaction, of which no statistics are.
_SESSION = """
SET lock_timeout = '600s'; SET statement_timeout = 0; SET idle_in_transaction_session_timeout = 0;
SET synchronous_commit = on; SET default_transaction_isolation = 'read committed'; SET timezone = 'UTC';
SET plan_cache_mode = force_generic_plan; SET enable_seqscan = off; SET jit = off; SET work_mem = '64MB';
SET tcp_keepalives_idle = 60; SET tcp_keepalives_interval = 10; SET tcp_keepalives_count = 3;
SET client_min_messages = warning
"""
_PREPARED = 200  # statements that a session knows by number
_COLUMNS = """
SELECT t.relname AS "table", a.attname AS "column", c.collname AS "collation" FROM pg_attribute AS a
JOIN pg_class AS t ON t.oid = a.attrelid LEFT JOIN pg_collation AS c ON c.oid = a.attcollation
WHERE t.relnamespace = current_schema()::regnamespace AND t.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped
"""
_RESTORE = "name another database or schema, or restore a backup"


def shown(url: str) -> str:
    """The address of a ledger as messages name it: without password.

    >>> shown("postgresql://wire:secret@db.example:5432/wire?sslmode=require")
    'postgresql://wire@db.example:5432/wire'
    """
    try:
        given = conninfo_to_dict(url)
    except psycopg.Error:
        return "WIRECRAWL_LEDGER"
    user = f"{given['user']}@" if "user" in given else ""
    port = f":{given['port']}" if "port" in given else ""
    return f"postgresql://{user}{given.get('host', '')}{port}/{given.get('dbname', '')}"


def open_database(url: str, name: str = "wirecrawl") -> Connection:
    """A connection to a ledger, which is created in a schema that holds none.

    `name` tells others who is connected. Raises LedgerError for a database that cannot be reached or used, lacks a part
    of a ledger, or has the ledger of a newer wirecrawl.
    """
    path = shown(url)
    with ExitStack() as at_failure:
        session = _connected(url, path, name)
        at_failure.callback(session.close)
        try:
            session.execute(_SESSION, prepare=False)
            found = session.execute("SELECT current_schema() AS schema").fetchone()
            db = Connection(path, session, str(found["schema"] if found else ""))
            _check_encoding(db)
            _prepare(db)
            _check_columns(db)
        except psycopg.Error as error:
            raise failure(path, error) from error
        at_failure.pop_all()
    return db


def _connected(url: str, path: str, name: str) -> "Session[Rows]":
    try:
        given = {**_CONNECTION, **conninfo_to_dict(url), "application_name": name}
        session = Session.connect(make_conninfo(**given), autocommit=True, row_factory=dict_row, prepare_threshold=0)
    except psycopg.Error as error:
        raise unreachable(path, error) from error
    session.prepared_max = _PREPARED
    session.adapters.register_dumper(str, NulFree)
    return session


def _check_encoding(db: Connection) -> None:
    if (encoding := db.value("SHOW server_encoding")) != "UTF8":
        raise LedgerError(f"{db.path}: its encoding is {encoding}; create the database with ENCODING 'UTF8'")


def _prepare(db: Connection) -> None:
    """Create or upgrade the tables. While a ledger is open nobody else upgrades it."""
    key = lock_key(db.schema, "schema")
    if not db.value("SELECT pg_try_advisory_lock_shared(?, ?)", key):
        raise LedgerError(f"{db.path}: another process upgrades it; wait for its end")
    if (version := _version(db)) is None:
        version = _create(db)
    if version > VERSION:
        raise LedgerError(
            f"{db.path}: written by a newer wirecrawl (schema {version}, this one knows {VERSION}); update wirecrawl"
        )
    if version < VERSION:
        _upgrade(db, key)


def _version(db: Connection) -> int | None:
    if db.value("SELECT to_regclass('wirecrawl_schema') IS NULL"):
        return None
    version: int | None = db.value("SELECT version FROM wirecrawl_schema")
    return version


def _create(db: Connection) -> int:
    with db.transaction(alone=True):
        if (version := _version(db)) is not None:  # another process was faster
            return version
        if db.value("SELECT to_regclass('runs') IS NOT NULL"):
            raise LedgerError(f"{db.path}: has tables of another program; {_RESTORE}")
        _run(db, POSTGRES_SCHEMA)
        db.execute("INSERT INTO wirecrawl_schema VALUES (?)", (VERSION,))
    return VERSION


def _upgrade(db: Connection, key: tuple[int, int]) -> None:
    """Bring an older schema to the present one, all or nothing, while no other process has it open."""
    db.value("SELECT pg_advisory_unlock_shared(?, ?)", key)
    if not db.value("SELECT pg_try_advisory_lock(?, ?)", key):
        raise LedgerError(
            f"{db.path}: this wirecrawl has to upgrade it, and another process uses it; "
            "wait for the end of the runs on all machines, and update wirecrawl there"
        )
    with db.transaction(alone=True):
        for step in range(_version(db) or 0, VERSION):
            if step not in UPGRADES:
                raise LedgerError(f"{db.path}: no wirecrawl has a schema {step} in PostgreSQL; {_RESTORE}")
            _run(db, UPGRADES[step])
        db.execute("UPDATE wirecrawl_schema SET version = ?", (VERSION,))
    db.value("SELECT pg_advisory_lock_shared(?, ?)", key)
    db.value("SELECT pg_advisory_unlock(?, ?)", key)


def _run(db: Connection, statements: str) -> None:
    for statement in filter(str.strip, statements.split(";\n")):
        db.execute(statement)


def _check_columns(db: Connection) -> None:
    found = list(db.rows(_COLUMNS))
    if missing := schema.missing_parts({(row["table"], row["column"]) for row in found}):
        more = f" and {len(missing) - 1} more" if len(missing) > 1 else ""
        raise LedgerError(f"{db.path}: not a usable ledger (no {missing[0]} in it{more}); {_RESTORE}")
    ours = schema.columns_of_tables()
    if wrong := [row for row in found if row["table"] in ours and row["collation"] not in (None, "C")]:
        one = f"{wrong[0]['table']}.{wrong[0]['column']}"
        raise LedgerError(f"{db.path}: {one} is sorted by {wrong[0]['collation']}, a ledger by C; {_RESTORE}")
