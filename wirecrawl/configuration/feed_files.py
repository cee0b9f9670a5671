"""The files that -o, -O and FEEDS ask for, checked before anything is fetched."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from w3lib.url import file_uri_to_path

from wirecrawl.errors import BadArgument
from wirecrawl.items import Headline, Story
from wirecrawl.storage.feed.formats.csv_rows import columns

if TYPE_CHECKING:
    from scrapy.settings import BaseSettings

_ONE_VALUE = {"xml": "XML", "json": "JSON"}  # formats of which a file holds one value: what is appended spoils it
_INSTEAD = "use -O to replace it, or -o x.jsonl, which can be appended to"
_LONGEST_HEAD = 2**16  # bytes of the first line of a CSV file: that of wirecrawl has about one thousand


def check_feed_files(settings: "BaseSettings") -> None:
    """Raise BadArgument for a feed in a format that cannot be written, or that would spoil the file that is there."""
    known = [name for name, exporter in settings.getwithbase("FEED_EXPORTERS").items() if exporter]
    for uri, feed in settings.getdict("FEEDS").items():
        if (name := feed.get("format")) not in known:
            raise BadArgument(f"{uri}: {name!r} is no format of feeds; there are: {', '.join(known)}")
    for file, feed in _appended(settings):
        if why := _spoiled(file, feed):
            raise BadArgument(f"{file}: {why}; {_INSTEAD}")


def check_shared_files(settings: "BaseSettings") -> None:
    """Raise BadArgument for a file that several runs would write one after the other and that can hold one only."""
    for uri, feed in settings.getdict("FEEDS").items():
        if (name := _ONE_VALUE.get(feed["format"])) and "%(" not in str(uri):
            raise BadArgument(f"{uri}: {name} holds the lines of one run, and these are several; use -o x.jsonl")


def _appended(settings: "BaseSettings") -> Iterator[tuple[Path, dict[str, Any]]]:
    """The files with something in them to which a feed would be appended."""
    for uri, feed in settings.getdict("FEEDS").items():
        is_uri = str(uri).startswith("file:")
        if (is_uri or "://" not in str(uri)) and "%(" not in str(uri) and not feed.get("overwrite"):
            file = Path(file_uri_to_path(str(uri)) if is_uri else str(uri))
            with suppress(OSError):  # one that cannot be looked at cannot be opened either, which the run says
                if file.is_file() and file.stat().st_size:
                    yield file, feed


def _spoiled(file: Path, feed: dict[str, Any]) -> str | None:
    """Why a feed cannot be appended to a file, None where it can."""
    if name := _ONE_VALUE.get(feed["format"]):
        return f"exists, and {name} cannot be appended to"
    if feed["format"] == "csv" and not feed.get("fields") and not _has_columns(file):
        return "exists, and its first line does not name the columns of stories and headlines"
    return None


def _has_columns(file: Path) -> bool:
    with file.open("rb") as stream:
        head = stream.readline(_LONGEST_HEAD)
    return head.decode("utf-8", "replace").strip() == ",".join(columns(Story, Headline))
