"""Every saved list and ticker page against what its reviewer expects."""

from pathlib import Path

import pytest

from tests.support.fixtures import ROOT, cases, load, name_of
from wirecrawl.news.agencies import Agency, get
from wirecrawl.news.discovery import Listing, ListItem, read_listing

LISTS = cases("links.json")


OTHERS = {"focustaiwan": "cna", "data": "xinhua"}  # a spider is mostly named as its agency


def agency_of(case: Path) -> Agency:
    folder, spider, *_ = case.relative_to(ROOT).parts
    name = spider if folder == "fixtures" else "data"
    return get(OTHERS.get(name, name))


def listing(case: Path) -> Listing:
    saved = load(case, "response.json")
    kind = load(case, "links.json")["kind"]
    content_type = saved["headers"].get("Content-Type")
    return read_listing((case / "body.html").read_bytes(), saved["url"], agency_of(case), kind, content_type)


def as_expected(lines: list[ListItem]) -> list[dict[str, str | None]]:
    return [
        {"url": line.link.url, "text": line.text, "published": line.published}
        for line in lines
        if line.link and line.link.kind == "article"
    ]


@pytest.mark.parametrize("case", LISTS, ids=name_of)
def test_articles(case: Path) -> None:
    found = listing(case)
    lines = found.ticker if load(case, "links.json")["kind"] == "ticker" else found.seen
    assert as_expected(lines) == load(case, "links.json")["articles"]


@pytest.mark.parametrize("case", LISTS, ids=name_of)
def test_ticker(case: Path) -> None:
    assert [line.text for line in listing(case).ticker] == load(case, "links.json")["ticker"]


@pytest.mark.parametrize("case", LISTS, ids=name_of)
def test_lists_to_follow_are_among_the_links(case: Path) -> None:
    found = {line.link.url for line in listing(case).seen if line.link and line.link.kind == "list"}
    assert found >= set(load(case, "links.json")["lists"])


@pytest.mark.parametrize("case", LISTS, ids=name_of)
def test_no_address_is_shown_twice(case: Path) -> None:
    urls = [line.link.url for line in listing(case).seen if line.link]
    assert len(urls) == len(set(urls))
