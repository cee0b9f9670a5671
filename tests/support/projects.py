"""Copies of the project in which a test may write: the code, and what its fixture tests need."""

import shutil
from pathlib import Path

from tests.support.fixtures import ROOT

_COPIED = ("scrapy.cfg", "pyproject.toml", "tests/__init__.py", "tests/support/fixtures.py", "tests/test_fixtures.py")


def copy_project(folder: Path) -> Path:
    """The project, without its saved pages, in `folder`."""
    shutil.copytree(ROOT / "wirecrawl", folder / "wirecrawl", ignore=shutil.ignore_patterns("__pycache__"))
    for name in _COPIED:
        (folder / name).parent.mkdir(exist_ok=True)
        shutil.copy(ROOT / name, folder / name)
    return folder
