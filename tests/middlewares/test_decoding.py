"""Bodies that are cut are requested again, as are those that break off on the network."""

import gzip
from collections.abc import Callable
from itertools import chain, repeat
from pathlib import Path

from tests.support.newsroom import WIRE_LIST, headline, listing, story, story_id, story_url
from tests.support.process import crawl, ids
from tests.support.site import Hit, Reply, Site, page


def packed(body: str, *, cut: int = 0) -> Reply:
    """A gzipped answer without its last bytes."""
    whole = gzip.compress(body.encode())
    return page(whole[: len(whole) - cut], headers={"Content-Encoding": "gzip"}, etag=False)


def cut_once(body: str) -> Callable[[Hit], Reply]:
    """An answer that is cut the first time."""
    answers = chain([packed(body, cut=30)], repeat(packed(body)))
    return lambda hit: next(answers)


def test_an_answer_that_is_cut_is_requested_again_until_it_is_whole(newsroom: Site, tmp_path: Path) -> None:
    lines = listing([(story_url(number), headline(number)) for number in (2, 3)])
    newsroom.pages[WIRE_LIST] = cut_once(lines)
    newsroom.pages[story_url(2)] = cut_once(story(2))
    newsroom.pages[story_url(3)] = packed(story(3), cut=30)
    ended = crawl(newsroom, tmp_path, "-s", "RETRY_TIMES=1")
    assert story_id(2) in ids(ended)
    assert (ended.code, ended.outcome(story_url(3))) == (0, "failed")
    assert [len(newsroom.hits(url)) for url in (WIRE_LIST, story_url(2), story_url(3))] == [2, 2, 2]
