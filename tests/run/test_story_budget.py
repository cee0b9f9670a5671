"""A run selects no more story pages than the limits of its requests let it send."""

import pytest

from tests.support.runs import HOME
from tests.support.stories import make_run
from wirecrawl.news.agencies import classify
from wirecrawl.news.discovery import Listing, ListItem
from wirecrawl.run.frontier import Frontier
from wirecrawl.run.limits import RunLimits
from wirecrawl.run.story_budget import StoryBudget

HOSTS = ("www.china.org.cn", "english.news.cn")


@pytest.mark.parametrize(("requests", "host_requests", "taken"), [(0, 0, 10), (3, 0, 3), (0, 2, 4), (3, 2, 3)])
def test_the_limits_of_a_run_and_of_a_host(requests: int, host_requests: int, taken: int) -> None:
    budget = StoryBudget(requests, host_requests)
    assert [budget.take(host) for host in HOSTS * 5].count(None) == taken


@pytest.mark.parametrize(("replay", "selected"), [(False, 3), (True, 8)])
def test_links_beyond_the_limit_of_a_host_are_not_reached(replay: bool, selected: int) -> None:
    run = make_run(replay=replay)
    run.limits = RunLimits(host_requests=3)
    frontier = Frontier(run)
    source = frontier.list_source(HOME, "list")
    assert source
    urls = [f"http://{HOSTS[0]}/world/2026-11/20/content_11890000{n}.htm" for n in range(8)]
    listing = Listing([ListItem(classify(url, run.agency)) for url in urls])
    assert [link.url for link, _ in frontier.select(listing, source, set())] == urls[:selected]
    left = [link for link in run.ledger.links.outcomes(run.number) if link["outcome"] == "not reached"]
    assert [link["url"] for link in left] == urls[selected:]
    assert all("WIRECRAWL_HOST_REQUESTS" in link["reason"] for link in left)
