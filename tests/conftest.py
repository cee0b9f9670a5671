"""Fixtures that several rooms of the tests share."""

import os
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

from tests.support.newsroom import open_newsroom
from tests.support.postgres import MISSING
from tests.support.site import Site
from tests.support.stores import STORES, Store, give_back

# Tests measure no time, so a slow machine fails none; and one commit is tested with the same examples everywhere.
settings.register_profile("wirecrawl", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("wirecrawl")


@pytest.fixture
def newsroom() -> Iterator[Site]:
    """A small agency on a real server, with four stories on china.org.cn and one on english.news.cn."""
    with Site() as site:
        open_newsroom(site)
        yield site


@pytest.fixture(params=STORES)
def store(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    """Each database that may keep the ledger; children of the test find it in their environment."""
    if request.param == "postgres" and MISSING:
        message = f"needs {' and '.join(MISSING)}: make extras"
        pytest.fail(message) if os.environ.get("WIRECRAWL_EXTRAS") == "required" else pytest.skip(message)
    made = Store(request.param)
    monkeypatch.setenv("WIRECRAWL_LEDGER", made.url)
    yield made
    give_back()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say in one line how many tests were skipped for want of an extra."""
    skipped = [one for one in terminalreporter.stats.get("skipped", []) if "make extras" in str(one.longrepr)]
    if skipped:
        terminalreporter.write_line(f"{len(skipped)} tests were skipped: `make extras` installs what they need")
