"""The program that measures quality: scores, rivals in processes of their own, and the floor."""

import json
from pathlib import Path
from typing import Any

import pytest

from bench import floor, quality
from bench.extractors import EXTRACTORS
from bench.rivals import RIVALS
from bench.scoring import Text, score

URL = "http://www.china.org.cn/a.htm"
GOLD: dict[str, Any] = {
    "headline": "Rain",
    "body_paragraphs": ["OSLO (AP) — It rains.", "[By the sea]", "It stops. END"],
    "end_marker": "END",
}
# Stands for an installed rival: it knows its options, prints by the way, and fails at a page without a body.
RESILIPARSE = """
def extract_plain_text(html, *, main_content, **off):
    print("by the way")
    assert main_content and not any(off.values())
    return html.split("<body>")[1].replace("<p>", "\\n\\n")
"""
FUNDUS = """
class _Parser:
    body = property(lambda self: self)
    def __call__(self, day): return self
    def parse(self, html, errors): return {"body": self, "title": "Rain", "publishing_date": None}
    headline, paragraphs, sections, summary = (), ["It rains.", "It stops."], property(lambda self: [self]), ["no"]
class _Publisher:
    domain, deprecated_domains, parser = "https://www.oslo.example/", [], _Parser()
PublisherCollection = [_Publisher]
"""


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    """Two pages with gold, the second without a body element."""
    for name, body in (
        ("a.html", "<body><p>OSLO (AP) — It rains.<p>It stops."),
        ("b.html", "<p>OSLO (AP) — It rains."),
    ):
        (tmp_path / name).write_text(f"<meta charset=utf-8><h1>Rain</h1>{body}")
    hosts = {"a.html": "https://oslo.example/1", "b.html": URL}
    lines = [json.dumps({"file": file, "url": url, "gold": GOLD}) for file, url in hosts.items()]
    (tmp_path / "gold.jsonl").write_text("\n".join(lines))
    return tmp_path


def measured(pages: Path, *arguments: str) -> dict[str, Any]:
    """The figures of a run that can import rivals of this environment alone."""
    figures = pages / "figures.json"
    assert quality.main([str(pages), "--json", str(figures), "--environments", str(pages), *arguments]) == 0
    found: dict[str, Any] = json.loads(figures.read_text())
    return found


def install(folder: Path, module: str, source: str, monkeypatch: pytest.MonkeyPatch) -> None:
    file = folder.joinpath(*module.split(".")).with_suffix(".py")
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(source)
    monkeypatch.setenv("PYTHONPATH", str(folder))


def test_the_dateline_counts_back_in_and_the_end_mark_out() -> None:
    got = Text(["It rains.", "It stops."], "Rain!", dateline="OSLO (AP) —")
    found = score(GOLD, got)
    assert [found[name] for name in ("tokens", "paragraphs", "whole", "headline", "date")] == [1.0] * 4 + [None]


@pytest.mark.parametrize(
    ("measure", "gold", "got", "right"),
    [
        ("clock", {"published": "2012-01-11T17:48:12-06:00"}, {"published": "2012-01-11T23:48:00+00:00"}, 1.0),
        ("clock", {"published": "2012-01-11T17:48:12-06:00"}, {"published": "2012-01-11T17:48:00+00:00"}, 0.0),
        ("clock", {"published": "2012-01-11"}, {"published": "2012-01-11"}, None),
        ("dateline", {"dateline": "OSLO (AP) —"}, {"dateline": "Oslo (AP) -"}, 1.0),
        ("dateline", {"dateline": None}, {"dateline": ""}, None),
        ("dateline", {"dateline": None}, {"dateline": "OSLO"}, 0.0),
        ("dateline", {"dateline": "OSLO"}, {}, None),
        ("writers", {"authors": ["Ida Holm", "Jan Stern"]}, {"writers": ["JAN STERN", "IDA HOLM"]}, 1.0),
        ("writers", {"authors": ["Ida Holm", "AFP"]}, {"writers": ["Ida Holm"]}, 1.0),
        ("writers", {"authors": ["Ida Holm"]}, {"writers": ["Ida Holm", "Health Reporter"]}, 0.0),
        ("writers", {"authors": []}, {"writers": ["Fjord Post"]}, 0.0),
        ("editors", {"editors": ["呂放"]}, {"editors": []}, 0.0),
        ("language", {"language": "pt"}, {"language": "pt-BR"}, 1.0),
        ("language", {"language": "zh"}, {"language": "zh-Hant"}, 0.0),
        ("language", {"language": "ru"}, {"language": ""}, 0.0),
        ("agency", {"agency": "pap"}, {"agency": "ap"}, 0.0),
        ("agency", {"agency": None}, {"agency": "ap"}, None),
    ],
)
def test_the_facts_of_a_story_are_scored(
    measure: str, gold: dict[str, Any], got: dict[str, Any], right: float | None
) -> None:
    assert score({"body_paragraphs": ["It rains."]} | gold, Text(["It rains."], **got))[measure] == right


