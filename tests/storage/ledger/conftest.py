"""A ledger in an SQLite file of its own for each test; tests of sql/ have one in each database instead."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from wirecrawl.storage.ledger.sqlite.ledger import SqliteLedger


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "ledger.sqlite"


@pytest.fixture
def ledger(file: Path) -> Iterator[SqliteLedger]:
    with closing(SqliteLedger(file)) as opened:
        yield opened
