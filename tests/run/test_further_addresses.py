"""A story that a list names under many addresses: one is requested after the other, and only a few of them."""

from tests.support.runs import HOME
from tests.support.stories import make_run
from wirecrawl.news.agencies import classify
from wirecrawl.news.discovery import Listing, ListItem
from wirecrawl.run.frontier import Frontier
from wirecrawl.run.state import Run
from wirecrawl.storage.ledger.rows import Outcome


def addresses(count: int) -> list[str]:
    return [f"http://www.china.org.cn/s{n}/2026-11/20/content_118900001.htm" for n in range(count)]


def shown(run: Run, count: int) -> Frontier:
    """The frontier of a run whose list shows a story under so many addresses; the first of them is selected."""
    frontier = Frontier(run)
    source = frontier.list_source(HOME, "list")
    assert source
    links = [classify(url, run.agency) for url in addresses(count)]
    selected = frontier.select(Listing([ListItem(link) for link in links]), source, set())
    assert [link.url for link, _ in selected] == addresses(1)
    return frontier


def outcomes(run: Run) -> list[Outcome | None]:
    found = {link["url"]: link["outcome"] for link in run.ledger.links.outcomes(run.number)}
    return [found[url] for url in sorted(addresses(len(found)), key=lambda url: (len(url), url))]


def test_addresses_of_a_story_are_requested_until_one_brings_it() -> None:
    run = make_run()
    frontier = shown(run, 5)
    run.set_outcome(addresses(1)[0], "gone")
    (second,) = frontier.second_chances()
    assert second.url == addresses(2)[1]
    run.set_outcome(second.url, "new")
    assert frontier.second_chances() == []
    assert outcomes(run) == ["gone", "new", "duplicate", "duplicate", "duplicate"]


def test_of_a_story_with_many_addresses_only_a_few_are_requested() -> None:
    run = make_run()
    frontier = shown(run, 40)
    run.set_outcome(addresses(1)[0], "gone")
    while links := frontier.second_chances():
        for link in links:
            run.set_outcome(link.url, "gone")
    assert outcomes(run) == ["gone"] * 11 + ["filtered"] * 29
