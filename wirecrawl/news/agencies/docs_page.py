"""Makes docs/agencies.md from the data of the agencies: `python -m wirecrawl.news.agencies.docs_page` writes it."""

from collections.abc import Iterator
from pathlib import Path

from wirecrawl.news.agencies import Agency, Layout, all_agencies

FILE = Path(__file__).parents[3] / "docs" / "agencies.md"
_HEAD = """# Agencies

Made by `python -m wirecrawl.news.agencies.docs_page`, never by hand. A layout that rests on facts alone may miss parts.
"""
_BASIS = {"real page": "seen in a real page", "facts": "rests on facts from public code"}
_ANY = Layout("", (), (), ()).years


def page() -> str:
    """Return the text of docs/agencies.md."""
    return "\n".join([_HEAD, *("\n".join(_agency(agency)) + "\n" for agency in all_agencies())])


def _agency(agency: Agency) -> list[str]:
    return [
        f"## {agency.name}\n\n- Sites: `{'`, `'.join(agency.domains)}`",
        _start(agency),
        f"- Clock of its pages: {agency.place or f'UTC{agency.zone.total_seconds() / 3600:+g}'}; languages: "
        + ", ".join(f"`{place}` {tag}" for place, tag in agency.languages.items()),
        *_layouts(agency),
        "\nAddress shapes, regular expressions over the whole path, of which the first that fits decides:\n",
        *(f"- {x.kind}, `{'`, `'.join(x.hosts)}`: `{x.path.pattern}`" for x in agency.shapes),
    ]


def _layouts(agency: Agency) -> Iterator[str]:
    if not agency.layouts:
        yield "- No layout: its pages are read as a whole; addresses and starting points rest on facts from public code"
        return
    yield "\n| Layout | Hosts | Years | Basis |\n|---|---|---|---|"
    for layout in agency.layouts:
        yield f"| `{layout.name}` | `{'`, `'.join(layout.hosts)}` | {_years(layout)} | {_BASIS[layout.seen]} |"


def _start(agency: Agency) -> str:
    if not agency.sources:
        return f"- No live crawl{f', {agency.no_crawl}' if agency.no_crawl else ''}: its layouts are for saved pages"
    return f"- A live crawl starts from: `{'`, `'.join(source.url for source in agency.sources)}`"


def _years(layout: Layout) -> str:
    return "any" if layout.years == _ANY else " to ".join(map(str, layout.years)).replace(str(_ANY[1]), "now")


if __name__ == "__main__":
    FILE.write_text(page(), encoding="utf-8")
