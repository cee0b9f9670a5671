"""Parquet: the tables that other programs load, of two runs of which one has only nulls in many columns."""

import json
import subprocess
import sys
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from tests.support.exported_feeds import EARLY, FULL, LINES, STORIES, by_id
from tests.support.extras import needs
from tests.support.process import clean_environment
from wirecrawl.items import Headline, Story
from wirecrawl.storage.feed.formats.exports import ExportOptions, open_format

pytestmark = needs("pyarrow")

# What a user types; each prints the stories, those with an update, and the UTC time and places of one.
READERS = {
    "pyarrow": """
import pyarrow.parquet
rows = pyarrow.parquet.read_table(folder + "/stories").to_pylist()
""",
    "pandas": """
import pandas
frame = pandas.read_parquet(folder + "/stories")
frame = frame.astype(object).where(frame.notna(), None)
rows = frame.to_dict("records")
""",
    "polars": """
import polars
rows = polars.read_parquet(folder + "/stories/*/*.parquet").to_dicts()
""",
    "duckdb": """
import duckdb
duckdb.sql("set timezone = 'UTC'")
table = duckdb.sql(f"select * from '{folder}/stories/*/*.parquet'")
rows = [dict(zip(table.columns, row)) for row in table.fetchall()]
""",
    "datasets": """
import datasets
rows = datasets.load_dataset(folder, "stories", split="train").to_list()
headlines = datasets.load_dataset(folder, "headlines", split="train").to_list()
assert [line["id"] for line in headlines] == ["xinhua:headline-1"]
""",
}
_SHOW = """
import json
full = next(row for row in rows if row["id"] == "xinhua:content_2" and row["version"] == 1)
print(json.dumps([
    len(rows), sum(row["updated"] is not None for row in rows), full["published"].isoformat()[:19],
    list(full["dateline"]["places"]), str(full["dateline"]["date"])[:10], full["marks"]["urgency"], full["headline"],
]))
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("made") / "wire"
    made.mkdir()
    open_format("parquet").write(LINES, made, ExportOptions(name="wire"))
    return made


@pytest.mark.parametrize("reader", [pytest.param(name, marks=needs(name)) for name in READERS])
def test_other_programs_read_every_value(reader: str, folder: Path, tmp_path: Path) -> None:
    script = f"folder = {str(folder)!r}\n{READERS[reader]}{_SHOW}"
    home = {"HF_HOME": str(tmp_path), "HF_HUB_OFFLINE": "1"}
    ended = subprocess.run(
        [sys.executable, "-c", script], env=clean_environment(home), capture_output=True, timeout=120, check=False
    )
    assert ended.returncode == 0, ended.stderr.decode()
    assert json.loads(ended.stdout.splitlines()[-1]) == [
        len(STORIES),
        2,
        "2026-11-20T01:30:00",
        ["西安", "OSLO, Norway"],
        "2026-11-20",
        "urgent",
        FULL.headline,
    ]


def read(folder: Path, kind: str) -> list[dict[str, Any]]:
    from pyarrow.parquet import read_table

    return [row for file in sorted(folder.glob(f"{kind}/*/*.parquet")) for row in read_table(file).to_pylist()]


def test_a_row_has_the_keys_of_the_feed_in_its_order(folder: Path) -> None:
    row = by_id(read(folder, "stories"))["xinhua:content_2@1"]
    names = list(Story.__dataclass_fields__)
    at = names.index("published") + 1
    assert list(row) == [*names[:at], "published_local", *names[at:]]
    assert row["published"] == datetime(2026, 11, 20, 1, 30, tzinfo=UTC)
    assert (row["published_local"], row["dateline"]["date"]) == (FULL.published, date(2026, 11, 20))
    assert json.loads(row["provenance"]["versions"]) == {"wirecrawl": "0.1.0"}
    assert row["images"] == [{"url": FULL.images[0].url, "caption": "A turbine.", "credit": "Xinhua/Wang Xi"}]
    assert list(read(folder, "headlines")[0]) == list(Headline.__dataclass_fields__)


def test_all_files_of_a_kind_have_one_schema(folder: Path) -> None:
    from pyarrow.parquet import read_schema

    schemas = [read_schema(file) for file in folder.glob("stories/*/*.parquet")]
    assert len(schemas) > 2
    assert all(schema == schemas[0] for schema in schemas)
    assert not any("null" in str(field.type) for field in schemas[0])


def test_files_are_of_an_agency_and_a_month(folder: Path) -> None:
    files = {str(file.relative_to(folder)) for file in folder.rglob("*") if file.is_file()}
    assert files == {
        "README.md",
        "headlines/xinhua/2026-11.parquet",
        "stories/unknown/2026-11.parquet",
        "stories/xinhua/2026-10.parquet",
        "stories/xinhua/2026-11.parquet",
    }
    assert EARLY.fetched is not None and EARLY.fetched.startswith("2026-10")


def test_the_card_counts_what_is_there(folder: Path) -> None:
    card = (folder / "README.md").read_text("utf-8")
    assert card.startswith("---\nconfigs:\n  - config_name: stories\n")
    assert 'license: ""' in card
    assert "4 stories, 1 headline record.\n" in card and "- stories/xinhua/2026-11.parquet: 2\n" in card


def test_of_nothing_there_is_a_card_alone(tmp_path: Path) -> None:
    open_format("parquet").write([], tmp_path, ExportOptions(name="wire"))
    assert [file.name for file in tmp_path.iterdir()] == ["README.md"]
