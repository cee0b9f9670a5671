"""Which addresses of a list are requested: those of the agency's stories that the feed does not have."""

from collections.abc import Iterable, Iterator
from itertools import islice

from wirecrawl.news.agencies import Link, classify
from wirecrawl.news.discovery import ListItem
from wirecrawl.run.frontier import Frontier, Selected
from wirecrawl.web.urls import host_of, under

_BATCH = 500  # addresses that are noted in one transaction
_SHOWN = 2000  # characters of a line that is no address


def select_addresses(frontier: Frontier, addresses: Iterable[str], source: str) -> Iterator[list[Selected]]:
    """The story pages to request of a list, some hundred addresses at a time; every other one gets its outcome here.

    It ends when limit= is reached: what follows is noted by the run that requests it.
    """
    left = iter(addresses)
    while not frontier.is_limit_reached and (batch := list(islice(left, _BATCH))):
        selected: list[Selected] = []
        with frontier.run.ledger.transaction():
            for address in batch:
                selected += _select(frontier, address, source)
        yield selected


def _select(frontier: Frontier, address: str, source: str) -> list[Selected]:
    link = _link_of(frontier, address)
    if frontier.is_limit_reached or not frontier.run.note_link(link, source):
        return []
    known = frontier.known(link) if link.kind == "article" else None
    return frontier.route(ListItem(link), link, known, changed=False)


def _link_of(frontier: Frontier, address: str) -> Link:
    """A link to a story of the agency; what is none, or a later page of one, is a link of no kind."""
    agency = frontier.run.agency
    try:
        link = classify(address, agency)
    except ValueError:
        return Link(address[:_SHOWN], "neither")
    own = any(under(host_of(link.url), domain) for domain in agency.domains)
    return link if own and link.kind == "article" and link.page == 1 else Link(link.url, "neither")
