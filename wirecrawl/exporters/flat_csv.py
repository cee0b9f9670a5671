"""CSV for `-o`: flat columns, and no cell that a spreadsheet runs."""

from io import BytesIO
from typing import Any, Self

from scrapy.crawler import Crawler
from scrapy.exporters import CsvItemExporter

from wirecrawl.configuration.values import read_csv_formulas
from wirecrawl.items import Headline, Story
from wirecrawl.storage.feed.formats.csv_rows import cell, columns, row


class FlatCsv(CsvItemExporter):
    """Stories and headlines in one table, with the columns of both. Chosen fields and other items go Scrapy's way."""

    def __init__(self, file: BytesIO, *, formulas_as_text: bool = True, **options: Any) -> None:
        super().__init__(file, **{"errors": "replace", **options})
        if file.seekable() and file.tell():  # it has the names of its columns, and lines
            self.include_headers_line = False
        self._formulas_as_text = formulas_as_text
        self._names = () if self.fields_to_export else columns(Story, Headline)
        self._is_begun = False

    @classmethod
    def from_crawler(cls, crawler: Crawler, *given: Any, **options: Any) -> Self:
        """As the settings say. Raises BadArgument."""
        return cls(*given, formulas_as_text=read_csv_formulas(crawler.settings), **options)

    def export_item(self, item: Any) -> None:
        """Write an item as a row, the first one behind the names of the columns."""
        if not self._names or not isinstance(item, (Story, Headline)):
            super().export_item(item)
            return
        if self.include_headers_line and not self._is_begun:
            self.csv_writer.writerow(self._names)
        self._is_begun = True
        self.csv_writer.writerow(row(item, self._names, formulas_as_text=self._formulas_as_text))

    def serialize_field(self, field: Any, name: str, value: Any) -> Any:
        """One value of a row that is made in Scrapy's way."""
        return cell(super().serialize_field(field, name, value), formulas_as_text=self._formulas_as_text)
