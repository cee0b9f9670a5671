"""When the fake news site says that nothing has changed (RFC 9110, 13.2.2)."""

import pytest

from tests.support.answers import Headers, page, revalidated

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
