"""The documentation says what is: fields, settings, commands, outcomes and examples against the code."""

import json
import re
from dataclasses import fields
from datetime import UTC, datetime
from pathlib import Path
from types import NoneType
from typing import Any

import jsonschema
import pytest
from scrapy.settings import default_settings

from tests.support.fixtures import ROOT
from tests.support.markdown import FILES, Command, anchors, blocks, column, commands, links, read, rows
from tests.support.process import Ended, python, replay
from wirecrawl import items, settings
from wirecrawl.cli.check_command import CHANGED, MISSING
from wirecrawl.errors import BadArgument, RunningAlready, WirecrawlError
from wirecrawl.news.agencies import docs_page as table
from wirecrawl.news.agencies import get
from wirecrawl.reasons import Reason, ReasonKind, words_of
from wirecrawl.run.arguments import read_arguments
from wirecrawl.run.verdict import EXIT_CODES
from wirecrawl.storage.ledger.rows import OUTCOMES

FEED, OPERATING = "docs/feed-format.md", "docs/operating.md"
SCHEMAS = {kind: json.loads(read(f"docs/{kind}.schema.json")) for kind in ("story", "headline")}
KINDS = [items.Story, items.Marks, items.Dateline, items.Image, items.Provenance, items.Headline]
DEFINITIONS = SCHEMAS["story"]["$defs"] | SCHEMAS["headline"]["$defs"]
DOCUMENTED = [(kind.__name__, row) for kind in KINDS for row in rows(FEED, kind.__name__)]
TYPES = {"string": str, "integer": int, "boolean": bool, "number": float, "list": list, "object": dict}
# What is made by a program, what explains the terms, and the list of changes.
APART = ("agencies.md", "glossary.md", "CHANGELOG.md")
# Set by `scrapy replay` itself, for nobody else to set.
INTERNAL = {"WIRECRAWL_BACKFILL", *(f"WIRECRAWL_REPLAY_{name}" for name in ("SOURCES", "URL", "ALL", "KEEP"))}
_MOST_DETAILS = 4
_BENCHMARK = re.compile(r"python -m bench\.(\w+)([^`\n]*)")


@pytest.fixture(scope="module")
def replayed(tmp_path_factory: pytest.TempPathFactory) -> Ended:
    return replay(tmp_path_factory.mktemp("replayed"))


def test_every_test_that_the_operating_manual_names_is_there() -> None:
    named = re.findall(r"`(tests/[\w/.]+)`", read(OPERATING))
    assert len(named) > 40
    assert [name for name in named if not (ROOT / name).is_file()] == []


# The feed


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_every_field_is_documented_in_the_feeds_order(kind: Any) -> None:
    assert column(FEED, kind.__name__) == [field.name for field in fields(kind)]


@pytest.mark.parametrize(("kind", "row"), DOCUMENTED, ids=lambda x: x if isinstance(x, str) else x[0])
def test_type_null_and_example_of_a_field_are_those_of_the_schema(kind: str, row: list[str]) -> None:
    key, printed, _, empty, example = row
    rule = DEFINITIONS[kind]["properties"][key.strip("`")]
    checked = jsonschema.Draft202012Validator({**rule, "$defs": DEFINITIONS})
    assert checked.is_valid(json.loads(example.strip("`")))
    assert checked.is_valid(None) == ("or null" in printed)
    assert ("or null" in printed) <= (not empty.startswith("never"))
    assert isinstance(json.loads(example.strip("`")), (TYPES[printed.split()[0]], NoneType))


@pytest.mark.parametrize("kind", ["story", "headline"])
def test_example_line_is_what_the_fixture_gives(kind: str, replayed: Ended) -> None:
    example = json.loads(next(block.code for block in blocks(FEED) if block.info == f"json {kind}"))
    jsonschema.validate(example, SCHEMAS[kind])
    found = replayed.stories if kind == "story" else replayed.headlines
    line = next(line for line in found if line["id"] == example["id"])
    assert list(example) == list(line)
    assert _without_versions(example) == _without_versions(line)


