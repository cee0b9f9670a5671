"""The line through the house: the plain rooms never import scrapy, and everything public says what it does."""

import ast
from collections.abc import Iterator
from functools import cache

import pytest

from tests.support.fixtures import ROOT

FILES = {
    ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): path
    for path in sorted((ROOT / "wirecrawl").rglob("*.py"))
}
# Rooms that hold Scrapy's plumbing; everything else is plain.
SCRAPY = {
    *("cli", "commands", "exporters", "extensions", "middlewares", "spiders", "pipelines", "settings"),
    *("checkcommand", "fetch", "headers", "politeness", "recorder", "runcommand"),
}
PLAIN = [name for name in FILES if "." in name and name.split(".")[1] not in SCRAPY]


def only_for_types(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test)


def run_time(node: ast.AST) -> Iterator[ast.AST]:
    """Every node that is there at run time: without the blocks that are for type checkers."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.If) and only_for_types(child):
            for other in child.orelse:
                yield other
                yield from run_time(other)
        else:
            yield child
            yield from run_time(child)


def imported(source: str, module: str, *, package: bool) -> set[str]:
    """Full names of what a module imports at run time, `import_module("x")` included."""
    names: set[str] = set()
    parents = module.split(".")[: None if package else -1]
    for node in run_time(ast.parse(source)):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            above = parents[: len(parents) - node.level + 1] if node.level else []
            base = ".".join([*above, *([node.module] if node.module else [])])
            names |= {base, *(f"{base}.{alias.name}" for alias in node.names)}
        elif isinstance(node, ast.Call) and ast.unparse(node.func).endswith(("import_module", "__import__")):
            names |= {arg.value for arg in node.args if isinstance(arg, ast.Constant) and isinstance(arg.value, str)}
    return names


@cache
def imports_of(module: str) -> frozenset[str]:
    path = FILES[module]
    return frozenset(imported(path.read_text("utf-8"), module, package=path.name == "__init__.py"))


def reached(module: str) -> set[str]:
    """Names imported by a module and by the modules of the project that it imports, at any depth."""
    seen: set[str] = set()
    open_names = {module}
    while open_names:
        name = open_names.pop()
        seen.add(name)
        parents = {".".join(name.split(".")[:n]) for n in range(1, name.count(".") + 1)}
        found = parents | (imports_of(name) if name in FILES else set())
        open_names |= found - seen
    return seen


@pytest.mark.parametrize("module", PLAIN)
def test_a_plain_room_never_reaches_scrapy(module: str) -> None:
    assert not {name for name in reached(module) if name.split(".")[0] in ("scrapy", "twisted")}


@pytest.mark.parametrize(
    ("source", "reaches"),
    [
        ("import scrapy", True),
        ("from scrapy.http import Request", True),
        ("def f():\n    import scrapy.settings", True),
        ("from importlib import import_module\nimport_module('scrapy')", True),
        ("try:\n    import scrapy\nexcept ImportError:\n    pass", True),
        ("from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import scrapy", False),
        ("import typing\nif typing.TYPE_CHECKING:\n    import scrapy\nelse:\n    import scrapy.http", True),
        ("import scrapyrt", False),
        ("'import scrapy'", False),
    ],
)
def test_the_search_finds_what_runs_and_nothing_else(source: str, reaches: bool) -> None:
    names = imported(source, "wirecrawl.x", package=False)
    assert any(name.split(".")[0] == "scrapy" for name in names) is reaches


def test_the_search_follows_relative_imports() -> None:
    assert "house.room.text" in imported("from .text import fold", "house.room.lines", package=False)
    assert "house.room.text" in imported("from . import text", "house.room", package=True)
    assert "house.hall" in imported("from ..hall import x", "house.room.lines", package=False)


FRAMEWORK = ("from_crawler",)  # Scrapy's own protocol, the same words in every class
Named = ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef


def said(nodes: list[ast.stmt], prefix: str = "") -> Iterator[tuple[str, str | None]]:
    """Name and docstring of the public classes, functions and methods; a property is an attribute."""
    for node in nodes:
        if not isinstance(node, Named) or node.name.startswith("_") or node.name in FRAMEWORK:
            continue
        if any(ast.unparse(decorator).endswith("property") for decorator in node.decorator_list):
            continue
        yield prefix + node.name, ast.get_docstring(node)
        if isinstance(node, ast.ClassDef):
            yield from said(node.body, f"{node.name}.")


@pytest.mark.parametrize("module", FILES)
def test_everything_public_says_what_it_does(module: str) -> None:
    tree = ast.parse(FILES[module].read_text("utf-8"))
    assert [name for name, words in [("module", ast.get_docstring(tree)), *said(tree.body)] if not words] == []
