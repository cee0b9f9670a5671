"""A ledger of its own for each test, once in each database."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.support.stores import Store
from wirecrawl.storage.ledger.sql.ledger import SqlLedger


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "ledger.sqlite"


@pytest.fixture
def ledger(file: Path, store: Store) -> Iterator[SqlLedger]:
    with closing(store.open(file)) as opened:
        yield opened
