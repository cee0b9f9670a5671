"""Tests stand where a reader looks for them: at the path of the module that they test.

tests/a/test_b.py and tests/a/test_b_<aspect>.py test wirecrawl/a/b.py, or the package wirecrawl/a/b/. A test that
takes a package as a whole may also stand in its folder, under its name: tests/a/test_a_<aspect>.py.
"""

from pathlib import Path

import pytest

from tests.support.fixtures import ROOT

HOME = ROOT / "tests"
TESTS = sorted(path.relative_to(HOME) for path in HOME.rglob("test_*.py"))
# Tests of the project as a whole: its rooms, its tests, its saved pages, its speed on the worst input.
WHOLE = {Path("test_rooms.py"), Path("test_layout.py"), Path("test_fixtures.py"), Path("test_linear.py")}
# Folders whose subjects are not in wirecrawl/.
ELSEWHERE = {"bench": ROOT / "bench", "docs": ROOT / "docs", "support": HOME / "support"}
# Commands of `python -m wirecrawl`, beside those of wirecrawl/commands/.
PLAIN_COMMANDS = {"clean", "headline", "relate"}


def subjects(folder: Path) -> set[str]:
    """What tests in a folder of tests/ can be about: names of modules, packages, programs, documents, commands."""
    name = folder.name
    if name in ELSEWHERE and folder.parent == Path():
        found = {path.stem.replace("-", "_") for path in ELSEWHERE[name].iterdir()}
    else:
        found = {path.stem for path in (ROOT / "wirecrawl" / folder).iterdir()}
    return found | {name} | (PLAIN_COMMANDS if name == "commands" else set())


def is_about(test: Path, known: set[str]) -> bool:
    """Whether a test's name is one of the subjects, alone or followed by an aspect."""
    name = test.stem.removeprefix("test_")
    return any(f"{name}_".startswith(f"{subject.strip('_')}_") for subject in known - {""})


@pytest.mark.parametrize("test", [test for test in TESTS if test not in WHOLE], ids=str)
def test_a_test_stands_at_the_path_of_what_it_tests(test: Path) -> None:
    assert is_about(test, subjects(test.parent))


@pytest.mark.parametrize(
    ("test", "right"),
    [
        ("storage/archive/test_warc.py", True),
        ("storage/archive/test_warc_torn.py", True),
        ("storage/archive/test_archive_order.py", True),
        ("storage/archive/test_warcs.py", False),
        ("storage/test_warc.py", False),
        ("commands/test_clean_maps.py", True),
        ("docs/test_add_an_agency.py", True),
        ("bench/test_nothing.py", False),
    ],
)
def test_the_rule_knows_a_right_path_from_a_wrong_one(test: str, right: bool) -> None:
    assert is_about(Path(test), subjects(Path(test).parent)) is right


def test_whoever_is_no_test_stands_in_support() -> None:
    allowed = {*HOME.rglob("conftest.py"), *HOME.rglob("test_*.py"), *HOME.rglob("__init__.py")}
    assert {path for path in HOME.rglob("*.py") if path not in allowed and path.parent != HOME / "support"} == set()


def test_each_folder_of_tests_says_what_it_tests() -> None:
    folders = {path.parent for path in HOME.rglob("*.py")}
    assert [folder for folder in folders if not (folder / "__init__.py").read_text(encoding="utf-8").strip()] == []
