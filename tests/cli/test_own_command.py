"""A command of the user's: values by its environment, a bounded time, and one line about what went wrong."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

from wirecrawl.cli.own_command import run_own_command

_PATIENCE = 10.0


def python(code: str) -> list[str]:
    return [sys.executable, "-c", code]


def test_values_reach_it_unchanged_and_no_shell_reads_them(tmp_path: Path) -> None:
    value = f"$(touch {tmp_path}/harm); `touch {tmp_path}/harm` \"'\n地热"
    code = f"import os; open('{tmp_path}/got', 'w', encoding='utf-8').write(os.environ['OWN'])"
    assert run_own_command(python(code), {"OWN": value}, _PATIENCE) is None
    assert (tmp_path / "got").read_text("utf-8") == value
    assert not (tmp_path / "harm").exists()


@pytest.mark.parametrize("value", ["a\0b", "\udc80", "x" * 10_000_000])
def test_any_value_can_be_given(value: str) -> None:
    assert run_own_command(python("import os; os.environ['OWN']"), {"OWN": value}, _PATIENCE) is None


def test_a_failure_is_told_with_the_last_line_that_was_printed() -> None:
    code = "import sys; print('working'); sys.exit('no route to the pager')"
    assert run_own_command(python(code), {}, _PATIENCE) == "ended with 1: no route to the pager"
    assert run_own_command(python("raise SystemExit(7)"), {}, _PATIENCE) == "ended with 7"
    assert run_own_command([str(Path(sys.executable).parent)], {}, _PATIENCE) == "cannot be run (Permission denied)"


def test_one_that_hangs_is_killed_with_what_it_started(tmp_path: Path) -> None:
    note = tmp_path / "child"
    child = f"import os, time; open('{note}', 'w').write(str(os.getpid())); time.sleep(600)"
    code = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {child!r}])"
    assert run_own_command(python(code), {}, 1.0) == "did not end in 1 seconds and was killed"
    until = time.monotonic() + _PATIENCE
    while note.exists() and _runs(note.read_text()) and time.monotonic() < until:
        time.sleep(0.05)
    assert not (note.exists() and _runs(note.read_text()))


def _runs(number: str) -> bool:
    state = subprocess.run(["ps", "-o", "stat=", "-p", number], capture_output=True, text=True, check=False).stdout
    return bool(state.strip()) and not state.startswith("Z")
