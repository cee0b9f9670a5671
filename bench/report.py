"""Size and seconds of the page of `scrapy report --html`: `python -m bench.report --days 29`.

The month is made: hourly runs of a spider, each judged and reported as a real one, with stories, stages of headlines,
hosts and cleaners. With `--bad` it is one in which much went wrong; with `--spiders N` it is that of several.
With `--keep DIR` it stays there, to be looked at.
"""

import argparse
import random
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from wirecrawl.items import REQUIRED, Handling, Headline, Marks
from wirecrawl.news.agencies import get
from wirecrawl.news.dedupe import HeadlineRecord, StoryVersion, read_line
from wirecrawl.reasons import NO_REASON, Reason, ReasonKind, because
from wirecrawl.run.measures import measures
from wirecrawl.run.reading.page_counts import COUNTED
from wirecrawl.run.report import build_report, not_in_feed, write_report
from wirecrawl.run.source_state import SourceState
from wirecrawl.run.state import STARTED, Run, start_run
from wirecrawl.run.tallies import AnswersOfHost
from wirecrawl.run.verdict import judge
from wirecrawl.storage.data_folder import DataFolder
from wirecrawl.storage.ledger.interface import Ledger
from wirecrawl.storage.ledger.rows import Outcome, PageState
from wirecrawl.storage.ledger.sqlite.ledger import SqliteLedger
from wirecrawl.utils.times import utc_iso

_AGENCY = "xinhua"  # of every spider, however it is called
_HOME, _WIRE = "http://www.china.org.cn/", "http://www.china.org.cn/world/node_7300001.htm"
_HOSTS = {"www.china.org.cn": 0.4, "english.news.cn": 1.1, "www.news.cn": 0.7}  # seconds to answer
_CLEANERS = ("china.org.cn", "english.news.cn", "news.cn-2020", "trafilatura")
_LOST = "china.org.cn (headline lost)"
_FILLS = {"headline": 1.0, "published": 1.0, "text": 1.0, "dateline": 0.9, "end_mark": 0.7, "images": 0.35}
_COMMON_FILL = 0.6
_KNOWN = 60  # links of a run to stories that are known
_URGENT = ("Urgent: ", "1st LD: ", "2nd LD: ", "")


