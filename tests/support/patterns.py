"""Every compiled pattern of some folders of wirecrawl, by its name, with the way in which it is used."""

import functools
import gc
import re
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import is_dataclass
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from types import FunctionType, ModuleType
from typing import Any

import regex

import wirecrawl
from tests.support.fixtures import ROOT

Pattern = Any  # of re or of regex
_USES = {"fullmatch", "match", "search", "sub", "split", "findall", "finditer"}
_ALL = {"sub", "split", "findall", "finditer"}
# How the patterns in fields of objects are used, and those that are used by a name of another kind.
_FIELDS = {
    **dict.fromkeys(("_BLURBS", "_COPYRIGHT", "_SIGNED", "_any_of"), "match"),
    **dict.fromkeys(("_LINES", "_CREDIT"), "fullmatch"),
    **dict.fromkeys(("path", "pattern"), "fullmatch"),
    **dict.fromkeys(("heading", "mark", "later_mark", "periodical"), "match"),
    **dict.fromkeys(("end", "tail", "joint"), "search"),
    **dict.fromkeys(("dateline_patterns", "bare_dateline_patterns"), "match"),
}


def modules(*rooms: str) -> Iterator[ModuleType]:
    """Every module of some folders of the package, but for those of an extra that is not installed."""
    for room in rooms:
        package = import_module(f"wirecrawl.{room}")
        yield package
        for found in walk_packages(package.__path__, f"{package.__name__}."):
            try:
                module = import_module(found.name)
            except ModuleNotFoundError as error:
                if (error.name or "wirecrawl").startswith("wirecrawl"):
                    raise
            else:
                yield module


def compiled(*rooms: str) -> dict[str, Pattern]:
    """The patterns of these rooms by their names, each once; also those within tuples, tables, agencies and caches."""
    found: dict[int, tuple[str, Pattern]] = {}
    seen: set[int] = set()
    for module in modules(*rooms):
        for name, value in sorted(vars(module).items(), key=lambda one: not one[0].startswith("_")):
            if not name.startswith("__"):
                for path, pattern in _within(f"{module.__name__.removeprefix('wirecrawl.')}.{name}", value, seen):
                    found.setdefault(id(pattern), (path, pattern))
    return dict(found.values())


def _within(path: str, value: Any, seen: set[int]) -> Iterator[tuple[str, Pattern]]:
    if isinstance(value, (re.Pattern, regex.Pattern)):
        yield path, value
        return
    if id(value) in seen or isinstance(value, (str, bytes, ModuleType)):
        return
    for name, part in _parts(value):
        seen.add(id(value))
        yield from _within(f"{path}{name}", part, seen)


def _parts(value: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(value, Mapping):
        yield from ((f"[{key!s:.40}]", part) for key, part in value.items())
    elif isinstance(value, (tuple, list, set, frozenset)):
        yield from ((f"[{number}]", part) for number, part in enumerate(value))
    elif isinstance(value, functools._lru_cache_wrapper):
        caches = [one for one in gc.get_referents(value) if isinstance(one, dict) and one]
        yield from (("()", list(cache.values())) for cache in caches)
    elif is_dataclass(value) and not isinstance(value, type) and type(value).__module__.startswith("wirecrawl"):
        names = [name for name in dir(value) if not name.startswith("__")]
        yield from ((f".{name}", part) for name in names if not callable(part := getattr(value, name, None)))


@functools.cache
def _source() -> str:
    return "\n".join(file.read_text(encoding="utf-8") for file in Path(wirecrawl.__file__).parent.rglob("*.py"))


def use_of(name: str) -> str:
    """How a pattern of some name is used, in the way that looks farthest."""
    last = re.sub(r"\[[^\]]*\]|\(\)", "", name).rpartition(".")[2]
    if last in _FIELDS:
        return _FIELDS[last]
    module = ROOT / "wirecrawl" / (name.split("." + last)[0].replace(".", "/") + ".py")
    return _use_in(module if last.startswith("_") and module.is_file() else None, last)


@functools.cache  # many patterns are parts of one
def _use_in(module: Path | None, last: str) -> str:
    text = module.read_text(encoding="utf-8") if module else _source()
    called = re.finditer(
        rf"{last}(?:\[\w+\]|\((?:[^()]|\([^()]*\))*\))?\)?\.(\w+)\b", text
    )  # \b first is 10 times slower
    found = {one[1] for one in called if not text[one.start() - 1].isidentifier()} & _USES
    if not found or found & _ALL:
        return "findall"
    return "search" if "search" in found else "match" if "match" in found else "fullmatch"


def applied(pattern: Pattern, use: str) -> Callable[[str], object]:
    """A pattern as it is used, on text or on its bytes."""
    method = getattr(pattern, use)
    return method if isinstance(pattern.pattern, str) else lambda text: method(text.encode("utf-8", "replace"))


def functions_of(kind: str, *rooms: str) -> dict[str, Any]:
    """The code of each public function of these rooms that takes a `kind`, as in "bytes", by its name."""
    found: dict[str, Any] = {}
    for module in modules(*rooms):
        for name, value in vars(module).items():
            is_own = isinstance(value, FunctionType) and value.__module__ == module.__name__
            if is_own and not name.startswith("_") and re.search(rf"\b{kind}\b", _taken(value)):
                found[f"{module.__name__.removeprefix('wirecrawl.')}.{name}"] = value.__code__
    return found


def _taken(function: FunctionType) -> str:
    """The types of what a function takes."""
    return " ".join(str(kind) for name, kind in function.__annotations__.items() if name != "return")


def called(work: Callable[[], object]) -> set[Any]:
    """The code of every function of Python that some work calls."""
    found: set[Any] = set()
    sys.setprofile(lambda frame, event, _: found.add(frame.f_code))
    try:
        work()
    finally:
        sys.setprofile(None)
    return found