def _without_versions(line: dict[str, Any]) -> dict[str, Any]:
    return {**line, "provenance": {**line.get("provenance", {}), "versions": None}}


def test_readme_shows_a_real_line_shortened(replayed: Ended) -> None:
    shown = json.loads(next(block.code for block in blocks("README.md") if block.info == "json"))
    line = next(story for story in replayed.stories if story["id"] == shown["id"])
    text = shown.pop("text")
    assert (line["text"].startswith(text.removesuffix("...")), text[-3:]) == (True, "...")
    assert shown.items() <= line.items()


def test_readme_shows_what_a_replay_prints(replayed: Ended) -> None:
    printed = replayed.err.replace(f"{replayed.data}/", "data/").splitlines()
    words = [re.sub(r"\d+", "N", line) for line in printed]
    assert [line for line in words if f"    {line}\n" not in re.sub(r"\d+", "N", read("README.md"))] == []


# Running it


def test_every_setting_is_documented_with_its_default() -> None:
    ours = {name: getattr(settings, name) for name in dir(settings) if name.startswith("WIRECRAWL_")}
    documented = {name: default for name, default in zip(*_settings(), strict=True) if name in ours}
    assert documented == {name: str(value) for name, value in ours.items() if name not in INTERNAL}


def test_documented_defaults_of_scrapys_settings_are_the_projects() -> None:
    found = {name: str(getattr(settings, name, None)) for name in _settings()[0]}
    assert dict(zip(*_settings(), strict=True)) == found


def _settings() -> tuple[list[str], list[str]]:
    return column(OPERATING, "Settings"), column(OPERATING, "Settings", 1)


def test_every_outcome_is_documented() -> None:
    assert tuple(column(OPERATING, "Outcomes")) == OUTCOMES


def test_every_exit_code_is_documented() -> None:
    errors = {kind.exit_code for kind in (WirecrawlError, BadArgument, RunningAlready)}
    codes = sorted({*EXIT_CODES.values(), *errors})
    assert list(map(int, column(OPERATING, "Exit codes"))) == codes
    by_command = rows("README.md", "Exit codes")
    assert [int(code) for code, run, _, _ in by_command if run] == codes
    assert {int(code) for code, _, check, _ in by_command if check} == {0, BadArgument.exit_code, CHANGED, MISSING}
    verdicts = {int(code): verdict for code, verdict, _ in rows(OPERATING, "Exit codes") if verdict}
    assert verdicts == {code: verdict for verdict, code in EXIT_CODES.items()}


def test_exit_codes_of_clean_are_those_of_the_readme(tmp_path: Path) -> None:
    good, bad = str(ROOT / "fixtures/xinhua/china-org-cn-plain/body.html"), str(tmp_path / "nothing.html")
    runs = [[good], [good, bad], ["--nonesuch"]]
    ended = [python("-m", "wirecrawl", "clean", *arguments).code for arguments in runs]
    assert ended == [int(code) for code, _, _, clean in rows("README.md", "Exit codes") if clean]


def test_reasons_in_the_guide_are_those_of_the_code() -> None:
    rendered = "\n".join(words_of(Reason(kind, ("",) * _MOST_DETAILS)) for kind in ReasonKind)
    spans = [span for row in rows(OPERATING, "What to do") for span in re.findall(r"`([^`]+)`", row[0])]
    words = {part for span in spans for part in re.split(r"\.\.\.|\b[NM]\b|HTTP \w+", span) if part.strip(" :")}
    assert {word for word in words if word.strip(" :") not in rendered} == set()


def test_every_key_of_the_report_is_explained(replayed: Ended) -> None:
    report = replayed.report
    keys = {*report, *report["fields"], *report["sources"][0], *report["not_in_feed"][0]}
    section = read(OPERATING).split("\n## Read a report\n")[1].split("\n## ")[0]
    assert {key for key in keys if f"`{key}`" not in section} == set()


