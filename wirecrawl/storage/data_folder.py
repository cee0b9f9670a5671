"""Where everything stands that a run writes: the names of files and folders below WIRECRAWL_DATA, and nowhere else."""

import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

from wirecrawl.utils.files import make_folder, sync_folder


@dataclass(frozen=True, slots=True)
class DataFolder:
    """The folder of WIRECRAWL_DATA at an absolute `path`. Its properties are paths; they need not exist.

    >>> str(DataFolder(Path("/srv/data")).feeds("xinhua"))
    '/srv/data/feeds/xinhua'
    """

    path: Path

    def __str__(self) -> str:
        return str(self.path)

    def feeds(self, spider: str) -> Path:
        """Feed files of a spider."""
        return self.path / "feeds" / spider

    def feeds_id(self) -> str:
        """What names the folder of the feeds on every machine that shares it; written there when first asked for."""
        file = self.path / "feeds" / ".folder-id"
        if not file.exists():
            make_folder(file.parent)
            name = uuid4().hex
            written = file.with_name(f".{name}")
            written.write_text(f"{name}\n", "ascii")
            with suppress(FileExistsError):  # another machine was faster
                os.link(written, file)
            written.unlink()
            sync_folder(file.parent)
        return file.read_text("ascii").strip()

    def reports(self, spider: str = "") -> Path:
        """Reports of a spider, or the folder above those of all spiders."""
        return self.path / "reports" / spider

    def archive(self, spider: str = "") -> Path:
        """Archive files of a spider, or the folder above those of all spiders."""
        return self.path / "archive" / spider

    @property
    def locks(self) -> Path:
        """Lock files, one a spider."""
        return self.path / "locks"

    @property
    def ledger(self) -> Path:
        """The file of the ledger."""
        return self.path / "ledger.sqlite"
