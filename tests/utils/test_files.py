"""Files that are there whole or not at all."""

import os
from pathlib import Path
from typing import Literal

import pytest

from wirecrawl.utils.files import make_folder, open_own, write_new, write_whole


def test_a_file_is_replaced_whole_and_leaves_nothing_beside(tmp_path: Path) -> None:
    file = tmp_path / "report.json"
    file.write_bytes(b"a longer text than the next one")
    write_whole(file, [b"{", b"}"])
    assert [(one.name, one.read_bytes()) for one in tmp_path.iterdir()] == [("report.json", b"{}")]


def test_a_disk_that_fails_leaves_the_file_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "report.json"
    file.write_bytes(b"before")

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match=r"No space left"):
        write_whole(file, [b"after"])
    assert file.read_bytes() == b"before"


def test_the_bytes_are_on_disk_before_the_file_has_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[tuple[bool, int]] = []
    real = os.fsync

    def watched(descriptor: int) -> None:
        seen.append(((tmp_path / "a").exists(), os.fstat(descriptor).st_size))
        real(descriptor)

    monkeypatch.setattr(os, "fsync", watched)
    write_whole(tmp_path / "a", [b"12345"])
    assert seen[0] == (False, 5)
    assert seen[1][0]  # then the folder, which has the name


def test_new_files_are_written_with_their_folders(tmp_path: Path) -> None:
    write_new({tmp_path / "a/b/one": b"1", tmp_path / "a/two": b"2"})
    assert ((tmp_path / "a/b/one").read_bytes(), (tmp_path / "a/two").read_bytes()) == (b"1", b"2")


def test_no_new_file_is_written_when_one_is_there_already(tmp_path: Path) -> None:
    (tmp_path / "two").write_bytes(b"before")
    with pytest.raises(FileExistsError):
        write_new({tmp_path / "one": b"1", tmp_path / "two": b"2", tmp_path / "three": b"3"})
    assert [(file.name, file.read_bytes()) for file in tmp_path.iterdir()] == [("two", b"before")]


def test_a_folder_is_made_with_those_above_it_and_may_be_there(tmp_path: Path) -> None:
    for _ in range(2):
        make_folder(tmp_path / "a/b/c")
    assert (tmp_path / "a/b/c").is_dir()


def test_a_folder_below_a_file_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "a").touch()
    with pytest.raises(OSError, match=r"."):
        make_folder(tmp_path / "a/b")


MODES: tuple[Literal["wb", "ab", "a+b", "r+b"], ...] = ("wb", "ab", "a+b", "r+b")


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("kind", ["link", "link to nothing", "second name", "pipe", "folder"])
def test_what_is_no_file_of_its_own_is_not_written(
    tmp_path: Path, mode: Literal["wb", "ab", "a+b", "r+b"], kind: str
) -> None:
    outside, file = tmp_path / "outside", tmp_path / "file"
    outside.write_bytes(b"theirs")
    if kind == "pipe":
        os.mkfifo(file)
    elif kind == "folder":
        file.mkdir()
    elif kind == "second name":
        file.hardlink_to(outside)
    else:
        file.symlink_to(outside if kind == "link" else tmp_path / "nothing")
    with pytest.raises(OSError, match=r"link|directory") as raised:
        open_own(file, mode)
    assert raised.value.filename == str(file)
    assert outside.read_bytes() == b"theirs"
    assert not (tmp_path / "nothing").exists()


def test_a_file_of_its_own_is_written_from_its_beginning(tmp_path: Path) -> None:
    for words in (b"a longer one", b"short"):
        with open_own(tmp_path / "file", "wb") as file:
            file.write(words)
    assert (tmp_path / "file").read_bytes() == b"short"


def test_a_part_that_is_a_link_is_not_written_through(tmp_path: Path) -> None:
    (tmp_path / "outside").write_bytes(b"theirs")
    (tmp_path / "report.json.part").symlink_to(tmp_path / "outside")
    with pytest.raises(OSError, match="is a link"):
        write_whole(tmp_path / "report.json", [b"{}"])
    assert (tmp_path / "outside").read_bytes() == b"theirs"
