"""`-o FILE`: what other files get of the lines of a run, also when their disk or the run fails."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from wirecrawl.reasons import ReasonKind
from wirecrawl.storage.feed.delivery import complete, deliver
from wirecrawl.storage.ledger.interface import Outputs
from wirecrawl.storage.ledger.rows import Output
from wirecrawl.storage.ledger.sqlite.ledger import SqliteLedger

_OLD, _NEW = b'{"id": "mine"}\n', b'{"id": "a"}\n{"id": "b"}\n'
_RUN = "2026-11-20T00-00-00.000000Z"


@pytest.fixture
def outputs() -> Iterator[Outputs]:
    ledger = SqliteLedger("")
    yield ledger.outputs
    ledger.close()


def owed(outputs: Outputs, folder: Path, *, whole: bool = True, replaces: bool = False) -> Path:
    """A file that a run still owes two lines."""
    file = folder / "all.jsonl"
    file.write_bytes(_OLD)
    part = folder / "all.jsonl.4711.part"
    part.write_bytes(_NEW)
    outputs.open("xinhua", Output(str(part), str(file), _RUN, is_lines=True, replaces=replaces))
    if whole:
        outputs.make_whole(_RUN)
    return file


@pytest.mark.parametrize("left", [b"", _NEW[:5], _NEW[:15], _NEW])
def test_an_append_that_was_cut_off_is_done_again(outputs: Outputs, tmp_path: Path, left: bytes) -> None:
    file = owed(outputs, tmp_path)
    outputs.begin(tmp_path / "all.jsonl.4711.part", len(_OLD))
    file.write_bytes(_OLD + left)
    assert len(list(complete(outputs, "xinhua", tmp_path))) == 1
    assert (file.read_bytes(), outputs.waiting("xinhua")) == (_OLD + _NEW, [])
    assert [path.name for path in tmp_path.iterdir()] == ["all.jsonl"]


def test_lines_of_others_behind_an_append_that_was_cut_off_stay(outputs: Outputs, tmp_path: Path) -> None:
    file = owed(outputs, tmp_path)
    outputs.begin(tmp_path / "all.jsonl.4711.part", len(_OLD))
    file.write_bytes(_OLD + _NEW + b'{"id": "of another"}\n')
    list(complete(outputs, "xinhua", tmp_path))
    assert (file.read_bytes(), outputs.waiting("xinhua")) == (_OLD + _NEW + b'{"id": "of another"}\n', [])


def test_a_run_that_was_not_committed_delivers_what_stands_in_its_feeds_alone(outputs: Outputs, tmp_path: Path) -> None:
    file = owed(outputs, tmp_path, whole=False)
    (tmp_path / f"{_RUN}-stories.jsonl").write_bytes(_NEW[:12])
    list(complete(outputs, "xinhua", tmp_path))
    assert (file.read_bytes(), outputs.waiting("xinhua")) == (_OLD + _NEW[:12], [])


def test_a_run_that_has_no_feed_delivers_nothing(outputs: Outputs, tmp_path: Path) -> None:
    file = owed(outputs, tmp_path, whole=False)
    assert list(complete(outputs, "xinhua", tmp_path)) == []
    assert (file.read_bytes(), outputs.waiting("xinhua")) == (_OLD, [])
    assert [path.name for path in tmp_path.iterdir()] == ["all.jsonl"]


@pytest.mark.parametrize("whole", [True, False])
def test_a_file_that_is_replaced_is_replaced_when_its_lines_are_committed(
    outputs: Outputs, tmp_path: Path, whole: bool
) -> None:
    file = owed(outputs, tmp_path, whole=whole, replaces=True)
    list(complete(outputs, "xinhua", tmp_path))
    assert file.read_bytes() == (_NEW if whole else _OLD)


def test_a_file_that_cannot_be_written_is_named_and_gets_its_lines_later(outputs: Outputs, tmp_path: Path) -> None:
    file = owed(outputs, tmp_path)
    file.unlink()
    file.mkdir()
    (told,) = deliver(outputs, "xinhua")
    assert (told.kind, told.details[0]) == (ReasonKind.NOT_DELIVERED, str(file))
    assert len(outputs.waiting("xinhua")) == 1
    file.rmdir()
    assert list(deliver(outputs, "xinhua")) == []
    assert file.read_bytes() == _NEW


def test_a_folder_that_is_gone_is_no_reason_not_to_crawl(outputs: Outputs, tmp_path: Path) -> None:
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    file = owed(outputs, folder, whole=False)
    (tmp_path / f"{_RUN}-stories.jsonl").write_bytes(_NEW)
    folder.rename(tmp_path / "moved")
    (told,) = complete(outputs, "xinhua", tmp_path)
    assert (told.kind, told.details[0]) == (ReasonKind.NOT_DELIVERED, str(file))
    (tmp_path / "moved").rename(folder)
    list(complete(outputs, "xinhua", tmp_path))
    assert (file.read_bytes(), outputs.waiting("xinhua")) == (_OLD + _NEW, [])


def test_the_outputs_of_other_spiders_are_theirs(outputs: Outputs, tmp_path: Path) -> None:
    file = owed(outputs, tmp_path)
    assert list(complete(outputs, "tass", tmp_path)) == []
    assert (file.read_bytes(), len(outputs.waiting("xinhua"))) == (_OLD, 1)
