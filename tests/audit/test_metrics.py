"""The metrics of the last run of each spider, as Prometheus reads them."""

from collections.abc import Iterator

import pytest

from tests.support.extras import needs
from tests.support.ledgers import LATER, START
from wirecrawl.audit.metrics import metrics
from wirecrawl.storage.ledger.sqlite.ledger import SqliteLedger

pytestmark = needs("prometheus_client")
Read = dict[tuple[str, tuple[tuple[str, str], ...]], float]


@pytest.fixture
def ledger() -> Iterator[SqliteLedger]:
    opened = SqliteLedger(":memory:")
    yield opened
    opened.close()


def ended(ledger: SqliteLedger, spider: str, verdict: str, exit_code: int, **measures: float) -> None:
    run = ledger.runs.start(spider, START)
    named = {name.replace("__", ":"): value for name, value in measures.items()}
    ledger.runs.measure(run, named, comparable=True)
    ledger.runs.close(run, LATER, verdict, exit_code, "")


def read(text: str) -> Read:
    """What Prometheus' own parser reads, without the prefix of the names."""
    from prometheus_client.parser import text_string_to_metric_families

    samples = [sample for family in text_string_to_metric_families(text) for sample in family.samples]
    return {(one.name.removeprefix("wirecrawl_"), tuple(sorted(one.labels.items()))): one.value for one in samples}


def test_each_spider_has_its_last_run(ledger: SqliteLedger) -> None:
    ended(ledger, "xinhua", "good", 0, outcome__new=7, filled__text=1, age__a=3, age__b=2, seconds=9.5, headlines=4)
    ended(ledger, "xinhua", "degraded", 3, outcome__new=5)
    ended(ledger, "kyodo", "good", 0, outcome__new=2, age__a=2, age__b=1.5, filled__text=0.5, seconds=9.5, headlines=4)
    found = read(metrics(ledger, ["kyodo", "xinhua", "upi"]))
    xinhua, kyodo = ("spider", "xinhua"), ("spider", "kyodo")
    assert found["run_links", (("outcome", "new"), xinhua)] == 5
    assert found["run_exit_code", (xinhua,)] == 3
    verdicts = {verdict: found["run_verdict", (xinhua, ("verdict", verdict))] for verdict in ("good", "degraded")}
    assert verdicts == {"good": 0, "degraded": 1}
    assert found["run_field_share", (("field", "text"), kyodo)] == 0.5
    assert found["run_newest_story_age_seconds", (kyodo,)] == 1.5 * 3600
    assert (found["run_seconds", (kyodo,)], found["run_headlines", (kyodo,)]) == (9.5, 4)
    assert found["last_good_run_end_timestamp_seconds", (xinhua,)] == found["run_end_timestamp_seconds", (kyodo,)]
    assert not [labels for _, labels in found if ("spider", "upi") in labels]


def test_a_run_that_goes_on_or_was_killed_is_passed_over(ledger: SqliteLedger) -> None:
    ended(ledger, "xinhua", "good", 0, outcome__new=7)
    ended(ledger, "xinhua", "cut off", 4)
    ledger.runs.start("xinhua", LATER)
    assert read(metrics(ledger, ["xinhua"]))["run_links", (("outcome", "new"), ("spider", "xinhua"))] == 7


def test_no_run_makes_an_empty_file(ledger: SqliteLedger) -> None:
    assert metrics(ledger, ["xinhua"]) == ""
