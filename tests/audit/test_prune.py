"""Which archive files may go: those that this installation wrote, also with an earlier version, and no others."""

import os
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from wirecrawl.audit.prune import Retention, old_files
from wirecrawl.storage.archive.cdxj import index_of
from wirecrawl.storage.archive.warc_records import info, packed
from wirecrawl.storage.data_folder import DataFolder
from wirecrawl.storage.ledger.sqlite.ledger import SqliteLedger

START, OTHER = "2026-11-20T06-00-00.000007Z", "2026-11-20T07-00-00.000000Z"
NOW = datetime(2026, 11, 30, tzinfo=UTC)


def archive(folder: Path, name: str, stated: str = "") -> Path:
    """An archive file of twenty days before NOW, and its index."""
    file = folder / name
    file.write_bytes(packed(info(stated or name, {"software": "wirecrawl"})))
    index_of(file).write_text("")
    for one in (file, index_of(file)):
        os.utime(one, (NOW.timestamp() - 20 * 86400,) * 2)
    return file


def test_an_archive_that_the_ledger_does_not_list_goes_if_a_run_of_it_wrote_the_file(tmp_path: Path) -> None:
    data = DataFolder(tmp_path)
    folder = data.archive("xinhua")
    folder.mkdir(parents=True)
    listed = archive(folder, f"xinhua-{OTHER}-00000.warc.gz")
    ours = archive(folder, f"xinhua-{START}-00003.warc.gz")
    begun = archive(folder, f"xinhua-{START}-00004.warc.gz")
    archive(folder, "xinhua-2026-11-20T06-00-00.000008Z-00000.warc.gz")  # of no run of this ledger
    archive(folder, f"xinhua-{START}-00000.warc.gz", "theirs.warc.gz")
    archive(folder, f"ap-{START}-00000.warc.gz")
    (folder / f"xinhua-{START}-00001.warc.gz").write_bytes(b"theirs")
    (folder / f"xinhua-{START}-00002.warc.gz").symlink_to(ours)
    with closing(SqliteLedger(tmp_path / "ledger.sqlite")) as ledger:
        ledger.runs.start("xinhua", "2026-11-20T06:00:00.000007+00:00")
        ledger.archive_files.begin("xinhua", listed.name)
        ledger.archive_files.finish(listed.name)
        ledger.archive_files.begin("xinhua", begun.name)
        old = {one.file for one in old_files(data, "xinhua", ledger, Retention(archive=10), NOW)}
        assert old == {listed, index_of(listed), ours, index_of(ours)}
        assert not list(old_files(data, "xinhua", ledger, Retention(archive=30), NOW))
