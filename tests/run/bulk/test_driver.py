"""A replay in steps, done in this process: any order of the steps, chunks done before, pages that hang."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.support.newsroom import story, story_url
from tests.support.recorded import COUNT, answer, archive
from wirecrawl.configuration.assembly import temporary_ledger
from wirecrawl.errors import ClusterError
from wirecrawl.news import agencies
from wirecrawl.parallel.cluster import Pending, Step, T
from wirecrawl.run.arguments import Arguments
from wirecrawl.run.bulk.driver import Driver
from wirecrawl.run.bulk.job import Job
from wirecrawl.run.bulk.steps import CleanStep, Decided, RunPlan, ended_file
from wirecrawl.run.limits import RunLimits
from wirecrawl.storage.archive.sources import list_sources

_SECONDS = 60.0


@dataclass
class _Done:
    value: object

    def is_done(self, seconds: float) -> bool:
        return True

    def result(self) -> object:
        return self.value


@dataclass
class Here:
    """Does steps in this process: the last one first, and no more than `most` chunks, as if the cluster were lost."""

    backwards: bool = False
    most: int = 10**6

    def submit(self, step: Step[T]) -> Pending[T]:
        if isinstance(step, CleanStep):
            if not self.most:
                raise ClusterError("lost")
            self.most -= 1
        return _Done(step.run())  # type: ignore[return-value]

    def handed_in(self, steps: Iterable[Step[T]]) -> Iterator[Pending[T]]:
        if not self.backwards:
            yield from map(self.submit, steps)
            return
        yield from reversed([self.submit(step) for step in reversed(list(steps))])

    def run(self, steps: Iterable[Step[T]]) -> Iterator[T]:
        return (pending.result() for pending in self.handed_in(steps))


def replayed(
    job: Job, files: list[Path], runner: Here, size: int, names: tuple[str, ...] = agencies.NAMES
) -> tuple[Decided, bytes]:
    """The run of xinhua, and its stories."""
    driver = Driver(runner, job, list_sources(map(str, files)), names)
    plans = [
        RunPlan(name, name, datetime.now(UTC), Arguments(), RunLimits(), temporary_ledger) for name in driver.index()
    ]
    ended = {decided.spider: decided for _, decided in driver.replay(plans, size, mark=False)}
    return ended["xinhua"], ended_file(job, "xinhua", "stories.jsonl").read_bytes()


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    return archive(tmp_path_factory.mktemp("archive"))


@pytest.fixture(scope="module")
def usual(files: list[Path], tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return replayed(Job(tmp_path_factory.mktemp("job"), _SECONDS, 512), files, Here(), 1000)[1]


@pytest.mark.parametrize("size", [1, 7])
@pytest.mark.parametrize("names", [agencies.NAMES, ("xinhua",)])
def test_chunks_and_their_order_change_nothing(
    files: list[Path], usual: bytes, tmp_path: Path, size: int, names: tuple[str, ...]
) -> None:
    decided, stories = replayed(Job(tmp_path, _SECONDS, 512), files, Here(backwards=True), size, names)
    assert stories == usual
    assert decided.lines["stories"] == len(usual.splitlines()) == COUNT + 1


def test_a_second_driver_does_what_the_first_one_left(
    files: list[Path], usual: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    job = Job(tmp_path, _SECONDS, 512)
    with pytest.raises(ClusterError):
        replayed(job, files, Here(most=5), 4)
    before = {file: file.stat().st_mtime_ns for file in (tmp_path / "results").iterdir()}
    assert replayed(job, files, Here(), 4)[1] == usual
    assert capsys.readouterr().err.startswith("cluster: 5 of 12 chunks done before\n")
    assert {file: file.stat().st_mtime_ns for file in before} == before
    assert not list((tmp_path / "tasks").iterdir())


def test_a_file_that_has_changed_is_read_again(files: list[Path], tmp_path: Path) -> None:
    own = tmp_path / "own.warc.gz"
    own.write_bytes(files[0].read_bytes())
    job = Job(tmp_path / "job", _SECONDS, 512)
    replayed(job, [own], Here(), 4)
    own.write_bytes(answer(story_url(7), story(7)))
    assert replayed(job, [own], Here(), 4)[0].lines["stories"] == 1


def test_a_page_that_hangs_costs_itself_alone(tmp_path: Path) -> None:
    many = "".join(f"<div><p>The mayor of town {n} said that it rains, a lot.</p></div>" for n in range(20_000))
    own = tmp_path / "own.warc.gz"
    hangs = f"<html><body>{many}</body></html>"
    pages = [answer(story_url(n), hangs if n == 3 else story(n)) for n in range(1, 7)]
    own.write_bytes(b"".join(pages))
    decided, _ = replayed(Job(tmp_path / "job", 1.0, 512), [own], Here(), 10)
    assert decided.report["outcomes"]["new"] == 5
    assert decided.report["outcomes"]["failed"] == 1
