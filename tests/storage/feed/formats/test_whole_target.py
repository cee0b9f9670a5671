"""An export is whole under its name or not there, and takes nobody else's place."""

from pathlib import Path

import pytest

from wirecrawl.errors import BadArgument
from wirecrawl.storage.feed.formats.whole_target import check_target, whole_target


def test_a_folder_gets_its_name_when_it_is_whole(tmp_path: Path) -> None:
    target = tmp_path / "out"
    with whole_target(target, (), is_folder=True) as part:
        (part / "a").write_text("a")
        assert not target.exists()
    assert [path.name for path in tmp_path.rglob("*")] == ["out", "a"]


@pytest.mark.parametrize("is_folder", [True, False])
def test_after_an_error_nothing_is_left_and_the_old_one_stays(tmp_path: Path, is_folder: bool) -> None:
    target = tmp_path / "out"
    target.mkdir() if is_folder else target.write_text("old")
    with pytest.raises(ZeroDivisionError), whole_target(target, (".yml",), is_folder=is_folder) as part:
        (part / "a" if is_folder else part).write_text(f"new {1 / 0}")
    assert list(tmp_path.rglob("*")) == [target]
    assert is_folder or target.read_text() == "old"


def test_a_file_beside_comes_with_it(tmp_path: Path) -> None:
    target = tmp_path / "out"
    for text in ("1", "2"):
        with whole_target(target, (".yml",), is_folder=False) as part:
            part.write_text(text)
            part.with_name(f"{part.name}.yml").write_text(text)
    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == {"out": "2", "out.yml": "2"}


def test_a_folder_is_replaced_as_a_whole(tmp_path: Path) -> None:
    target = tmp_path / "out"
    for name in ("a", "b"):
        with whole_target(target, (), is_folder=True) as part:
            (part / name).touch()
    assert list(tmp_path.rglob("*")) == [target, target / "b"]


def refused(target: Path, content: str | None, beside: tuple[str, ...] = (), *, force: bool = True) -> str:
    with pytest.raises(BadArgument) as error:
        check_target(target, content, beside, force=force)
    return str(error.value)


def test_what_is_there_is_not_replaced_unasked(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "wire.yml").touch()
    assert "exists" in refused(tmp_path / "out", "a", force=False)
    assert "wire.yml: exists" in refused(tmp_path / "wire", None, (".yml",), force=False)
    check_target(tmp_path / "out", "a", (), force=True)
    check_target(tmp_path / "new", "a", (), force=False)


def test_a_folder_of_something_else_is_never_replaced(tmp_path: Path) -> None:
    (tmp_path / "a.csv").touch()
    (tmp_path / "thesis.doc").touch()
    assert "holds thesis.doc" in refused(tmp_path, r"a\.csv")
    assert "is no file" in refused(tmp_path, None)
    assert "is no folder" in refused(tmp_path / "a.csv", "a")
    assert "no such folder" in refused(tmp_path / "none" / "out", None)


@pytest.mark.parametrize("leads_to", ["there", "nowhere"])
@pytest.mark.parametrize("name", ["out", "out.yml"])
def test_nothing_is_written_through_a_link(tmp_path: Path, name: str, leads_to: str) -> None:
    (tmp_path / "there").write_text("precious")
    (tmp_path / name).symlink_to(tmp_path / leads_to)
    assert "is a link" in refused(tmp_path / "out", None, (".yml",))
