"""A PostgreSQL server of the tests' own: on a socket in a temporary folder, and on a port of 127.0.0.1."""

import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

_USER = "postgres" if os.getuid() == 0 else None  # a server refuses to run as root
# Its data need not survive a power cut.
_FAST = ("fsync=off", "full_page_writes=off", "shared_buffers=32MB", "max_connections=40", "autovacuum_naptime=5s")
_EMPTY = """
SET lock_timeout = '10s';
DO $$ DECLARE name TEXT; BEGIN
FOR name IN SELECT relname FROM pg_class WHERE relnamespace = current_schema()::regnamespace AND relkind = 'r'
AND relname <> 'wirecrawl_schema' LOOP EXECUTE 'DELETE FROM ' || name; END LOOP;
FOR name IN SELECT relname FROM pg_class WHERE relnamespace = current_schema()::regnamespace AND relkind = 'S'
LOOP EXECUTE 'ALTER SEQUENCE ' || name || ' RESTART'; END LOOP; END $$
"""
_PATIENCE = 30  # seconds


def _programs() -> Path | None:
    """The folder of initdb and postgres: Debian keeps it out of PATH."""
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    found = str(folders[-1]) if folders else shutil.which("initdb")
    return Path(found).parent if found else None


PROGRAMS = _programs()
MISSING = [name for name, there in (("psycopg", find_spec("psycopg")), ("a PostgreSQL server", PROGRAMS)) if not there]


def required() -> pytest.MarkDecorator:
    """Skip a test where no server can be started, unless extras are required."""
    skipped = bool(MISSING) and os.environ.get("WIRECRAWL_EXTRAS") != "required"
    return pytest.mark.skipif(skipped, reason=f"needs {' and '.join(MISSING)}: make extras")


_watchers: list["subprocess.Popen[bytes]"] = []


class Server:
    """A running server. Each ledger has a schema of its own in its one database."""

    def __init__(self) -> None:
        assert PROGRAMS
        self.folder = Path(tempfile.mkdtemp(prefix="wirecrawl-pg-"))
        if _USER:
            shutil.chown(self.folder, _USER)
        with socket.socket() as found:
            found.bind(("127.0.0.1", 0))
            self.port: int = found.getsockname()[1]
        self._programs = PROGRAMS
        self._free: list[str] = []
        self._run("initdb", "-A", "trust", "-U", "wire", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync")
        self.start()

    def _run(self, program: str, *arguments: str) -> None:
        command: list[str | Path] = [self._programs / program, "-D", self.folder / "data", *arguments]
        subprocess.run(command, user=_USER, cwd=self.folder, check=True, capture_output=True, timeout=_PATIENCE)

    def start(self) -> None:
        """Start it; returns when it takes connections."""
        settings = [f"port={self.port}", f"unix_socket_directories={self.folder}", *_FAST]
        options = " ".join(f"-c {setting}" for setting in settings)
        self._run("pg_ctl", "-w", "-l", str(self.folder / "log"), "-o", options, "start")

    def stop(self, mode: str = "immediate") -> None:
        """Stop it as `pg_ctl stop -m MODE` does."""
        self._run("pg_ctl", "-m", mode, "stop")

    def end_with_this_process(self) -> None:
        """Let a child stop the server when this process is gone, however it ends: it reads a pipe to its end."""
        stop = f"cat; {self._programs}/pg_ctl -D {self.folder}/data -m immediate stop; rm -rf {self.folder}"
        devnull = subprocess.DEVNULL
        _watchers.append(
            subprocess.Popen(
                ["sh", "-c", stop],
                stdin=subprocess.PIPE,
                stdout=devnull,
                stderr=devnull,
                user=_USER,
                cwd="/",
                start_new_session=True,
            )
        )

    def remove(self) -> None:
        """Stop it and delete its folder."""
        with suppress(subprocess.SubprocessError):
            self.stop()
        shutil.rmtree(self.folder, ignore_errors=True)

    def url(self, schema: str = "public") -> str:
        """The address of a schema as WIRECRAWL_LEDGER takes it."""
        return f"postgresql://wire@127.0.0.1:{self.port}/postgres?options=-csearch_path%3D{schema}"

    def new_schema(self) -> str:
        """The address of an empty schema, which may have the tables of a ledger that was given back."""
        if self._free:
            return self._free.pop()
        name = f"t{uuid4().hex[:12]}"
        self.sql(f"CREATE SCHEMA {name}")
        return self.url(name)

    def give_back(self, url: str) -> None:
        """Empty the tables of a schema, so that another test can use them: that is faster than to make them."""
        self.sql(_EMPTY, url)
        self._free.append(url)

    def empty(self, url: str) -> None:
        """Drop everything in the schema of an address."""
        name = url.rpartition("%3D")[2]
        self.sql(f"DROP SCHEMA {name} CASCADE; CREATE SCHEMA {name}")

    def sql(self, statement: str, url: str | None = None) -> list[Any]:
        """Run a statement as another client; returns its rows."""
        import psycopg

        with psycopg.connect(url or self.url(), autocommit=True) as session:
            cursor = session.execute(statement.encode())
            return cursor.fetchall() if cursor.description else []

    def back_up(self, url: str, file: Path) -> None:
        """Back the schema of an address up with pg_dump."""
        name = url.rpartition("%3D")[2]
        command = [
            str(self._programs / "pg_dump"),
            "--clean",
            "--if-exists",
            f"--schema={name}",
            f"--file={file}",
            self.url(),
        ]
        subprocess.run(command, check=True, timeout=_PATIENCE)

    def restore(self, file: Path) -> None:
        """Restore a backup with psql."""
        command = [str(self._programs / "psql"), "--quiet", "-v", "ON_ERROR_STOP=1", f"--file={file}", self.url()]
        subprocess.run(command, check=True, timeout=_PATIENCE, capture_output=True)

    def end_sessions(self) -> int:
        """End every connection of a ledger in the middle of what it does; returns how many there were."""
        query = (
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() "
            "AND application_name LIKE 'wirecrawl%'"
        )
        return len(self.sql(query))


@cache
def server() -> Server:
    """The server of this process of the tests, started when it is first asked for."""
    started = Server()
    started.end_with_this_process()
    return started


@contextmanager
def own_server() -> Iterator[Server]:
    """A server for one test, which stops it."""
    started = Server()
    try:
        yield started
    finally:
        started.remove()


def wait_for(condition: Any) -> None:
    """Wait until a condition holds. Raises TimeoutError."""
    until = time.monotonic() + _PATIENCE
    while not condition():
        if time.monotonic() > until:
            raise TimeoutError
        time.sleep(0.02)