@dataclass
class Month:
    """Runs of `spider`, `a_day` of them for `days` days until `end`; `bad`: much goes wrong in the second half."""

    ledger: Ledger
    data: DataFolder
    spider: str
    end: datetime
    days: int = 28
    a_day: int = 24
    bad: bool = False
    chance: random.Random = field(default_factory=lambda: random.Random(1))
    _stories: int = 0

    def make(self) -> int:
        """Enter every run in the ledger, with its report; returns how many."""
        step = timedelta(days=1) / self.a_day
        first = self.end - self.days * timedelta(days=1) + step
        every = [first + number * step for number in range(self.days * self.a_day)]
        starts = [started for started in every if not self._is_idle(started)]
        with self.ledger.transaction():
            for number, started in enumerate(starts):
                self._run(started, is_bad=self.bad and number > len(starts) // 2)
        return len(starts)

    def _is_idle(self, started: datetime) -> bool:
        """The days without a run: two in the bad month and one in the other."""
        ago = (self.end.date() - started.date()).days
        return ago in ((18, 19) if self.bad else (16,))

    def _run(self, started: datetime, *, is_bad: bool) -> None:
        run = start_run(self.spider, get(_AGENCY), self.ledger, self.data, started=started)
        if is_bad and self.chance.random() < 0.02 and started < self.end:
            self.ledger.runs.close(run.number, utc_iso(started), "cut off", 4, "")
            return
        self._sources(run, is_bad)
        for outcome, reason in self._outcomes(is_bad):
            self._link(run, outcome, reason, is_bad)
        self._tallies(run, is_bad)
        self._close(run, is_bad)

    def _sources(self, run: Run, is_bad: bool) -> None:
        newest = utc_iso(run.started - timedelta(minutes=self.chance.randint(3, 50)))
        gone = is_bad and self.chance.random() < 0.5
        state = because(ReasonKind.HTTP_STATUS, 503) if gone else Reason(ReasonKind.OK)
        home = SourceState(_HOME, "list", True, state=state, links=0 if gone else 40, new=3, newest=newest)
        wire = SourceState(_WIRE, "list", False, _HOME, state=Reason(ReasonKind.OK), links=30, new=2, newest=newest)
        run.tallies.sources = {_HOME: home, _WIRE: wire}

    def _outcomes(self, is_bad: bool) -> Iterator[tuple[Outcome, Reason]]:
        """The outcomes of the links of a run."""
        some, one = self.chance.randint, self.chance.choice
        counts: list[tuple[Outcome, Reason, int]] = [
            ("unchanged", Reason(ReasonKind.ALREADY_KNOWN), _KNOWN),
            ("filtered", Reason(ReasonKind.SHAPE), 20),
            ("new", NO_REASON, some(1, 4)),
            ("update", NO_REASON, one((0, 0, 1))),
            ("duplicate", because(ReasonKind.EVIDENCE, "same text"), one((0, 0, 1))),
            ("gone", because(ReasonKind.GONE, 404), one((0,) * 9 + (1,))),
            ("failed", because(ReasonKind.HTTP_STATUS, 503), some(2, 8) * is_bad),
            ("not reached", because(ReasonKind.HOST_SKIPPED, "timeout"), some(0, 4) * is_bad),
            ("empty", because(ReasonKind.NO_STORY, "http://a.example/", "no text of a story"), int(is_bad)),
        ]
        for outcome, reason, count in counts:
            yield from [(outcome, reason)] * count

    def _link(self, run: Run, outcome: Outcome, reason: Reason, is_bad: bool) -> None:
        self._stories += 1
        host = self.chance.choice([*_HOSTS])
        url, name = f"http://{host}/world/{self._stories}.htm", f"{self.spider}:{self._stories}"
        run.ledger.links.note_link(run.number, url, name, _WIRE)
        run.ledger.links.set_outcome(run.number, url, outcome, reason.stored)
        if outcome in ("new", "update"):
            self._story(run, name, url, outcome, is_bad)

    def _story(self, run: Run, name: str, url: str, outcome: Outcome, is_bad: bool) -> None:
        seen = run.started + timedelta(seconds=self.chance.randint(5, 90))
        minutes = self.chance.lognormvariate(4.5 if is_bad else 3, 0.9)
        published = utc_iso(seen - timedelta(minutes=minutes))
        handling: Handling | None = "correction" if outcome == "update" and self.chance.random() < 0.2 else None
        version = 2 if outcome == "update" else 1
        headline = f"{_URGENT[self._stories % len(_URGENT)]}Library lends out its {self._stories}th kite"
        thread = f"{self.spider}:{self._stories // 9 * 9}" if self._stories % 3 == 0 else name
        known = StoryVersion(name, version, thread, None, headline, Marks(handling=handling), headline, _AGENCY)
        self.ledger.stories.add(run.number, self.spider, known, published, url)
        self.ledger.pages.save(self.spider, PageState(name, url, outcome, utc_iso(seen), utc_iso(seen)))
        self.ledger.headlines.save(run.number, self.spider, self._headline(headline, thread, utc_iso(seen)))

    def _headline(self, raw: str, chain: str, seen: str) -> HeadlineRecord:
        item = Headline(
            id=f"{self.spider}:headline-{self._stories}",
            agency=_AGENCY,
            headline=raw,
            headline_raw=raw,
            marks=Marks(),
            stages=[""],
            supersedes=None,
            story=None,
            url=None,
            seen_on=[_WIRE],
            first_seen=seen,
        )
        return HeadlineRecord(item, read_line(raw, _AGENCY), chain, undated=seen)

    def _tallies(self, run: Run, is_bad: bool) -> None:
        pages = self.chance.randint(5, 9)
        for _ in range(pages):
            filled = [name for name in (*REQUIRED, *COUNTED) if self.chance.random() < _FILLS.get(name, _COMMON_FILL)]
            if is_bad and self.chance.random() < 0.35:
                filled = [name for name in filled if name not in ("dateline", "bylines", "published")]
            run.tallies.fills.update(["pages", *filled])
            run.tallies.lengths.append(int(self.chance.lognormvariate(7.4 if is_bad else 7.7, 0.5)))
            is_lost = is_bad and self.chance.random() < 0.3
            run.tallies.cleaners[_LOST if is_lost else self.chance.choices(_CLEANERS, (6, 3, 2, 1))[0]] += 1
        run.tallies.requested = pages
        for host, seconds in _HOSTS.items():
            slow = seconds * (4 if is_bad else 1)
            taken = [slow * self.chance.uniform(0.5, 2) for _ in range(pages)]
            run.tallies.hosts[host] = AnswersOfHost(taken, 42_000 * pages)
            run.tallies.answered.add(host)

    def _close(self, run: Run, is_bad: bool) -> None:
        finished = run.started + timedelta(seconds=self.chance.randint(40, 200) * (4 if is_bad else 1))
        now = measures(run, finished, self.chance.randint(2, 9))
        before = self.ledger.runs.baseline(self.spider, run.number, utc_iso(run.started - timedelta(days=30)), 7)
        judgement = judge(run, now, before)
        report = build_report(run, judgement, finished, now, before, "finished")
        file = self.data.reports(self.spider) / f"{run.started.strftime(STARTED)}.json"
        write_report(report, not_in_feed(run), file)
        self.ledger.runs.measure(run.number, now, comparable=True)
        self.ledger.runs.close(run.number, report["finished"], judgement.verdict, judgement.exit_code, str(file))


def make_month(data: Path, spider: str, end: datetime, *, days: int, a_day: int = 24, bad: bool = False) -> int:
    """A ledger in `data`, or more runs in the one that is there; returns how many."""
    data.mkdir(parents=True, exist_ok=True)
    folder = DataFolder(data.absolute())
    ledger = SqliteLedger(folder.ledger)
    runs = Month(ledger, folder, spider, end, days, a_day, bad).make()
    ledger.close()
    return runs


def measure(data: Path, page: Path, days: int) -> tuple[float, float, int]:
    """Seconds of the clock and of the processor that the command takes, and the bytes of the page."""
    command = ["-m", "scrapy", "report", "--html", str(page), "--days", str(days), "-s", f"WIRECRAWL_DATA={data}"]
    began, before = time.perf_counter(), _processor()
    subprocess.run([sys.executable, *command], check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - began, _processor() - before, page.stat().st_size


def _processor() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def main() -> None:
    """Make a month, write its page and print what that took."""
    parser = argparse.ArgumentParser(prog="python -m bench.report", description=__doc__)
    parser.add_argument("--days", type=int, default=29)
    parser.add_argument("--a-day", type=int, default=24, help="runs of a day")
    parser.add_argument("--spiders", type=int, default=1)
    parser.add_argument("--bad", action="store_true", help="a month in which much went wrong")
    parser.add_argument("--keep", type=Path, help="folder for the ledger, the reports and page.html")
    given = parser.parse_args()
    with TemporaryDirectory() as made:
        folder = given.keep or Path(made)
        month = {"days": given.days, "a_day": given.a_day, "bad": given.bad}
        runs = sum(make_month(folder, f"wire{n}", datetime.now(UTC), **month) for n in range(1, given.spiders + 1))
        seconds, processor, size = measure(folder, folder / "page.html", given.days)
        print(f"{runs} runs: {seconds:.1f} s, {processor:.1f} s of the processor, {size / 1000:.0f} kB")


if __name__ == "__main__":
    main()
