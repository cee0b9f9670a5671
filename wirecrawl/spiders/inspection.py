"""What `scrapy parse` shows of a page, without a run: nothing is decided, remembered or written."""

import logging
from collections.abc import Callable, Iterator
from typing import Any

from scrapy import Request

from wirecrawl.errors import PageError
from wirecrawl.items import Story
from wirecrawl.news.agencies import Agency, SourceKind, classify
from wirecrawl.reasons import ReasonKind, words_of
from wirecrawl.run.reading.listing_task import ListingTask, read_listing_page
from wirecrawl.run.reading.outcomes import list_state, outcome_without_story, story_page
from wirecrawl.run.reading.stories import clean_page
from wirecrawl.web.answer import Answer
from wirecrawl.web.urls import host_of, under

_log = logging.getLogger(__name__)


def inspect(found: Answer, agency: Agency, callback: Callable[..., Any]) -> Iterator[Story | Request]:
    """The story of a page; of any other page a request for each of its stories and lists on the agency's sites.

    A page that cannot be read is a warning in the log, with the reason.
    """
    try:
        if classify(found.url, agency).kind == "article":
            yield from _story(found)
        else:
            yield from _links(found, agency, callback)
    except PageError as error:
        _log.warning("%s", error)


def _story(found: Answer) -> Iterator[Story]:
    if refused := outcome_without_story(found, None):
        _log.warning("%s: no story: %s (%s)", found.url, refused[0], words_of(refused[1]))
    else:
        yield clean_page(story_page(found, found.url, None))


def _links(found: Answer, agency: Agency, callback: Callable[..., Any]) -> Iterator[Request]:
    state = list_state(found, None)
    if state.kind is not ReasonKind.OK:
        raise PageError(found.url, words_of(state))
    kind: SourceKind = next((source.kind for source in agency.sources if source.url == found.url), "list")
    shown = read_listing_page(ListingTask(agency.name, found, kind))
    links = {item.link.url: item.link.kind for item in shown.seen if item.link}
    for url, link_kind in links.items():
        if link_kind != "neither" and any(under(host_of(url), domain) for domain in agency.domains):
            yield Request(url, callback=callback)
