"""What a status means, and when the fake news site says that nothing has changed (RFC 9110, 13.2.2)."""

import pytest

from tests.support.answers import Headers, page, revalidated
from wirecrawl.reasons import ReasonKind
from wirecrawl.run.reading.outcomes import list_state, outcome_without_story
from wirecrawl.web.answer import make_answer

DAY = "Fri, 20 Nov 2026 08:00:00 GMT"


@pytest.mark.parametrize(
    ("asked", "status"),
    [
        ({"If-Modified-Since": DAY}, 304),
        ({"If-Modified-Since": "Fri, 20 Nov 2026 07:59:59 GMT"}, 200),
        ({"If-Modified-Since": "yesterday"}, 200),
        ({"If-Modified-Since": DAY, "If-None-Match": '"other"'}, 200),
        ({"If-Modified-Since": "Fri, 20 Nov 2026 07:59:59 GMT", "If-None-Match": "*"}, 304),
    ],
)
def test_a_date_is_compared_and_an_etag_goes_before_it(asked: dict[str, str], status: int) -> None:
    assert revalidated(page("story", last_modified=DAY), Headers(asked)).status == status


def test_without_validators_a_conditional_request_gets_the_page() -> None:
    bare = page("story", etag=False)
    assert revalidated(bare, Headers({"If-None-Match": '"x"', "If-Modified-Since": DAY})) is bare


@pytest.mark.parametrize(
    ("status", "outcome"), [(200, None), (203, None), (204, "failed"), (206, "failed"), (410, "gone")]
)
def test_a_page_that_a_proxy_passed_on_may_be_a_story(status: int, outcome: str | None) -> None:
    answer = make_answer("http://a.example/1", status, b"<p>Rain</p>", {}, None, None, None)
    assert (outcome_without_story(answer, None) or (None,))[0] == outcome
    assert (list_state(answer, None).kind is ReasonKind.OK) == (outcome is None)
