"""What the ledger says of the runs of some days."""

from tests.support.ledgers import LATER, START, record
from wirecrawl.items import Marks
from wirecrawl.news.dedupe import StoryVersion
from wirecrawl.storage.ledger.rows import PageState
from wirecrawl.storage.ledger.sql.ledger import SqlLedger


def enter(ledger: SqlLedger, run: int, name: str, thread: str, seen: str, version: int = 1) -> None:
    known = StoryVersion(name, version, thread, None, "Rain", Marks(handling="kill"), "KILL: Rain", "xinhua", seen)
    url = f"http://a.example/{name}"
    ledger.links.note_link(run, url, name, "list")
    ledger.links.set_outcome(run, url, "new")
    ledger.stories.add(run, "xinhua", known, START, url)
    ledger.pages.save("xinhua", PageState(name, url, "new", seen, seen))


def test_runs_and_measures_are_those_of_the_spider_since_a_time(ledger: SqlLedger) -> None:
    ledger.runs.start("xinhua", START)
    later, other = ledger.runs.start("xinhua", LATER), ledger.runs.start("tass", LATER)
    for run in (later, other):
        ledger.runs.measure(run, {"pages": 3, "outcome:new": 2, "outcomes": 9, "links:http://a/": 5}, comparable=True)
    assert ledger.statistics.spiders() == ["tass", "xinhua"]
    assert [run["run"] for run in ledger.statistics.runs("xinhua", LATER)] == [later]
    assert len(ledger.statistics.runs("xinhua", START)) == 2
    found = ledger.statistics.measures("xinhua", START, ("outcome", "pages"))
    assert found == {later: {"pages": 3, "outcome:new": 2}}


def test_sights_and_threads_are_of_stories_first_seen_since_a_time(ledger: SqlLedger) -> None:
    run = ledger.runs.start("xinhua", START)
    enter(ledger, run, "x:1", "x:1", START)
    enter(ledger, run, "x:2", "x:1", LATER)
    enter(ledger, run, "x:2", "x:1", LATER, version=2)
    assert ledger.statistics.first_sights("xinhua", LATER) == [(START, LATER)]
    assert ledger.statistics.thread_lengths("xinhua", LATER) == {3: 1}  # whole, with the member seen before
    assert ledger.statistics.thread_lengths("tass", START) == {}


def test_chains_are_of_headlines_seen_since_a_time(ledger: SqlLedger) -> None:
    run = ledger.runs.start("xinhua", START)
    ledger.headlines.save(run, "xinhua", record("Urgent: Rain falls on Reykjavik"))
    ledger.headlines.save(run, "xinhua", record("Snow falls on Oslo"))
    assert ledger.statistics.chain_lengths("xinhua", START) == {1: 2}
    assert ledger.statistics.chain_lengths("xinhua", LATER) == {}


def test_versions_are_those_that_a_run_wrote(ledger: SqlLedger) -> None:
    one, two = ledger.runs.start("xinhua", START), ledger.runs.start("xinhua", LATER)
    enter(ledger, one, "x:1", "x:0", START)
    enter(ledger, two, "x:1", "x:0", LATER, version=2)
    (found,) = ledger.statistics.versions(two)
    assert (found.id, found.version, found.thread, found.marks.handling) == ("x:1", 2, "x:0", "kill")
    assert found.headline == "KILL: Rain"
