"""Rules by folder: what each room of wirecrawl/ may import, and that everything public has a docstring.

docs/design.md states which rooms a room may import; these tests read its table.
"""

import ast
import re
from collections.abc import Iterator
from functools import cache

import pytest

from tests.support.fixtures import ROOT
from tests.support.markdown import rows

FILES = {
    ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): path
    for path in sorted((ROOT / "wirecrawl").rglob("*.py"))
}
# Rooms of one kind, as the table in docs/design.md calls them.
SCRAPY = {"settings", "pipelines", "commands", "cli", "spiders", "extensions", "middlewares", "exporters"}
GROUND = {"parallel", "web", "utils", "items", "errors", "reasons"}
SQLITE = "wirecrawl.storage.ledger.sqlite"
POSTGRES = "wirecrawl.storage.ledger.postgres"
# The two modules outside of storage/ledger/sqlite that may name it; the second imports it when a ledger is opened.
OPENERS = {"wirecrawl.configuration.assembly", "wirecrawl.storage.ledger"}
# Makes a file of its own for other programs and knows nothing of the ledger.
SQLITE_EXPORT = "wirecrawl.storage.feed.formats.exports.sqlite"
# What runs in any process, also where no ledger can be opened.
ANY_PROCESS = ("wirecrawl.run.reading", "wirecrawl.parallel")
# Rooms of news/ and the rooms of news/ that they may not import.
NEWS = {
    **{room: {"cleaning", "discovery", "dedupe"} for room in ("wire", "agencies", "markup")},
    "dedupe": {"agencies", "markup", "cleaning", "discovery"},
}
_MOST_IN_ROOT = 8


def room_of(module: str) -> str:
    """The folder or file below wirecrawl/ that holds a module; an empty text for wirecrawl/__init__.py."""
    return module.split(".")[1] if "." in module else ""


ROOMS = [cells[0].strip("`/").removesuffix(".py") for cells in rows("docs/design.md", "Rooms")]
PLAIN = [name for name in FILES if room_of(name) not in SCRAPY]


def allowed_rooms() -> dict[str, set[str]]:
    """By room: the other rooms that its modules may import, from the table in docs/design.md."""
    found = {}
    for number, (room, (_, _, allowed)) in enumerate(zip(ROOMS, rows("docs/design.md", "Rooms"), strict=True)):
        words = {"all": ROOMS, "all below": ROOMS[number + 1 :], "nothing": []}
        named = re.findall(r"`([\w.]+?)(?:/|\.py)`", allowed)
        found[room] = {*words.get(allowed, named)} | (GROUND if allowed != "nothing" else set())
    return found


ALLOWED = allowed_rooms()


def only_for_types(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test)