@pytest.mark.parametrize("command", commands(), ids=lambda command: " ".join([command.name, *command.arguments])[:60])
def test_command_line_uses_what_exists(command: Command) -> None:
    program = "scrapy" if command.name.startswith("scrapy") else "wirecrawl"
    accepted = set(
        re.findall(r"(?<![\w-])--?[a-zA-Z][\w-]*", python("-m", program, command.name.split()[-1], "-h").out.decode())
    )
    assert {word for word in command.arguments if word.startswith("-") and word != "-"} <= accepted
    if command.name in ("scrapy crawl", "scrapy replay"):
        name = command.arguments[0]
        assert name in ("polarwire", "--all") or (ROOT / "wirecrawl" / "spiders" / f"{name}.py").exists()


def test_documented_arguments_can_be_meant(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    given = {pair for file in FILES for pair in re.findall(r"-a (\w+)=([^\s`]+)", file.read_text(encoding="utf-8"))}
    for name, value in given:
        if name == "urls":
            Path(value).write_text("https://english.news.cn/", encoding="utf-8")
        read_arguments(get("xinhua"), datetime.now(UTC), {name: value.replace("URL", "https://english.news.cn/")})
    assert {name for name, _ in given} == {"since", "limit", "full", "sources", "urls"}


def test_benchmarks_exist_with_their_options() -> None:
    found = {pair for file in FILES for pair in _BENCHMARK.findall(file.read_text(encoding="utf-8"))}
    for name, given in found:
        program = read(f"bench/{name}.py")
        assert [option for option in re.findall(r"--[a-z-]+", given) if f'"{option}"' not in program] == [], name
    assert {name for name, _ in found} >= {"quality", "dedupe", "speed", "steps"}


def test_settings_of_command_lines_exist() -> None:
    named = {name for file in FILES for name in re.findall(r"-s ([A-Z_]+)=", file.read_text(encoding="utf-8"))}
    known = {*dir(default_settings), *dir(settings)}
    assert named - known == {"NAME"}  # -s NAME=VALUE


# The rest of the tree


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_links_lead_somewhere(file: Path) -> None:
    for target in links(file):
        path, _, anchor = target.partition("#")
        found = (file.parent / path).resolve() if path else file
        assert found.exists(), target
        assert not anchor or anchor in anchors(found), target


def test_make_targets_exist() -> None:
    targets = set(re.findall(r"^(\w+):", read("Makefile"), re.MULTILINE))
    named = {
        target for file in FILES for target in re.findall(r"(?:`|^    )make (\w+)", file.read_text(), re.MULTILINE)
    }
    assert {"replay", "test"} <= named <= targets


def test_agencies_are_as_in_the_code() -> None:
    assert read("docs/agencies.md") == table.page(), "run: python -m wirecrawl.news.agencies.docs_page"


def test_every_room_and_every_package_is_explained() -> None:
    rooms = [
        path for path in (ROOT / "wirecrawl").iterdir() if (path / "__init__.py").is_file() or path.suffix == ".py"
    ]
    names = {f"{path.name}/" if path.is_dir() else path.name for path in rooms} - {"__init__.py"}
    design = read("docs/design.md")
    assert {name for name in names if f"`{name}`" not in design} == set()
    packages = re.findall(r"^([\w-]+)>", read("requirements.txt"), re.MULTILINE)
    assert {name for name in packages if not re.search(rf"\b{name}\b", design)} == set()


@pytest.mark.parametrize("file", [file for file in FILES if file.name not in APART], ids=lambda file: file.name)
def test_document_links_to_the_glossary(file: Path) -> None:
    assert "glossary.md" in {Path(target.partition("#")[0]).name for target in links(file)}


@pytest.mark.parametrize("name", ["docs/design.md", "docs/glossary.md"])
def test_folders_and_modules_that_a_document_names_exist(name: str) -> None:
    named = set(re.findall(r"`((?!data/)[\w-]+/[\w./-]*|\w+\.py)`", read(name)))
    assert len(named) > 20
    assert {path for path in named if not any((home / path).exists() for home in (ROOT, ROOT / "wirecrawl"))} == set()
