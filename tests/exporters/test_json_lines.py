"""JSON of a feed: no control character is in it raw, by whichever way Scrapy writes it."""

import json
from io import BytesIO
from typing import Any

import pytest

from wirecrawl.exporters.json_lines import EscapedJson, FastJsonLines

ITEM = {"headline_raw": "red \x9b31m\x7f", "city": "S\u00e3o Paulo"}


@pytest.mark.parametrize("exporter", [FastJsonLines, EscapedJson])
@pytest.mark.parametrize("options", [{"encoding": "utf-8"}, {"encoding": "utf-8", "indent": 2}, {}])
def test_an_item_means_the_same_without_control_characters(exporter: type, options: dict[str, Any]) -> None:
    file = BytesIO()
    made = exporter(file, **options)
    made.start_exporting()
    made.export_item(ITEM)
    made.finish_exporting()
    text = file.getvalue().decode()
    assert json.loads(text) in (ITEM, [ITEM])
    assert ("\x9b" in text, "\x7f" in text) == (False, False)
    assert ("\u00e3" in text) == ("encoding" in options)
