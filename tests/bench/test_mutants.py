"""The program that measures the tests: what it changes in a module, and what it does not change."""

import ast
from pathlib import Path

import pytest

from bench import mutants
from bench.mutants import mutated, sample, survives

SOURCE = '''"""A module."""


__all__ = ["late"]
When = Literal["early", "late"]


@dataclass(frozen=True)
class Clock:
    hours: int


def late(hours: int | None, limit: float = 2) -> bool:
    """Whether it is late."""
    if not hours and limit:
        return False
    return hours + 1 > limit or "never" in f"{hours} h"
'''


@pytest.fixture
def file(tmp_path: Path) -> Path:
    module = tmp_path / "module.py"
    module.write_text(SOURCE, encoding="utf-8")
    return module


def test_each_mutant_changes_one_thing_that_runs(file: Path) -> None:
    found = {(mutant.before, mutant.after) for mutant in mutants.mutants(file)}
    assert found == {
        ("2", "3"),
        ("1", "2"),
        ("False", "True"),
        ("'never'", "''"),
        ("not hours", "hours"),
        ("not hours and limit", "not hours or limit"),
        ("hours + 1", "hours - 1"),
        ("hours + 1 > limit", "hours + 1 >= limit"),
        ("'never' in f'{hours} h'", "'never' not in f'{hours} h'"),
        ("hours + 1 > limit or 'never' in f'{hours} h'", "hours + 1 > limit and 'never' in f'{hours} h'"),
        ("return False", "return None"),
        ("return hours + 1 > limit or 'never' in f'{hours} h'", "return None"),
    }


def test_the_changed_module_differs_in_that_place_alone(file: Path) -> None:
    whole = ast.unparse(ast.parse(SOURCE))
    for mutant in mutants.mutants(file):
        changed = ast.unparse(mutated(mutant))
        assert changed != whole
        assert len(changed.splitlines()) == len(whole.splitlines())
        assert sum(a != b for a, b in zip(changed.splitlines(), whole.splitlines(), strict=True)) == 1


def test_a_sample_is_the_same_for_the_same_seed_and_has_every_kind() -> None:
    first = sample(["web"], 24, 1)["web"]
    assert (first, len(first)) == (sample(["web"], 24, 1)["web"], 24)
    assert first != sample(["web"], 24, 2)["web"]
    assert {mutant.kind for mutant in first} == {"boolean", "comparison", "number", "return", "sum", "text"}


def test_a_mistake_in_a_module_is_noticed_and_no_mistake_is_not(monkeypatch: pytest.MonkeyPatch) -> None:
    file, tests = mutants.ROOT / "wirecrawl/web/urls.py", ["tests/web/test_urls.py"]
    (mistake,) = [one for one in mutants.mutants(file) if one.before.startswith("return host == domain")]
    assert not survives(mistake, tests)
    monkeypatch.setattr(mutants, "mutated", lambda mutant: ast.parse(mutant.file.read_text("utf-8")))
    assert survives(mistake, tests)
