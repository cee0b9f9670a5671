"""XML for `-o`: well-formed whatever a page holds, with an element for each key, nested ones too."""

from typing import Any

import msgspec
from scrapy.exporters import XmlItemExporter

from wirecrawl.storage.feed.formats.characters import writable


class WellFormedXml(XmlItemExporter):
    """Scrapy's elements, with nothing in them that XML cannot hold; null is an empty element."""

    def serialize_field(self, field: Any, name: str, value: Any) -> Any:
        """One value as texts, lists and dictionaries of texts."""
        return _texts(msgspec.to_builtins(super().serialize_field(field, name, value)))


def _texts(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _texts(one) for name, one in value.items()}
    if isinstance(value, list):
        return [_texts(one) for one in value]
    if value is None or isinstance(value, bool):
        return {None: "", True: "true", False: "false"}[value]
    return writable(str(value))
