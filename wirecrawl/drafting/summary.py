"""Describes a draft to the person who has to check it."""

import shlex
from collections.abc import Iterator
from pathlib import Path

from wirecrawl.drafting import Draft
from wirecrawl.drafting.python_source import one_line

_VALUE = 48  # characters of a value; with field and selector, a line fits a wide terminal


def summary(draft: Draft, url: str) -> str:
    """Return a line for each field, with its value and selector, and one for each field that was not found.

    Text from the page is shortened and made printable.
    """
    story, layout = draft.story, draft.agency.layouts[0]
    paragraphs = story.text.split("\n\n") if story.text else []
    share = f"{draft.agreement:.0%} as trafilatura" if layout.body else "by trafilatura, not by the layout"
    rows = [
        ("headline", story.headline_raw, " | ".join(layout.headline)),
        ("published", story.published, " | ".join(layout.published)),
        ("bylines", ", ".join(story.bylines), " | ".join(layout.bylines)),
        ("text", f"{len(paragraphs)} paragraphs, {share}", " | ".join(layout.body)),
        ("begins", paragraphs[0] if paragraphs else None, ""),
        ("ends", paragraphs[-1] if paragraphs else None, ""),
        ("left out", None if not layout.drop else f"selectors: {len(layout.drop)}", " | ".join(layout.drop)),
        ("language", story.language, ""),
        ("id", story.id, ""),
        ("source", draft.agency.sources[0].url, draft.why["sources", draft.agency.sources[0].url]),
    ]
    lines = [f"{draft.agency.name}: drafted from {one_line(url, 200)}", *(_row(*row) for row in rows)]
    return "\n".join([*lines, *_missing(draft)])


def _row(field: str, value: str | None, selector: str) -> str:
    return f"  {field:10} {one_line(value or '-', _VALUE):{_VALUE}}  {one_line(selector)}".rstrip()


def _missing(draft: Draft) -> Iterator[str]:
    for field in draft.missing:
        yield f"not found: {field}; put its selector into wirecrawl/news/agencies/{draft.agency.name}.py"


def next_steps(draft: Draft, home: Path, written: list[Path], story: Path) -> str:
    """Return the lines that name the written files and say what to do with them."""
    name = draft.agency.name
    return "\n".join(
        [
            "wrote:",
            *(f"  {path.relative_to(home)}" for path in written),
            f"next: read {shlex.quote(str(story.relative_to(home)))} beside the page, correct it, delete its first key"
            ' "reviewed", then',
            f"  .venv/bin/python -m pytest tests/test_fixtures.py -k {name}",
        ]
    )