def test_what_an_extractor_does_not_look_for_is_no_mistake_of_it() -> None:
    found = score(GOLD | {"published": "2017-02-16"}, Text(["It rains."], headline=None, published=None))
    assert (found["headline"], found["date"]) == (None, None)
    assert score(GOLD | {"published": "2017-02-16"}, Text([], "", ""))["date"] == 0.0


def test_a_story_of_pictures_alone_is_right_when_no_text_is_found() -> None:
    assert score({"body_paragraphs": [""]}, Text([""]))["tokens"] == 1.0
    assert score({"body_paragraphs": [""]}, Text(["Share this"]))["tokens"] == 0.0


def test_every_extractor_has_a_row_and_a_rival_that_is_not_installed_is_named(
    pages: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    figures = measured(pages, "--below")
    lines = capsys.readouterr().out.splitlines()
    for name in EXTRACTORS:
        assert any(line.startswith(f"| {name} ") and line.count("|") == 16 for line in lines), name
        assert figures["extractors"][name]["pages"] == 2
    for name in RIVALS:
        assert any(line.startswith(f"| {name} ") and line.endswith("not installed |") for line in lines), name
        assert any(line.startswith(f"{name} is not installed (No module named") for line in lines), name


def test_a_paragraph_of_many_stories_of_a_site_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = []
    for n in range(5):
        (tmp_path / f"{n}.html").write_text(
            f"<title>Rain {n}</title><h1>Rain number {n} falls</h1><article>"
            f"<p>It rains in village {n}, where the river left its bed and the mill stands in water to its sails.</p>"
            f"{'<p>The dike holds, says the miller, who has seen higher floods in spring.</p>' * 5}"
            "<p>Our ferry never sleeps, ask the crew of the night boat.</p></article>"
        )
        url = f"https://oslo.example/{n}"
        lines.append(json.dumps({"file": f"{n}.html", "url": url, "gold": {"body_paragraphs": ["It rains."]}}))
    (tmp_path / "gold.jsonl").write_text("\n".join(lines))
    measured(tmp_path)
    line = "Our ferry never sleeps, ask the crew of the night boat."
    said = f"the same paragraph in 5 of 5 stories of oslo.example (trafilatura): {line}"
    assert said in capsys.readouterr().out.splitlines()


def test_a_rival_is_scored_and_its_failures_count_as_empty_texts(pages: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    install(pages, "resiliparse.extract.html2text", RESILIPARSE, monkeypatch)
    row = measured(pages)["extractors"]["resiliparse"]
    assert (row["pages"], row["errors"], row["tokens"], row["whole"]) == (2, 1, 0.5, 0.5)
    assert (row["headline"], row["date"]) == (None, None)


def test_a_rival_without_a_parser_for_a_page_is_compared_over_the_pages_it_has(
    pages: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(pages, "fundus", FUNDUS, monkeypatch)
    rows = measured(pages)["extractors"]
    assert (rows["fundus"]["pages"], rows["fundus"]["headline"], rows["wirecrawl"]["pages"]) == (1, 1.0, 2)
    assert rows["wirecrawl, pages of fundus"]["pages"] == 1


def test_a_rival_that_dies_leaves_errors(pages: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    install(
        pages,
        "resiliparse.extract.html2text",
        "import os\nextract_plain_text = lambda *_, **__: os._exit(9)",
        monkeypatch,
    )
    assert measured(pages)["extractors"]["resiliparse"]["errors"] == 2


def test_no_gold_is_an_error(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "gold.jsonl").write_text('{"file": "a.html", "gold": null}\n')
    assert quality.main([str(tmp_path)]) == 2
    assert "no page with gold" in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [[], ["--write-floor"], ["pages", "--fixtures"]])
def test_the_program_says_what_it_wants(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        quality.main(arguments)
    assert ended.value.code == 2


# The floor


def test_no_measure_falls_below_the_floor() -> None:
    now = floor.measure()
    assert [str(fall) for fall in floor.falls(floor.load(), now)] == []
    assert sorted(now) == sorted(floor.load()), "python -m bench.quality --fixtures --write-floor adds new fixtures"


def _worse(page: floor.Readings) -> floor.Readings:
    return page | {"no layout": page["no layout"] | {"tokens": 0.5}}


def test_a_fall_names_the_measure_and_the_fixtures_that_fell() -> None:
    was = floor.load()
    name = next(name for name in was if was[name]["no layout"]["tokens"] == 1.0)
    fallen = floor.falls(was, was | {name: _worse(was[name])})
    assert [(fall.reading, fall.measure, fall.pages) for fall in fallen] == [("no layout", "tokens", [name])]


def test_the_floor_rises_and_is_never_lowered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    now = dict(list(floor.load().items())[:3])
    monkeypatch.setattr(floor, "FLOOR", tmp_path / "floor.json")
    monkeypatch.setattr(floor, "measure", lambda: now)
    assert floor.report(write=True) == 0
    assert floor.load() == now
    now = {name: _worse(page) for name, page in now.items()}
    assert floor.report(write=True) == 1
    assert floor.load() != now
