"""What the tests of the ledger have in common."""

from wirecrawl.news.dedupe import HeadlineRecord, Sighting, join_headlines
from wirecrawl.storage.ledger.rows import OUTCOMES
from wirecrawl.storage.ledger.sql.ledger import SqlLedger

START, LATER = "2026-11-20T06:00:00+00:00", "2026-11-20T12:00:00+00:00"
LINKS = [f"http://a.example/{n}" for n in range(len(OUTCOMES))]


def run_with(ledger: SqlLedger, *links: str, started: str = START) -> int:
    run = ledger.runs.start("xinhua", started)
    for link in links:
        ledger.links.note_link(run, link, None, "list")
    return run


def record(line: str) -> HeadlineRecord:
    (made,) = join_headlines([Sighting(line, "http://a.example/", 0, START, fetched=START, dated=False)], "xinhua")
    return made
