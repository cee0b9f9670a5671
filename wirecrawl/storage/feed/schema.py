"""Makes the JSON Schemas of the feed from `wirecrawl.items`.

`python -m wirecrawl.storage.feed.schema` writes docs/story.schema.json and docs/headline.schema.json again.
"""

import json
from pathlib import Path
from typing import Any

import msgspec

from wirecrawl.items import Headline, Story

DOCS = Path(__file__).parents[3] / "docs"
_FOLDER = "https://wirecrawl.example/schema/"  # names the schemas; nothing is served there
FILES: dict[str, type] = {"story.schema.json": Story, "headline.schema.json": Headline}


def schema(item: type) -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of `Story` or `Headline`: every key is required, no other is allowed.

    >>> schema(Headline)["$id"]
    'https://wirecrawl.example/schema/headline.schema.json'
    >>> schema(Headline)["$defs"]["Headline"]["required"][:2]
    ['id', 'agency']
    """
    made = msgspec.json.schema(item)
    for part in made["$defs"].values():
        part["required"] = list(part["properties"])
        part["additionalProperties"] = False
    name = next(file for file, kind in FILES.items() if kind is item)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": f"{_FOLDER}{name}", **made}


def text(item: type) -> str:
    """Return the schema as the text of its file in docs/."""
    return json.dumps(schema(item), indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    for name, kind in FILES.items():
        (DOCS / name).write_text(text(kind), encoding="utf-8")
