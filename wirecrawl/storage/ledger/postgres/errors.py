"""Errors of PostgreSQL as errors of the ledger, each with what to do."""

import psycopg
from psycopg import errors

from wirecrawl.errors import LedgerError

_LOST = "the connection to the database was lost"
_AGAIN = "when the database runs again, the next run completes this one"
_STEPS = (
    (errors.LockNotAvailable, "wait until the process that writes to it has ended"),
    (errors.DiskFull, "make room"),
    (errors.OutOfMemory, "give the server more memory"),
    (errors.InsufficientPrivilege, "grant this user what it needs"),
    (errors.ReadOnlySqlTransaction, "name the server that takes writes"),
)


def failure(path: str, error: psycopg.Error) -> LedgerError:
    """The error of the ledger for one of PostgreSQL: one line, with the next step."""
    words = _line(error)
    if isinstance(error, (psycopg.OperationalError, psycopg.InterfaceError)) and error.sqlstate is None:
        return LedgerError(f"{path}: {_LOST} ({words}); {_AGAIN}")
    if isinstance(error, (errors.AdminShutdown, errors.CrashShutdown, errors.CannotConnectNow)):
        return LedgerError(f"{path}: {_LOST} ({words}); {_AGAIN}")
    step = next((step for kind, step in _STEPS if isinstance(error, kind)), "restore a backup")
    return LedgerError(f"{path}: {words}; {step}")


def lost(path: str) -> LedgerError:
    """The error of a transaction that ended with its connection."""
    return LedgerError(f"{path}: {_LOST}, and the decisions were rolled back; {_AGAIN}")


def unreachable(path: str, error: psycopg.Error) -> LedgerError:
    """The error of a database to which no connection could be opened."""
    return LedgerError(f"{path}: no connection to the database ({_line(error)}); start it, or correct WIRECRAWL_LEDGER")


def _line(error: psycopg.Error) -> str:
    """The first sentence of an error; a library may add lines of advice."""
    lines = [" ".join(line.split()) for line in str(error).splitlines() if line.strip()]
    return lines[0] if lines else type(error).__name__
