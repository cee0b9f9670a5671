"""The documentation as a site, in a real browser: it opens from a file and is searched there without a network."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.support.browser import NEEDS_BROWSER, browser, show
from tests.support.extras import needs
from tests.support.fixtures import ROOT

pytestmark = [*NEEDS_BROWSER, needs("mkdocs", "material")]
_PAGES = {"index", "use-the-feed", "feed-format", "operating", "agencies", "add-an-agency", "glossary", "design"}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site, as `make docs` writes it; a link that leads nowhere ends it."""
    folder = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(folder)]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    ended = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True)
    assert ended.returncode == 0, ended.stderr
    return folder


def results(page: Any, words: str) -> list[str]:
    """The addresses that the site's search finds."""
    page.keyboard.press("/")  # opens the search
    page.keyboard.type(words)
    page.wait_for_selector(".md-search-result__item a")
    return [str(link.get_attribute("href")) for link in page.query_selector_all(".md-search-result__item a")]


def test_the_site_opens_from_a_file_and_finds_words_without_a_network(site: Path) -> None:
    assert {f"{name}.html" for name in _PAGES} <= {file.name for file in site.iterdir()}
    with browser() as opened:
        shown = show(opened, site / "index.html")
        page = shown.page
        assert page.eval_on_selector_all("article img", "all => all.map(one => one.naturalWidth > 0)") == [True] * 3
        assert any("feed-format.html" in address for address in results(page, "published_precision"))
        assert {address.split(":")[0] for address in shown.requests} <= {"file", "data", "blob"}
        assert shown.complaints == []
