"""Whether a file can be the page of `scrapy report --html` or `scrapy explain --html`."""

from pathlib import Path

from wirecrawl.errors import BadArgument

_HEAD = 100  # bytes of a page that hold its mark


def check_target(file: Path, mark: str, command: str) -> None:
    """Raise BadArgument for a file that cannot be a page: its folder is missing, or it is something else.

    A page that stands there is replaced, so that cron can write the same file again and again; `mark` is what every
    page of the command has in its first bytes.
    """
    if not file.absolute().parent.is_dir():
        raise BadArgument(f"{file.parent}: no such folder; make it, or name another --html")
    if not file.exists():
        return
    if not file.is_file():
        raise BadArgument(f"{file}: is no file; name another --html")
    with file.open("rb") as given:
        head = given.read(_HEAD)
    if head and mark.encode() not in head:
        raise BadArgument(f"{file}: exists and is no page of {command}, so it is not replaced; name another --html")
