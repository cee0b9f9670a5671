"""Would the tests notice a mistake? Change one thing in a module, run its tests, count the changes that none notices.

python -m bench.mutants --count 300                     a third each: news/wire, news/dedupe, the rest of ROOMS
python -m bench.mutants --count 40 --room web --seed 7  other samples
python -m bench.mutants --module news/wire/dateline     every mutant of one module

A mutant is a module with one comparison, boolean, sum, return, number or text changed; a sample takes as many of each
kind. It runs against its own doctests and the tests of its room (ROOMS), without those of hypothesis, which take most
of the time. It is killed when one test fails or when they take longer than the limit. Each mutant has a process of its
own, forked before the package is imported. No file is written.
"""

import argparse
import ast
import copy
import importlib.abc
import importlib.machinery
import importlib.util
import os
import random
import signal
import sys
import time
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from pathlib import Path
from types import CodeType, ModuleType
from typing import NamedTuple

ROOT = Path(__file__).parent.parent
# Rooms whose mutants are sampled, their tests, and their share of the sample.
ROOMS = {
    "news/wire": (("tests/news/wire",), 2),
    "news/dedupe": (("tests/news/dedupe",), 2),
    "web": (("tests/web",), 1),
    "run/verdict": (("tests/run/test_verdict.py",), 1),
}
_LIMIT = 90  # seconds for the tests of one mutant; without a mutant they take up to 5
_OPTIONS = ("-x", "-q", "-p", "no:xdist", "-m", "not hypothesis", "-W", "ignore::pytest.PytestAssertRewriteWarning")
_COMPARED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
}
_SUMS: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.FloorDiv,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.Mult,
}


_KINDS = {
    ast.Compare: "comparison",
    ast.BoolOp: "boolean",
    ast.UnaryOp: "boolean",
    ast.BinOp: "sum",
    ast.Return: "return",
    bool: "boolean",
    int: "number",
    float: "number",
    str: "text",
}


class Mutant(NamedTuple):
    """A module, the number of a node in it as `ast.walk` meets it, and a description of the change."""

    file: Path
    node: int
    line: int
    kind: str
    before: str
    after: str

    def __str__(self) -> str:
        return f"{self.file.relative_to(ROOT)}:{self.line}: {self.before}  ->  {self.after}"


def changed(node: ast.AST) -> ast.AST | None:
    """The node with one thing changed, or None where nothing is to be changed."""
    new = copy.deepcopy(node)
    match new:
        case ast.Compare(ops=[operator, *rest]):
            new.ops = [_COMPARED[type(operator)](), *rest]
        case ast.BoolOp():
            new.op = ast.Or() if isinstance(new.op, ast.And) else ast.And()
        case ast.UnaryOp(op=ast.Not()):
            return new.operand
        case ast.BinOp() if type(new.op) in _SUMS:
            new.op = _SUMS[type(new.op)]()
        case ast.Constant(value=bool()):
            new.value = not new.value
        case ast.Constant(value=int() | float() as number):
            new.value = number + 1
        case ast.Constant(value=str()):
            new.value = "" if new.value else "XX"
        case ast.Return(value=ast.expr() as value) if not (isinstance(value, ast.Constant) and value.value is None):
            new.value = ast.Constant(None)
        case _:
            return None
    return new


def left_out(tree: ast.Module) -> set[int]:
    """Ids of nodes whose change nobody can notice: docstrings, types, `__all__`, flags of dataclasses, f-strings."""
    nodes: list[ast.AST] = []
    for node in ast.walk(tree):
        match node:
            case ast.Expr(value=ast.Constant()):
                nodes.append(node)
            case ast.AnnAssign() | ast.arg():
                nodes += [node.annotation] if node.annotation else []
            case ast.FunctionDef() | ast.AsyncFunctionDef():
                nodes += [node.returns] if node.returns else []
            case ast.BinOp(op=ast.BitOr()) | ast.JoinedStr():
                nodes += [child for child in ast.iter_child_nodes(node) if isinstance(child, ast.Constant)]
            case ast.Subscript(value=ast.Name("Literal")) | ast.Assign(targets=[ast.Name("__all__")]):
                nodes.append(node)
            case ast.Call(func=ast.Name("dataclass")):
                nodes += node.keywords
            case ast.If() if "TYPE_CHECKING" in ast.unparse(node.test):
                nodes.append(node)
    return {id(inner) for node in nodes for inner in ast.walk(node)}


def mutants(file: Path) -> Iterator[Mutant]:
    """Every mutant of a module."""
    tree = ast.parse(file.read_text("utf-8"))
    out = left_out(tree)
    for number, node in enumerate(ast.walk(tree)):
        if id(node) not in out and (new := changed(node)) is not None:
            kind = _KINDS[type(node.value) if isinstance(node, ast.Constant) else type(node)]
            words = (ast.unparse(ast.fix_missing_locations(one)) for one in (node, new))
            yield Mutant(file, number, getattr(node, "lineno", 0), kind, *words)


class _Replace(ast.NodeTransformer):
    def __init__(self, target: ast.AST, new: ast.AST) -> None:
        self.target, self.new = target, new

    def visit(self, node: ast.AST) -> ast.AST:
        return self.new if node is self.target else super().generic_visit(node)


def mutated(mutant: Mutant) -> ast.Module:
    """The module's tree with the change in it."""
    tree = ast.parse(mutant.file.read_text("utf-8"))
    target = list(ast.walk(tree))[mutant.node]
    new = changed(target)
    assert new is not None
    found = _Replace(target, ast.copy_location(new, target)).visit(tree)
    assert isinstance(found, ast.Module)
    return ast.fix_missing_locations(found)


