"""The data folder: a crawl writes where DataFolder says, and nowhere else."""

from pathlib import Path

from tests.support.process import crawl
from tests.support.site import Site
from wirecrawl.storage.data_folder import DataFolder


def test_everything_that_a_crawl_writes_has_its_place(newsroom: Site, tmp_path: Path) -> None:
    assert crawl(newsroom, tmp_path).code == 0
    data = DataFolder(tmp_path)
    places = [data.feeds("xinhua"), data.reports("xinhua"), data.archive("xinhua"), data.locks]
    written = {file for file in tmp_path.rglob("*") if file.is_file()}
    for place in places:
        held = {file for file in written if file.is_relative_to(place)}
        assert held, place
        written -= held
    assert {file for file in written if not file.name.startswith(data.ledger.name)} == set()
    assert data.ledger in written