def run_time(node: ast.AST, *, lazy: bool) -> Iterator[ast.AST]:
    """Every node that exists at run time: without blocks for type checkers and, if not `lazy`, without functions."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.If) and only_for_types(child):
            for other in child.orelse:
                yield other
                yield from run_time(other, lazy=lazy)
        elif lazy or not isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef):
            yield child
            yield from run_time(child, lazy=lazy)


def imported(source: str, module: str, *, package: bool, lazy: bool = True) -> set[str]:
    """Full names of what a module imports at run time, `import_module("x")` included.

    Without `lazy` the imports inside functions are left out.
    """
    names: set[str] = set()
    parents = module.split(".")[: None if package else -1]
    for node in run_time(ast.parse(source), lazy=lazy):
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
def imports_of(module: str, *, lazy: bool = True) -> frozenset[str]:
    path = FILES[module]
    source = path.read_text("utf-8")
    return frozenset(imported(source, module, package=path.name == "__init__.py", lazy=lazy))


def parents_of(module: str) -> set[str]:
    """The packages that Python loads before a module."""
    return {".".join(module.split(".")[:n]) for n in range(1, module.count(".") + 1)}


@cache
def reached(module: str) -> frozenset[str]:
    """Names imported by a module and by the modules of the project that it imports, at any depth.

    Of a package that is only loaded on the way to one of its modules, the imports inside functions do not count.
    """
    seen: set[str] = set()
    loaded: set[str] = set()
    names = {module}
    while names:
        name = names.pop()
        seen.add(name)
        above = parents_of(name) - loaded
        loaded |= above
        found = {deep for parent in above & FILES.keys() for deep in imports_of(parent, lazy=False)}
        found |= imports_of(name) if name in FILES else set()
        names |= found - seen
    return frozenset(seen | loaded)


def own_imports(module: str) -> set[str]:
    """The modules of the project that a module imports, itself left out."""
    return {name for name in imports_of(module) if name in FILES} - {module}


@pytest.mark.parametrize("module", PLAIN)
def test_a_plain_room_never_reaches_scrapy(module: str) -> None:
    assert not {name for name in reached(module) if name.split(".")[0] in ("scrapy", "twisted")}


@pytest.mark.parametrize("module", [name for name in FILES if room_of(name) == "news"])
def test_news_never_reaches_storage_or_run(module: str) -> None:
    assert not {name for name in reached(module) if room_of(name) in ("storage", "run")}


@pytest.mark.parametrize(
    "module", [name for name in FILES if name.startswith(("wirecrawl.run.reading", "wirecrawl.parallel"))]
)
def test_what_runs_in_any_process_never_reaches_a_ledger(module: str) -> None:
    assert not {name for name in reached(module) if name == "sqlite3" or name.startswith(SQLITE)}


@pytest.mark.parametrize("module", [name for name in FILES if room_of(name) == "parallel"])
def test_parallel_reaches_the_ground_alone(module: str) -> None:
    assert {room_of(name) for name in reached(module) if name in FILES} <= {"", *GROUND}


@pytest.mark.parametrize("module", [name for name in FILES if not f"{name}.".startswith(f"{SQLITE}.")])
def test_sqlite_stays_in_its_room(module: str) -> None:
    assert "sqlite3" not in imports_of(module) or module == SQLITE_EXPORT
    if module not in OPENERS:
        assert not {name for name in imports_of(module) if f"{name}.".startswith(f"{SQLITE}.")}


@pytest.mark.parametrize("module", [name for name in FILES if not f"{name}.".startswith(f"{POSTGRES}.")])
def test_postgresql_stays_in_its_room(module: str) -> None:
    assert "psycopg" not in imports_of(module)
    if module not in OPENERS:
        assert not {name for name in imports_of(module) if f"{name}.".startswith(f"{POSTGRES}.")}


def test_the_table_of_rooms_names_every_room() -> None:
    assert sorted(ROOMS) == sorted({room_of(name) for name in FILES} - {""})
    assert set(ROOMS) >= SCRAPY | GROUND


@pytest.mark.parametrize("module", [name for name in FILES if room_of(name)])
def test_a_module_imports_only_rooms_that_the_table_allows(module: str) -> None:
    room = room_of(module)
    assert {room_of(name) for name in own_imports(module)} <= {"", room, *ALLOWED[room]}


@pytest.mark.parametrize("module", [name for name in FILES if name.split(".")[1:2] == ["news"]])
def test_a_room_of_news_imports_only_simpler_ones(module: str) -> None:
    imports = {name.split(".")[2] for name in own_imports(module) if name.startswith("wirecrawl.news.")}
    room = module.split(".")[2] if module.count(".") > 1 else ""
    assert not imports & NEWS.get(room, set())


def test_rooms_below_scrapys_import_rooms_below_them_alone() -> None:
    order = [room for room in ROOMS if room not in SCRAPY | GROUND]
    # `python -m wirecrawl` ends with errors as the commands of Scrapy do, by cli/refusal, which imports no Scrapy.
    above = {"__main__": {"cli"}}
    for number, room in enumerate(order):
        assert ALLOWED[room] - above.get(room, set()) <= {*order[number + 1 :], *GROUND}, room


def test_no_room_and_no_module_is_part_of_a_circle_of_imports() -> None:
    modules = {name: own_imports(name) for name in FILES}
    rooms: dict[str, set[str]] = {room: set() for room in ["", *ROOMS]}
    for name, imports in modules.items():
        rooms[room_of(name)] |= {room_of(other) for other in imports} - {room_of(name), ""}
    assert circle(modules) == []
    assert circle(rooms) == []


def circle(graph: dict[str, set[str]]) -> list[str]:
    """What is left when everything that imports nothing that is left is taken away, again and again."""
    left = {name: set(names) for name, names in graph.items()}
    while ends := {name for name, names in left.items() if not names & left.keys()}:
        left = {name: names for name, names in left.items() if name not in ends}
    return sorted(left)


def test_a_circle_is_found() -> None:
    assert circle({"a": {"b"}, "b": {"c"}, "c": set()}) == []
    assert circle({"a": {"b"}, "b": {"c"}, "c": {"b"}}) == ["a", "b", "c"]


def test_few_modules_stand_in_the_root() -> None:
    assert len(list((ROOT / "wirecrawl").glob("*.py"))) <= _MOST_IN_ROOT


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


@pytest.mark.parametrize(("lazy", "names"), [(True, {"a", "b", "c"}), (False, {"a", "c"})])
def test_the_search_tells_loading_from_calling(lazy: bool, names: set[str]) -> None:
    source = "import a\ndef f():\n    import b\nclass X:\n    import c"
    assert imported(source, "house.x", package=False, lazy=lazy) == names


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
