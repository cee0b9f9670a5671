"""Fixtures that several rooms of the tests share."""

from collections.abc import Iterator

import pytest

from tests.support.newsroom import open_newsroom
from tests.support.site import Site


@pytest.fixture
def newsroom() -> Iterator[Site]:
    """A small agency on a real server, with four stories on china.org.cn and one on english.news.cn."""
    with Site() as site:
        open_newsroom(site)
        yield site


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say in one line how many tests were skipped for want of an extra."""
    skipped = [one for one in terminalreporter.stats.get("skipped", []) if "make extras" in str(one.longrepr)]
    if skipped:
        terminalreporter.write_line(f"{len(skipped)} tests were skipped: `make extras` installs what they need")
