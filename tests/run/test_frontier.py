"""Which known pages a run requests again."""

from dataclasses import replace

from tests.support.newsroom import story_id, story_url
from tests.support.stories import make_run
from wirecrawl.run.frontier import Frontier
from wirecrawl.storage.ledger.rows import PageState


def test_an_address_that_was_gone_is_not_requested_beside_the_story_that_came_back() -> None:
    run = make_run()
    gone, still_gone = (
        PageState(
            story_url(number), story_url(number), "gone", "2026-11-20T04:00:00+00:00", "2026-11-20T04:00:00+00:00"
        )
        for number in (1, 2)
    )
    back = replace(gone, id=story_id(1), state="new", first_seen="2026-11-20T09:00:00+00:00", etag='"1"')
    for page in (gone, still_gone, back):
        run.ledger.pages.save(run.spider, page)
    assert Frontier(run).due_pages() == [still_gone, back]
