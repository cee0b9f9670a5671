"""`make audit`: what it says of vulnerabilities, of packages that were not checked, and without a network."""

import json
import sys
from pathlib import Path
from typing import Any

import pytest

from bench.audit import CONSTRAINTS, main

SOUND = {"name": "lxml", "version": "6.1.3", "vulns": []}
ILL = {"name": "w3lib", "version": "2.5.0", "vulns": [{"id": "PYSEC-2026-1", "fix_versions": ["2.5.1"], "aliases": []}]}
UNKNOWN = {"name": "tqdm", "skip_reason": "Dependency not found on PyPI"}


def program(folder: Path, packages: list[Any] | None, code: int = 0) -> str:
    """A pip-audit that finds these packages; None: it cannot reach its database."""
    said = "ConnectionError: no route to the database" if packages is None else ""
    printed = "" if packages is None else json.dumps({"dependencies": packages, "fixes": []})
    file = folder / "pip-audit"
    file.write_text(
        f"#!{sys.executable}\nimport sys\nassert {str(CONSTRAINTS)!r} in sys.argv\n"
        f"sys.stdout.write({printed!r})\nsys.stderr.write({said!r})\nsys.exit({code})\n",
        encoding="utf-8",
    )
    file.chmod(0o755)
    return str(file)


@pytest.mark.parametrize(
    ("packages", "code", "expected", "line"),
    [
        ([SOUND], 0, 0, "packages audited: 1; known vulnerabilities: 0"),
        ([SOUND, ILL], 1, 1, "w3lib 2.5.0: PYSEC-2026-1; mended in 2.5.1"),
        ([SOUND, UNKNOWN], 0, 3, "not audited: 1 of 2 packages (tqdm"),
        ([ILL, UNKNOWN], 1, 1, "not audited: 1 of 2 packages (tqdm"),
        ([], 0, 3, "not audited"),
        (None, 1, 3, "no route to the database"),
    ],
)
def test_the_exit_code_is_good_only_where_all_were_checked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], packages: list[Any] | None, code: int, expected: int, line: str
) -> None:
    assert main([program(tmp_path, packages, code)]) == expected
    assert line in capsys.readouterr().out


def test_a_program_that_is_not_there_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path / "nothing")]) == 3
    assert capsys.readouterr().out.startswith("not audited: ")


def test_every_package_that_is_checked_is_pinned() -> None:
    lines = [line for line in CONSTRAINTS.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    assert all("==" in line for line in lines)
    assert len(lines) > 50
