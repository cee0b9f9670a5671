"""docs/add-an-agency.md carried out to the letter, in a copy of the project."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.fixtures import ROOT
from tests.markdown import Block, blocks
from tests.process import clean_environment, lines

GUIDE = "docs/add-an-agency.md"
NAMES, TABLES = "wirecrawl/agencies/__init__.py", "wirecrawl/wire/__init__.py"
BLOCKS = {block.file: block for block in blocks(GUIDE) if block.info}
COPIED = ("scrapy.cfg", "pyproject.toml", "tests/__init__.py", "tests/fixtures.py", "tests/test_fixtures.py")


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("guide")
    shutil.copytree(ROOT / "wirecrawl", folder / "wirecrawl", ignore=shutil.ignore_patterns("__pycache__"))
    for name in COPIED:
        (folder / name).parent.mkdir(exist_ok=True)
        shutil.copy(ROOT / name, folder / name)
    for block in BLOCKS.values():
        file = folder / block.file
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(edited(file, block) if file.exists() else block.code, encoding="utf-8")
    return folder


def edited(file: Path, block: Block) -> str:
    """A file of the project with what a block says done to it: an import, a line of a tuple."""
    text = file.read_text(encoding="utf-8")
    for line in block.code.splitlines():
        if line.startswith("from "):
            text = once(r"^(?=__all__ )", f"{line}\n\n", text)
        elif line.startswith("    ") and not line.lstrip().startswith("#"):
            text = once(r"^\)\n(?=TABLES|\n\n@cache)", f"{line}\n)\n", text)
    return text


def once(pattern: str, replacement: str, text: str) -> str:
    new, count = re.subn(pattern, lambda _: replacement, text, flags=re.MULTILINE)
    assert count == 1, pattern
    return new


def run(project: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=project,
        env=clean_environment({"PYTHONDONTWRITEBYTECODE": "1"}),
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def test_guide_writes_every_file_that_it_names() -> None:
    agency = ("wirecrawl/agencies", "wirecrawl/wire/tables", "wirecrawl/spiders")
    case = [f"fixtures/polarwire/ice-road/{name}" for name in ("response.json", "body.html", "story.json")]
    assert sorted(BLOCKS) == sorted([NAMES, TABLES, *(f"{room}/polarwire.py" for room in agency), *case])


def test_replay_of_the_agency_gives_its_story(project: Path) -> None:
    ended = run(project, "-m", "scrapy", "replay", "polarwire")
    assert ended.returncode == 0, ended.stderr
    (story,) = lines(project / "data/feeds/polarwire/replay-stories.jsonl")
    provenance = story.pop("provenance")
    assert story == json.loads(BLOCKS["fixtures/polarwire/ice-road/story.json"].code)
    assert provenance["cleaner"] == "polarwire-2024"


def test_fixture_tests_of_the_agency_pass(project: Path) -> None:
    ended = run(project, "-m", "pytest", "tests/test_fixtures.py", "-k", "polarwire")
    assert (ended.returncode, "passed" in ended.stdout) == (0, True), ended.stdout


@pytest.mark.parametrize(
    ("path", "kind"),
    [("2026/11/20/ice-road-41877/", "article"), ("news/", "list"), ("sport/page/2/", "list"), ("about/", "neither")],
)
def test_addresses_of_the_agency_are_classed(project: Path, path: str, kind: str) -> None:
    url = f"https://polarwire.example/{path}"
    code = f"from wirecrawl.agencies import classify, get; print(classify({url!r}, get('polarwire')).kind)"
    assert run(project, "-c", code).stdout.strip() == kind


def test_code_of_the_guide_is_clean(project: Path) -> None:
    written = [name for name in BLOCKS if name.endswith("polarwire.py")]
    assert run(project, "-m", "ruff", "check", *written).stdout.strip() == "All checks passed!"
    assert run(project, "-m", "ruff", "format", "--check", *written).returncode == 0


def test_table_of_agencies_takes_the_agency_in(project: Path) -> None:
    (project / "docs").mkdir(exist_ok=True)
    assert run(project, "-m", "wirecrawl.agencies.table").returncode == 0
    assert "| `polarwire-2024` | `polarwire.example` |" in (project / "docs/agencies.md").read_text(encoding="utf-8")
