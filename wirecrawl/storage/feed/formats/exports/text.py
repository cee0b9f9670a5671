"""Plain text: one file a story, AGENCY/YYYY/MM/ID.txt, and index.tsv with the other fields. Headlines are left out."""

from collections.abc import Iterable
from pathlib import Path

from wirecrawl.items import Story
from wirecrawl.storage.feed.formats.characters import writable
from wirecrawl.storage.feed.formats.csv_rows import columns, row
from wirecrawl.storage.feed.formats.exports import ExportOptions, Line
from wirecrawl.storage.feed.formats.places import UNKNOWN, month_of, safe_name

CONTENT = r"index\.tsv|[^/]+/(\d{4}/\d\d|undated)/[^/]+\.txt"
BESIDE: tuple[str, ...] = ()
HEADLINES = False
LIBRARIES: tuple[str, ...] = ()
OPTIONS: tuple[str, ...] = ()
_INDEX = "index.tsv"
_BETWEEN = str.maketrans("\t\r\n", "   ")


def write(lines: Iterable[Line], target: Path, options: ExportOptions) -> None:
    """Write the stories. Version 1 is ID.txt, a later one ID@VERSION.txt; a row of the index begins with its file."""
    names = [name for name in columns(Story) if name != "text"]
    with (target / _INDEX).open("x", encoding="utf-8", newline="") as index:
        index.write("\t".join(["file", *names]) + "\n")
        for line in lines:
            if isinstance(line, Story):
                file = target / _place(line)
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(writable(f"{line.headline or ''}\n\n{line.text}\n"), encoding="utf-8")
                cells = [str(file.relative_to(target)), *row(line, names, formulas_as_text=options.formulas_as_text)]
                index.write("\t".join(one.translate(_BETWEEN) for one in cells) + "\n")


def _place(story: Story) -> Path:
    name = story.id if story.version == 1 else f"{story.id}@{story.version}"
    return Path(safe_name(story.agency or UNKNOWN), *month_of(story).split("-"), f"{safe_name(name)}.txt")
