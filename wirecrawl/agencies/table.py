"""docs/agencies.md, made from the agencies' data: `python -m wirecrawl.agencies.table` writes it anew."""

from pathlib import Path

from wirecrawl.agencies import NAMES, Agency, Layout, get

FILE = Path(__file__).parents[2] / "docs" / "agencies.md"
_HEAD = """# Agencies

Made from `wirecrawl/agencies/` by `python -m wirecrawl.agencies.table`; do not edit it by hand.

A layout was either checked against a page as it was served ("seen in a real page") or rests on facts from public
code, and may then miss what no such code mentions. Address shapes are regular expressions over the whole path; the
first that fits decides, and an address that fits none is never fetched as a story.
"""
_SEEN = {"real page": "seen in a real page", "facts": "rests on facts from public code"}
_ANY_YEARS = Layout("", (), (), ()).years


def page() -> str:
    """The text of docs/agencies.md."""
    return "\n".join([_HEAD, *(line for name in NAMES for line in _agency(get(name)))]) + "\n"


def _agency(agency: Agency) -> list[str]:
    tags = ", ".join(f"`{place}` {tag}" for place, tag in agency.languages.items())
    layouts = [f"| `{one.name}` | {_code(one.hosts)} | {_years(one)} | {_SEEN[one.seen]} |" for one in agency.layouts]
    shapes = [f"- {shape.kind}, {_code(shape.hosts)}: `{shape.path.pattern}`" for shape in agency.shapes]
    return [
        *(f"## {agency.name}\n", f"- Sites: {_code(agency.domains)}"),
        f"- A live crawl starts from: {_code([source.url for source in agency.sources])}",
        *(f"- Clock of its pages: UTC{agency.zone.total_seconds() / 3600:+g}", f"- Languages: {tags}\n"),
        *("| Layout | Hosts | Years | Basis |", "|---|---|---|---|", *layouts, "\nAddress shapes:\n", *shapes),
    ]


def _years(layout: Layout) -> str:
    first, last = layout.years
    return "any" if layout.years == _ANY_YEARS else f"{first} to {'now' if last == _ANY_YEARS[1] else last}"


def _code(values: tuple[str, ...] | list[str]) -> str:
    return ", ".join(f"`{value}`" for value in values)


if __name__ == "__main__":
    FILE.write_text(page(), encoding="utf-8")
