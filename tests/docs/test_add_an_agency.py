"""docs/add-an-agency.md carried out to the letter, in a copy of the project: from the draft to a passing test."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.markdown import blocks, read
from tests.support.process import clean_environment, lines
from tests.support.projects import copy_project

GUIDE = "docs/add-an-agency.md"
STORY = "fixtures/polarwire/ice-road-opens/story.json"
PAGE = "saved/ice-road.html"
BLOCKS = {block.file: block for block in blocks(GUIDE) if block.file}
PRINTED = next(block.code for block in blocks(GUIDE) if block.info == "text")
(COMMAND,) = re.findall(r"^    \.venv/bin/(scrapy addagency .+)$", read(GUIDE), re.MULTILINE)
FIXTURE_TESTS = ("-m", "pytest", "tests/test_fixtures.py", "-k", "polarwire")
Ended = subprocess.CompletedProcess[str]


def run(project: Path, *arguments: str) -> Ended:
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=project,
        env=clean_environment({"PYTHONDONTWRITEBYTECODE": "1", "COLUMNS": "200"}),
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project with the guide's page saved in it."""
    folder = copy_project(tmp_path_factory.mktemp("guide"))
    (folder / PAGE).parent.mkdir()
    (folder / PAGE).write_text(BLOCKS[PAGE].code, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def drafted(project: Path) -> tuple[Ended, Ended]:
    """What the command printed, and what the draft's tests said."""
    return run(project, "-m", *COMMAND.split()), run(project, *FIXTURE_TESTS)


@pytest.fixture(scope="module")
def reviewed(project: Path, drafted: tuple[Ended, Ended]) -> Path:
    """The project after everything that the guide tells a person to do."""
    for block in BLOCKS.values():
        (project / block.file).write_text(block.code, encoding="utf-8")
    return project


def test_the_command_prints_what_the_guide_shows(drafted: tuple[Ended, Ended]) -> None:
    ended, _ = drafted
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, PRINTED, "")


def test_the_draft_fails_until_it_is_read_and_says_what_to_do(drafted: tuple[Ended, Ended]) -> None:
    _, tests = drafted
    assert tests.returncode == 1
    assert "1 failed" in tests.stdout
    assert f"{STORY} is a draft that a program made" in tests.stdout
    assert 'delete its line "reviewed"' in tests.stdout


def test_fixture_tests_of_the_agency_pass_after_the_review(reviewed: Path) -> None:
    ended = run(reviewed, *FIXTURE_TESTS)
    assert (ended.returncode, "passed" in ended.stdout) == (0, True), ended.stdout


def test_replay_of_the_agency_gives_its_story(reviewed: Path) -> None:
    ended = run(reviewed, "-m", "scrapy", "replay", "polarwire")
    assert ended.returncode == 0, ended.stderr
    (story,) = lines(reviewed / "data/feeds/polarwire/replay-stories.jsonl")
    provenance = story.pop("provenance")
    assert story == json.loads(BLOCKS[STORY].code)
    assert provenance["cleaner"] == "polarwire-2026"


@pytest.mark.parametrize(
    ("path", "kind"),
    [("2026/11/20/ice-road-41877/", "article"), ("news/", "list"), ("sport/page/2/", "list"), ("about/", "neither")],
)
def test_addresses_of_the_agency_are_classed(reviewed: Path, path: str, kind: str) -> None:
    url = f"https://polarwire.example/{path}"
    code = f"from wirecrawl.news.agencies import classify, get; print(classify({url!r}, get('polarwire')).kind)"
    assert run(reviewed, "-c", code).stdout.strip() == kind


def test_code_of_the_guide_is_clean(reviewed: Path) -> None:
    written = [name for name in BLOCKS if name.endswith("polarwire.py")]
    assert run(reviewed, "-m", "ruff", "check", *written).stdout.strip() == "All checks passed!"
    assert run(reviewed, "-m", "ruff", "format", "--check", *written).returncode == 0


def test_table_of_agencies_takes_the_agency_in(reviewed: Path) -> None:
    (reviewed / "docs").mkdir(exist_ok=True)
    assert run(reviewed, "-m", "wirecrawl.news.agencies.docs_page").returncode == 0
    table = (reviewed / "docs/agencies.md").read_text(encoding="utf-8")
    assert "| `polarwire-2026` | `polarwire.example` | 2024 to now | seen in a real page |" in table
