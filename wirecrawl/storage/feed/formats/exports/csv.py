"""CSV: a folder with stories.csv and headlines.csv, with the columns that `-o FILE.csv` of a crawl has too."""

import csv
from collections.abc import Iterable
from contextlib import ExitStack
from pathlib import Path

from wirecrawl.items import Headline, Story
from wirecrawl.storage.feed.formats.csv_rows import columns, row
from wirecrawl.storage.feed.formats.exports import ExportOptions, Line

CONTENT = r"(stories|headlines)\.csv"
BESIDE: tuple[str, ...] = ()
HEADLINES = True
LIBRARIES: tuple[str, ...] = ()
OPTIONS = ("bom",)
_FILES: dict[type, str] = {Story: "stories.csv", Headline: "headlines.csv"}


def write(lines: Iterable[Line], target: Path, options: ExportOptions) -> None:
    """Write both tables. With `bom` a spreadsheet reads them as UTF-8, which it would else guess."""
    encoding = "utf-8-sig" if options.bom else "utf-8"
    with ExitStack() as opened:
        tables = {}
        for kind, name in _FILES.items():
            file = opened.enter_context((target / name).open("x", encoding=encoding, newline=""))
            tables[kind] = csv.writer(file), columns(kind)
            tables[kind][0].writerow(columns(kind))
        for line in lines:
            table, names = tables[type(line)]
            table.writerow(row(line, names, formulas_as_text=options.formulas_as_text))
