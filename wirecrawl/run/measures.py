"""What a run measures of itself, in numbers that later runs are compared with.

Names: `links:URL` and `age:URL` of each list page that was read (links to stories on it; hours since its newest one),
`filled:FIELD` (share of the stories), `text` (median characters), `fallback` (share cleaned by no layout),
`cleaner:NAME` (stories cleaned by it), `pages`, `links`, `headlines`, `challenges`, `seconds`, `outcome:NAME`, and for
each host of a live run `answers:HOST`, `latency:HOST` (median seconds) and `bytes:HOST`.
"""

from datetime import datetime
from statistics import median

from wirecrawl.items import REQUIRED
from wirecrawl.run.reading.page_counts import COUNTED, PageCounts
from wirecrawl.run.source_state import READ, SourceState
from wirecrawl.run.state import Run


def add_counts(run: Run, page: PageCounts) -> None:
    """Count a cleaned page."""
    run.tallies.fills.update(page.filled)
    run.tallies.lengths.append(page.length)
    if page.cleaner:
        run.tallies.cleaners[page.cleaner] += 1
    if page.lost:
        run.tallies.lost.add(page.lost)
    if page.short:
        run.tallies.paragraphs.add(page.short)


def measures(run: Run, finished: datetime, headlines: int) -> dict[str, float]:
    """The numbers of a run, by name."""
    links, outcomes = run.ledger.links.balance(run.number)
    read = [source for source in run.tallies.sources.values() if source.state.kind in READ]
    found: dict[str, float] = {
        **{f"links:{source.url}": source.links for source in read},
        **{f"age:{source.url}": hours for source in read if (hours := age(run, source)) is not None},
        **{f"outcome:{name}": count for name, count in outcomes.items()},
        **{f"cleaner:{name}": pages for name, pages in run.tallies.cleaners.items()},
        **_hosts(run),
        "links": links,
        "headlines": headlines,
        "pages": run.tallies.fills["pages"],
        "challenges": len(run.tallies.challenges),
        "seconds": round((finished - run.started).total_seconds(), 1),
    }
    if pages := run.tallies.fills["pages"]:
        names = (*REQUIRED, *COUNTED)
        found |= {f"filled:{name}": round(run.tallies.fills[name] / pages, 3) for name in names}
        found["fallback"] = round(run.tallies.fills["fallback"] / pages, 3)
        found["text"] = median(run.tallies.lengths or [0])
    return found


def _hosts(run: Run) -> dict[str, float]:
    found: dict[str, float] = {}
    for host, answers in run.tallies.hosts.items():
        latency = round(median(answers.seconds), 3)
        found |= {f"answers:{host}": len(answers.seconds), f"latency:{host}": latency, f"bytes:{host}": answers.size}
    return found


def age(run: Run, source: SourceState) -> float | None:
    """Hours between the newest story that a list shows and the start of the run; None when it shows no dates."""
    if source.newest is None:
        return None
    hours = (run.started - datetime.fromisoformat(source.newest)).total_seconds() / 3600
    return round(max(0.0, hours), 1)


def is_comparable(run: Run, stopped: str) -> bool:
    """Whether a run can be compared with others: live, without arguments, and to its end."""
    plain = run.arguments.since is None and run.arguments.limit is None and run.takes_up
    whole = not run.arguments.full and not run.arguments.sources
    return plain and whole and not run.replay and stopped == "finished"
