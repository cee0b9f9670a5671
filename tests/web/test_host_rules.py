"""How a run treats a host: waiting, limits of requests, hosts that are busy or fail."""

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest

from wirecrawl.reasons import words_of
from wirecrawl.web.host_rules import HostLimits, HostRules, seconds_of

HOST = "a.example"


def refused(rules: HostRules, host: str = HOST, *, for_robots: bool = False) -> str | None:
    """Why a host is refused, in words."""
    reason = rules.refusal(host, rules=for_robots)
    return words_of(reason) if reason else None


def sent(rules: HostRules, times: int, host: str = HOST) -> list[str | None]:
    """Send requests until the rules refuse one; the answer of the rules to each."""
    return [_send(rules, host) for _ in range(times)]


def _send(rules: HostRules, host: str) -> str | None:
    reason = refused(rules, host)
    if reason is None:
        rules.count_request(host)
    return reason


def test_without_limits_every_request_is_sent() -> None:
    assert sent(HostRules(HostLimits()), 1000) == [None] * 1000


def test_the_limit_of_a_run_counts_the_requests_to_all_hosts() -> None:
    rules = HostRules(HostLimits(requests=3))
    assert [*sent(rules, 2), *sent(rules, 1, "b.example")] == [None] * 3
    for host in (HOST, "c.example"):
        assert "3 requests were sent, the limit of a run (WIRECRAWL_REQUESTS)" in str(refused(rules, host))


def test_the_limit_of_a_host_leaves_other_hosts_free() -> None:
    rules = HostRules(HostLimits(host_requests=2))
    assert sent(rules, 2) == [None, None]
    assert "2 requests were sent to a.example" in str(refused(rules))
    assert rules.refusal("b.example") is None


def test_a_refused_request_is_not_counted() -> None:
    rules = HostRules(HostLimits(requests=2, host_requests=1))
    sent(rules, 5)
    assert rules.refusal("b.example") is None


def test_a_host_is_asked_at_once_and_then_a_delay_apart() -> None:
    rules = HostRules(HostLimits())
    assert (rules.wait(HOST, 10.0), rules.wait(HOST, 10.0)) == (0.0, 0.0)
    rules.robots(HOST, 2.0)
    assert [rules.wait(HOST, now) for now in (20.0, 20.5, 21.0, 40.0)] == [0.0, 1.5, 3.0, 0.0]


def test_no_crawl_delay_is_no_waiting() -> None:
    rules = HostRules(HostLimits())
    rules.robots(HOST, None)
    assert [rules.wait(HOST, 5.0), rules.wait(HOST, 5.0)] == [0.0, 0.0]


def test_an_unread_robots_txt_forbids_everything_but_itself_until_it_is_read() -> None:
    rules = HostRules(HostLimits())
    rules.rules(HOST, "HTTP 503")
    assert "robots.txt could not be read (HTTP 503)" in str(refused(rules))
    assert refused(rules, for_robots=True) is None
    rules.rules(HOST, None)
    assert rules.refusal(HOST) is None


def test_robots_txt_counts_towards_the_limits_and_a_host_that_is_left_is_not_asked_for_it() -> None:
    assert HostRules(HostLimits(host_requests=1)).refusal(HOST, rules=True) is None
    rules = HostRules(HostLimits(host_failures=1))
    rules.failed(HOST, "TimeoutError")
    assert "TimeoutError" in str(refused(rules, for_robots=True))


@pytest.mark.parametrize(("status", "fails"), [(200, False), (404, False), (499, False), (500, True), (599, True)])
def test_an_error_of_the_server_is_a_failure_and_a_missing_page_is_none(status: int, fails: bool) -> None:
    rules = HostRules(HostLimits(host_failures=1))
    rules.answered(HOST, status, None, 0.0)
    assert (f"last: HTTP {status}" in str(refused(rules))) is fails


def test_failures_count_only_in_a_row_and_the_first_reason_stays() -> None:
    rules = HostRules(HostLimits(host_failures=2))
    rules.failed(HOST, "TimeoutError")
    rules.answered(HOST, 200, None, 0.0)
    rules.failed(HOST, "TimeoutError")
    assert rules.refusal(HOST) is None
    rules.answered(HOST, 500, None, 0.0)
    rules.failed(HOST, "ConnectionLost")
    assert "a.example failed 2 times in a row (last: HTTP 500)" in str(refused(rules))


