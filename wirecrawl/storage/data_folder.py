"""Where everything stands that a run writes: the names of files and folders below WIRECRAWL_DATA, and nowhere else."""

from dataclasses import dataclass
from pathlib import Path


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
