"""The program `wirecrawl` as pip installs it: from the wheel, in any folder."""

import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

from tests.support.exported_feeds import write_feeds
from tests.support.extras import needs
from tests.support.fixtures import ROOT
from tests.support.markdown import read
from tests.support.process import clean_environment

PROJECT = tomllib.loads(read("pyproject.toml"))["project"]
COMMANDS = ["crawl", "replay", "report", "export", "explain", "verify", "drift", "prune", "addagency"]
LOOKING = ["list", "parse", "fetch", "shell", "view", "check"]
FILTERS = ["clean", "headline", "relate"]
_START = "import sys; from wirecrawl.cli.main import main; sys.argv[0] = 'wirecrawl'; main()"
pytestmark = needs("build", "hatchling")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, made without a network: the libraries that make it are installed."""
    out = tmp_path_factory.mktemp("wheel")
    command = ["-m", "build", "--wheel", "--no-isolation", "--outdir", str(out), str(ROOT)]
    ended = subprocess.run([sys.executable, *command], env=clean_environment(), capture_output=True, check=False)
    assert ended.returncode == 0, ended.stderr.decode()
    return next(out.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("installed")
    with zipfile.ZipFile(wheel) as packed:
        packed.extractall(folder)
    return folder


def wirecrawl(installed: Path, here: Path, *arguments: str, stdin: str = "") -> "subprocess.CompletedProcess[str]":
    """The program, in a folder without a project; its modules are those of the wheel."""
    environment = clean_environment({"PYTHONPATH": str(installed), "WIRECRAWL_DATA": str(here / "own")})
    command = [sys.executable, "-P", "-c", _START, *arguments]
    return subprocess.run(command, cwd=here, env=environment, input=stdin, capture_output=True, text=True, check=False)


def test_the_wheel_holds_every_module_and_table_and_nothing_else(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as packed:
        names = [name for name in packed.namelist() if ".dist-info/" not in name]
    files = [file for ending in ("*.py", "*.txt", "*.html", "*.css") for file in (ROOT / "wirecrawl").rglob(ending)]
    assert sorted(names) == sorted(str(file.relative_to(ROOT)) for file in files)


def test_every_command_explains_itself_in_any_folder(installed: Path, tmp_path: Path) -> None:
    overview = wirecrawl(installed, tmp_path).stdout
    assert [name for name in (*COMMANDS, *LOOKING, *FILTERS) if f"\n  {name} " not in overview] == []
    for name in ("replay", "export", "clean"):
        ended = wirecrawl(installed, tmp_path, name, "--help")
        assert (ended.returncode, ended.stderr) == (0, "")
        assert ended.stdout.startswith(f"usage: wirecrawl {name} ")
    assert list(tmp_path.iterdir()) == []


def test_it_works_in_any_folder_with_the_data_of_the_environment(installed: Path, tmp_path: Path) -> None:
    write_feeds(tmp_path / "own")
    assert "xinhua" in wirecrawl(installed, tmp_path, "list").stdout.split()
    ended = wirecrawl(installed, tmp_path, "export", "csv", "-o", "out")
    assert (ended.returncode, ended.stdout) == (0, "out: 4 stories, 1 headline\n")
    page = ROOT / "fixtures/xinhua/china-org-cn-plain"
    replayed = wirecrawl(installed, tmp_path, "replay", "xinhua", str(page))
    assert replayed.returncode == 0, replayed.stderr
    assert (tmp_path / "own/feeds/xinhua/replay-stories.jsonl").stat().st_size
    ended = wirecrawl(installed, tmp_path, "headline", "xinhua", stdin="1st LD: Rain\n")
    assert '"lead": 1' in ended.stdout
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out", "own"]


def test_an_unknown_command_is_one_line_and_exit_code_2(installed: Path, tmp_path: Path) -> None:
    ended = wirecrawl(installed, tmp_path, "crawll")
    assert (ended.returncode, ended.stderr.count("\n")) == (2, 1)
    assert "'crawll' is no command; there are: addagency, " in ended.stderr
    assert wirecrawl(installed, tmp_path, "completion", "fish").returncode == 2


@pytest.fixture(scope="module")
def completion(installed: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    return wirecrawl(installed, tmp_path_factory.mktemp("here"), "completion", "bash").stdout


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("wirecrawl ex", {"explain", "export"}),
        ("wirecrawl crawl xin", {"xinhua"}),
        ("wirecrawl export par", {"parquet"}),
        ("wirecrawl export csv --spider ky", {"kyodo"}),
    ],
)
def test_bash_completes_names_without_starting_anything(completion: str, typed: str, offered: set[str]) -> None:
    asked = f'COMP_WORDS=({typed}); COMP_CWORD={len(typed.split()) - 1}; PATH=; _wirecrawl; echo "${{COMPREPLY[@]}}"'
    ended = subprocess.run(["bash", "-c", f"{completion}\n{asked}"], capture_output=True, text=True, check=True)
    assert set(ended.stdout.split()) == offered


def test_zsh_completes_as_bash_does(installed: Path, tmp_path: Path, completion: str) -> None:
    printed = wirecrawl(installed, tmp_path, "completion", "zsh").stdout
    assert printed == f"autoload -Uz bashcompinit && bashcompinit\n{completion}"


def _packages(text: str) -> list[str]:
    return [line.split(" #")[0].strip() for line in text.splitlines() if line.strip() and not line.startswith("#")]


def test_dependencies_are_those_of_the_requirements() -> None:
    assert PROJECT["dependencies"] == _packages(read("requirements.txt").split("# Tests and checks")[0])
    extras = dict(part.split("\n", 1) for part in read("requirements-extras.txt").split("\n# Extra ")[1:])
    named = {name: _packages(text.split("\n# Tests")[0]) for name, text in extras.items()}
    assert PROJECT["optional-dependencies"] == named


def test_the_extras_that_tests_need_are_installed_by_make() -> None:
    named = {package.split(">")[0].replace("-", "_") for package in _packages(read("requirements-extras.txt"))}
    needed = {"pyarrow", "pandas", "polars", "duckdb", "datasets", "datasette", "feedgen", "wacz", "rfc3339_validator"}
    page = {"altair", "vl_convert_python", "jinja2", "axe_playwright_python"}
    assert needed | page | {"build", "hatchling"} <= named