def test_without_a_limit_of_failures_a_host_is_asked_again_and_again() -> None:
    rules = HostRules(HostLimits(host_failures=0))
    for _ in range(100):
        rules.failed(HOST, "TimeoutError")
    assert rules.refusal(HOST) is None


@pytest.mark.parametrize("status", [429, 503])
def test_a_busy_host_is_asked_after_the_time_that_it_names(status: int) -> None:
    rules = HostRules(HostLimits(retry_after=60))
    rules.answered(HOST, status, "60", 100.0)
    assert (rules.refusal(HOST), rules.wait(HOST, 100.0)) == (None, 60.0)


def test_a_shorter_wait_does_not_bring_the_next_request_forward() -> None:
    rules = HostRules(HostLimits(retry_after=60))
    rules.answered(HOST, 503, "50", 100.0)
    rules.answered(HOST, 503, "1", 100.0)
    assert rules.wait(HOST, 100.0) == 50.0


def test_a_host_that_asks_for_more_than_the_limit_is_left_alone() -> None:
    rules = HostRules(HostLimits(retry_after=60))
    rules.answered(HOST, 503, "61", 100.0)
    assert "asks to wait 61 s" in str(refused(rules))


def test_a_busy_host_that_names_no_time_is_never_left_for_its_back_off_alone() -> None:
    rules = HostRules(HostLimits(retry_after=6))
    for _ in range(5):
        rules.answered(HOST, 503, None, 100.0)
    assert (rules.refusal(HOST), rules.wait(HOST, 100.0)) == (None, 6.0)


def test_a_busy_answer_is_a_failure() -> None:
    rules = HostRules(HostLimits(host_failures=2))
    for _ in range(2):
        rules.answered(HOST, 429, None, 100.0)
    assert "2 times in a row (last: HTTP 429)" in str(refused(rules))


@pytest.mark.parametrize(("header", "seconds"), [(None, None), ("", None), (" 7 ", 7.0), ("0", 0.0), ("1.5", None)])
def test_retry_after_is_a_number_of_whole_seconds(header: str | None, seconds: float | None) -> None:
    assert seconds_of(header) == seconds


@pytest.mark.parametrize("gmt", [True, False])
def test_retry_after_as_a_date_is_a_time_from_now_in_utc(gmt: bool) -> None:
    date = format_datetime(datetime.now(UTC) + timedelta(hours=2), usegmt=True)
    found = seconds_of(date if gmt else date.replace(" GMT", ""))
    assert found is not None
    assert 7100 < found <= 7200


@pytest.mark.parametrize("odd", ["\u00b2", "-5", "nan", "1" * 400, "Fri, 31 Dec 9999 23:59:59 -2359", "Mon, 99 Foo"])
def test_no_retry_after_is_too_odd_to_be_answered(odd: str) -> None:
    rules = HostRules(HostLimits(retry_after=60))
    for _ in range(1100):  # doubled as often, a back-off is beyond any number
        rules.answered("a.example", 503, odd, 100.0)
    assert 0 < rules.hosts["a.example"].next - 100 <= 60


def test_back_off_doubles_and_one_good_answer_ends_it() -> None:
    rules = HostRules(HostLimits(host_failures=5, retry_after=60))
    waits = []
    for _ in range(3):
        rules.answered("a.example", 503, None, 100.0)
        waits.append(rules.hosts["a.example"].next - 100)
    assert waits == [5, 10, 20]
    rules.answered("a.example", 200, None, 100.0)
    assert rules.hosts["a.example"].failures == 0
    assert rules.refusal("a.example") is None


def test_hosts_are_told_apart() -> None:
    rules = HostRules(HostLimits(host_failures=1))
    rules.failed("a.example", "TimeoutError")
    assert (
        refused(rules, "a.example")
        == "a.example failed 1 times in a row (last: TimeoutError); it gets no more requests"
    )
    assert refused(rules, "b.example") is None


def test_asking_whether_a_request_may_be_sent_does_not_count_it() -> None:
    rules = HostRules(HostLimits(host_requests=1))
    assert [refused(rules) for _ in range(3)] == [None, None, None]
    rules.count_request(HOST)
    assert "1 requests were sent to a.example" in str(refused(rules))


def test_a_crawl_delay_of_a_day_is_cut() -> None:
    rules = HostRules(HostLimits(crawl_delay=30))
    rules.robots("a.example", 86400)
    assert (rules.wait("a.example", 0.0), rules.wait("a.example", 0.0)) == (0.0, 30.0)
