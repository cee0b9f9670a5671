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
