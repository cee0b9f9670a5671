"""The two databases that may keep a ledger; a test that takes the fixture `store` runs once with each."""

import os
import shutil
from pathlib import Path

from tests.support.postgres import server
from wirecrawl.storage.ledger.sql.ledger import SqlLedger
from wirecrawl.storage.ledger.sqlite.ledger import SqliteLedger

_MOST_OPEN = 20
STORES = ("sqlite", "postgres")


_used: list[tuple[str, SqlLedger | None]] = []  # schemas, and what is open in them, of the test that goes on


def give_back(*, all_but: int = 0) -> None:
    """Close what a test opened, and empty the schemas that it used, but for the first ones."""
    for _, ledger in _used[all_but:]:
        if ledger:
            ledger.close()
    for url in {url for url, _ in _used[all_but:]} - {url for url, _ in _used[:all_but]}:
        server().give_back(url)
    del _used[all_but:]


def _new_schema() -> str:
    url = server().new_schema()
    _used.append((url, None))
    return url


def opened(url: str) -> SqlLedger:
    """The ledger at an address; it is closed after the test."""
    from wirecrawl.storage.ledger.postgres.ledger import PostgresLedger  # needs psycopg

    ledger = PostgresLedger(url)
    _used.append((url, ledger))
    return ledger


class Store:
    """Where a test keeps its ledger. What a test starts finds it by WIRECRAWL_LEDGER in the environment."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.url = _new_schema() if name == "postgres" else ""

    def open(self, file: Path | str) -> SqlLedger:
        """The ledger: the file, or the database in its place."""
        return opened(self.url) if self.url else SqliteLedger(file)

    def back_up(self, folder: Path) -> None:
        """Back the ledger of a data folder up, as the guide says."""
        if self.url:
            server().back_up(self.url, folder / "backup")
        else:
            shutil.copy(folder / "ledger.sqlite", folder / "backup")

    def restore(self, folder: Path) -> None:
        """Put the backup in the place of the ledger."""
        self.lose(folder)
        if self.url:
            server().restore(folder / "backup")
        else:
            shutil.move(folder / "backup", folder / "ledger.sqlite")

    def lose(self, folder: Path) -> None:
        """Take the ledger away, as if it had never been."""
        if self.url:
            server().empty(self.url)
        for file in folder.glob("ledger.sqlite*"):
            file.unlink()


def new_ledger() -> SqlLedger:
    """An empty ledger that is gone after the test, in the database of the test's store."""
    if len(_used) > _MOST_OPEN:  # of a test with many examples, which needs only its newest
        give_back(all_but=1)
    return opened(_new_schema()) if os.environ.get("WIRECRAWL_LEDGER") else SqliteLedger(":memory:")


def kept_ledger(file: Path) -> SqlLedger:
    """The ledger of the test's store, which stays when it is closed: the file, or the database in its place."""
    url = os.environ.get("WIRECRAWL_LEDGER")
    return opened(url) if url else SqliteLedger(file)
