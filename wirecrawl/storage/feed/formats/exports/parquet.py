"""Parquet: stories/AGENCY/YYYY-MM.parquet and headlines/ likewise, one schema for all files of a kind, and README.md.

The schema is made from wirecrawl/items.py, so a column has its type also where every value is null.
"""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import msgspec

from wirecrawl.items import Dateline, Headline, Provenance, Story
from wirecrawl.storage.feed.formats.exports import ExportOptions, Line
from wirecrawl.storage.feed.formats.places import UNKNOWN, Shards, month_of, safe_name, utc
from wirecrawl.utils.terminal import counted

CONTENT = r"README\.md|(stories|headlines)/[^/]+/[^/]+\.parquet"
BESIDE: tuple[str, ...] = ()
HEADLINES = True
LIBRARIES = ("pyarrow",)
OPTIONS: tuple[str, ...] = ()
_TIMES = ("published", "updated", "first_seen", "fetched")
_ROWS = 4_000  # of a row group: some 10 MB of text, which is what is in memory at once
_KINDS: dict[str, type] = {"stories": Story, "headlines": Headline}
_CARD = """---
configs:
{configs}
license: ""
---

# Wire stories

{counts}

Made by `scrapy export parquet` of wirecrawl {version}. Fill in `license` above: the texts belong to their agencies.

Times are UTC; `published_local` has the time with the offset of the page. `provenance.versions` is JSON.
"""


def write(lines: Iterable[Line], target: Path, options: ExportOptions) -> None:
    """Write the files. A file is written in one go, so lines are sorted into their months first."""
    with TemporaryDirectory(dir=target) as aside:
        with Shards(Path(aside)) as shards:
            for line in lines:
                shards.append(_shard(line), msgspec.json.encode(line) + b"\n")
        counts = {name: _write_file(Path(aside) / name, target / f"{name}.parquet") for name in shards.names}
    (target / "README.md").write_text(_card(counts), encoding="utf-8")


def _shard(line: Line) -> str:
    kind = "stories" if isinstance(line, Story) else "headlines"
    return f"{kind}/{safe_name(line.agency or UNKNOWN)}/{month_of(line)}"


def _write_file(lines: Path, file: Path) -> int:
    """Write one file of the lines of its month; returns their number."""
    import pyarrow
    from pyarrow.parquet import ParquetWriter

    kind = _KINDS[lines.parts[-3]]
    schema, count = schema_of(kind), 0
    file.parent.mkdir(parents=True, exist_ok=True)
    with (
        lines.open("rb") as stream,
        file.open("xb") as sink,
        ParquetWriter(sink, schema, compression="zstd") as writer,
    ):
        rows = (_row(msgspec.json.decode(line, type=kind)) for line in stream)
        while group := list(islice(rows, _ROWS)):
            writer.write_table(pyarrow.Table.from_pylist(group, schema))
            count += len(group)
    return count


@cache
def schema_of(kind: type) -> Any:
    """The Arrow schema of Story or Headline: its fields in their order, nested as there."""
    import pyarrow

    return pyarrow.schema(list(_fields(kind)))


def _fields(kind: type) -> Iterator[tuple[str, Any]]:
    import pyarrow

    hints = get_type_hints(kind)
    for one in fields(kind):
        if one.name in _TIMES:
            yield one.name, pyarrow.timestamp("us", tz="UTC")
        elif (kind, one.name) == (Dateline, "date"):
            yield one.name, pyarrow.date32()
        elif (kind, one.name) == (Provenance, "versions"):
            yield one.name, pyarrow.string()
        else:
            yield one.name, _type(hints[one.name])
        if one.name == "published":
            yield "published_local", pyarrow.string()


def _type(hint: Any) -> Any:
    """The Arrow type of a type of Python. Raises TypeError for one that no field has yet."""
    import pyarrow

    if get_origin(hint) in (UnionType, Union):
        return _type(next(one for one in get_args(hint) if one is not type(None)))
    if get_origin(hint) is Literal:
        return pyarrow.string()
    if get_origin(hint) is list:
        return pyarrow.list_(_type(get_args(hint)[0]))
    if is_dataclass(hint) and isinstance(hint, type):
        return pyarrow.struct(list(_fields(hint)))
    plain = {str: pyarrow.string(), int: pyarrow.int64(), bool: pyarrow.bool_(), float: pyarrow.float64()}
    if hint not in plain:
        raise TypeError(f"{hint} has no column type yet")
    return plain[hint]


def _row(line: Line) -> dict[str, Any]:
    row: dict[str, Any] = msgspec.to_builtins(line)
    row |= {name: utc(row[name]) for name in _TIMES if name in row}
    if isinstance(line, Story):
        row["published_local"] = line.published
        row["provenance"]["versions"] = json.dumps(line.provenance.versions, ensure_ascii=False)
        if line.dateline and line.dateline.date:
            row["dateline"]["date"] = date.fromisoformat(line.dateline.date)
    return row


def _card(counts: dict[str, int]) -> str:
    """README.md as Hugging Face reads it: a configuration for each kind that has a file, and what there is."""
    from wirecrawl import __version__

    sums: Counter[str] = Counter()
    for name, count in counts.items():
        sums[name.split("/")[0]] += count
    configs = "\n".join(
        f'  - config_name: {kind}\n    data_files: "{kind}/*/*.parquet"' for kind in _KINDS if sums[kind]
    )
    table = "\n".join(f"- {name}.parquet: {count}" for name, count in sorted(counts.items()))
    total = f"{counted(sums['stories'], 'story')}, {counted(sums['headlines'], 'headline record')}."
    return _CARD.format(configs=configs or "  []", counts=f"{total}\n\n{table}".rstrip(), version=__version__)