class _Finder(importlib.abc.MetaPathFinder):
    """Finds the changed module in the place of the one in the file."""

    def __init__(self, mutant: Mutant) -> None:
        parts = mutant.file.relative_to(ROOT).with_suffix("").parts
        self.package = parts[-1] == "__init__"
        self.name = ".".join(parts[:-1] if self.package else parts)
        self.mutant = mutant

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> importlib.machinery.ModuleSpec | None:
        if fullname != self.name:
            return None
        loader = _Loader(fullname, str(self.mutant.file))
        loader.mutant = self.mutant
        return importlib.util.spec_from_file_location(fullname, self.mutant.file, loader=loader)


class _Loader(importlib.machinery.SourceFileLoader):
    mutant: Mutant

    def get_code(self, fullname: str) -> CodeType:
        return compile(mutated(self.mutant), str(self.mutant.file), "exec")


def _test(mutant: Mutant | None, tests: list[str]) -> None:
    """Run the tests over a mutant in this process, and end it: 0 if every test passed."""
    os.setpgid(0, 0)
    os.chdir(ROOT)
    out = os.open(os.devnull, os.O_WRONLY)
    os.dup2(out, 1)
    os.dup2(out, 2)
    import pytest

    code = 1
    try:
        if mutant is not None:
            finder = _Finder(mutant)
            sys.meta_path.insert(0, finder)
            for name in [name for name in sys.modules if name.split(".")[0] in ("wirecrawl", "tests")]:
                del sys.modules[name]
            importlib.import_module(finder.name)  # now: pytest would load a module that it is given from its file
        groups = by_distance(mutant, tests) if mutant else [tests]
        passed = (pytest.ExitCode.OK, pytest.ExitCode.NO_TESTS_COLLECTED)
        code = 0 if all(pytest.main([*_OPTIONS, *group]) in passed for group in groups if group) else 1
    finally:
        os._exit(code)


def by_distance(mutant: Mutant, tests: list[str]) -> list[list[str]]:
    """The module with its doctests and the files named after it, which kill most mutants; then all other files."""
    files = [file for test in tests for file in (sorted((ROOT / test).rglob("test_*.py")) or [ROOT / test])]
    near = [file for file in files if file.stem.startswith(f"test_{mutant.file.stem}")]
    return [[str(file) for file in group] for group in ([mutant.file, *near], [f for f in files if f not in near])]


def survives(mutant: Mutant | None, tests: list[str]) -> bool:
    """Whether every test passes within the limit; without a mutant, whether the tests pass as they are."""
    child = os.fork()
    if not child:
        _test(mutant, tests)
    end = time.monotonic() + _LIMIT
    while time.monotonic() < end:
        done, status = os.waitpid(child, os.WNOHANG)
        if done:
            return os.waitstatus_to_exitcode(status) == 0
        time.sleep(0.02)
    os.killpg(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return False


def _preload() -> None:
    """Import what the tests import beside the package, so that a fork need not."""
    for name in ("pytest", "hypothesis", "lxml.html", "trafilatura", "msgspec", "rapidfuzz", "fastwarc", "scrapy"):
        importlib.import_module(name)


def sample(rooms: Sequence[str], count: int, seed: int) -> dict[str, list[Mutant]]:
    """By room: its share of `count` mutants, the same for the same seed and code."""
    whole = sum(ROOMS[room][1] for room in rooms)
    return {room: _chosen(room, round(count * ROOMS[room][1] / whole), seed) for room in rooms}


def _chosen(room: str, count: int, seed: int) -> list[Mutant]:
    place = ROOT / "wirecrawl" / room
    files = sorted(place.rglob("*.py")) if place.is_dir() else [place.with_suffix(".py")]
    found = [mutant for file in files for mutant in mutants(file)]
    random.Random(f"{seed} {room}").shuffle(found)
    kinds = [[mutant for mutant in found if mutant.kind == kind] for kind in sorted({*_KINDS.values()})]
    in_turn = [mutant for turn in zip_longest(*kinds) for mutant in turn if mutant is not None]
    return sorted(in_turn[:count])


def run(chosen: dict[str, list[Mutant]]) -> None:
    """Print each survivor and, at the end, a row for each room."""
    rows = []
    for room, some in chosen.items():
        tests = list(ROOMS[room][0])
        if not survives(None, tests):
            sys.exit(f"{room}: its tests fail without any change, or take longer than {_LIMIT} s")
        alive = 0
        for mutant in some:
            if survives(mutant, tests):
                alive += 1
                print(mutant, flush=True)
        rows.append((room, len(some), len(some) - alive))
    rows.append(("all", sum(row[1] for row in rows), sum(row[2] for row in rows)))
    print("\nroom            mutants  killed")
    for room, count, killed in rows:
        print(f"{room:16}{count:7}{killed:8}  {killed / max(count, 1):.0%}")


def main(arguments: Sequence[str] | None = None) -> None:
    """Read the command line, run the sample."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--room", choices=list(ROOMS), action="append")
    parser.add_argument("--module", help="a module of one of the rooms, such as news/wire/dateline")
    args = parser.parse_args(arguments)
    _preload()
    if args.module:
        room = next(room for room in ROOMS if args.module.startswith(room))
        run({room: list(mutants(ROOT / "wirecrawl" / f"{args.module}.py"))})
    else:
        run(sample(args.room or list(ROOMS), args.count, args.seed))


if __name__ == "__main__":
    main()
